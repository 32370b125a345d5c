"""Made: a variable whose values a user makes up itself."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from studio.journey.take import Keep
from studio.journey.template import Text


@dataclass(frozen=True, slots=True)
class Uuid:
    """A random UUID, version 4."""

    KIND: ClassVar = "uuid"


class ClockUnit(StrEnum):
    """What a time is counted in."""

    S = "s"
    MS = "ms"


@dataclass(frozen=True, slots=True)
class Clock:
    """The time since 1970 in UTC, a whole number."""

    KIND: ClassVar = "time"

    unit: ClockUnit = ClockUnit.MS


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number drawn evenly from a range, both ends included."""

    KIND: ClassVar = "integer"

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Decimal:
    """A number drawn evenly from a range, rounded to so many digits."""

    KIND: ClassVar = "decimal"

    low: float
    high: float
    digits: int = 2


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of these, drawn at random."""

    KIND: ClassVar = "choice"

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """So many random small letters from a to z."""

    KIND: ClassVar = "letters"

    count: int


@dataclass(frozen=True, slots=True)
class Digits:
    """So many random digits."""

    KIND: ClassVar = "digits"

    count: int


@dataclass(frozen=True, slots=True)
class Counter:
    """Counts up by 1; no two users of all workers ever have the same number."""

    KIND: ClassVar = "counter"

    first: int = 1


@dataclass(frozen=True, slots=True)
class Date:
    """A day from today on, in UTC."""

    KIND: ClassVar = "date"

    offset_days: int = 0

    format: str = "%Y-%m-%d"
    """As `strftime` reads it."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A text with other variables in it."""

    KIND: ClassVar = "text"

    text: Text


@dataclass(frozen=True, slots=True)
class Base64:
    """A text with other variables in it, as base64 (RFC 4648)."""

    KIND: ClassVar = "base64"

    text: Text


How = (
    Uuid | Clock | Integer | Decimal | OneOf | Letters | Digits | Counter | Date | Composed | Base64
)


@dataclass(frozen=True, slots=True)
class Made:
    """A variable whose values a user makes up itself."""

    name: str
    """As in `{{order_reference}}`."""

    how: How

    when: Keep = Keep.PASS
    """A new value for each pass, or one for the user's whole life."""

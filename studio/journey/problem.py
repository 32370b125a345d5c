"""Problem: what inspection finds in a journey, where, and how it is repaired."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from studio.journey.data_file import DataFile
from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.places import Where
from studio.phrase import Phrase


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The journey cannot run so, or would fail."""

    WARNING = "warning"
    """It runs, but hardly as it was meant."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What can be done about a problem, with one click."""

    sentence: Phrase
    """On the button, such as: Move the take to the start."""

    edit: Callable[[Journey], Edit]
    """Made only when it is wanted."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a journey that would not work, or hardly as it was meant."""

    where: Where
    severity: Severity
    sentence: Phrase
    repairs: tuple[Repair, ...] = ()
    """The likeliest first."""


@dataclass(frozen=True, slots=True)
class Known:
    """What there is around a journey. None: nobody has looked, and nothing is said of it."""

    data_files: tuple[DataFile, ...] | None = None
    hosts: frozenset[str] | None = None
    """Of the target, by name."""

    variables: frozenset[str] = frozenset()
    """Of the target, by name."""

    secrets: frozenset[str] | None = None
    """Environment names of those that have a value on this computer."""

    attachments: frozenset[str] | None = None
    allows_code: bool = True

"""Request: method, address, headers, body of each kind, and what must hold for the answer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from studio.journey.template import Text

Pairs = tuple[tuple[str, Text], ...]
"""Names and values, in order; a name may come again."""


@dataclass(frozen=True, slots=True)
class NoBody:
    """A request without a body."""

    KIND: ClassVar = "none"


@dataclass(frozen=True, slots=True)
class FormBody:
    """Fields as a browser's form sends them."""

    KIND: ClassVar = "form"

    fields: Pairs


class HoleType(StrEnum):
    """What a value is, once it stands in a JSON text."""

    TEXT = "text"

    JSON = "json"
    """A number, `true`, `false` or `null`, written as JSON writes it."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a JSON text that is filled anew for each request."""

    at: str
    """Where, as a JSON pointer such as `/items/0/id` (RFC 6901)."""

    value: Text
    type: HoleType = HoleType.TEXT


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON text."""

    KIND: ClassVar = "json"

    text: str
    """As it was recorded or typed, to the byte."""

    holes: tuple[Hole, ...] = ()


@dataclass(frozen=True, slots=True)
class RawBody:
    """Any other text."""

    KIND: ClassVar = "text"

    text: Text

    type: str
    """Its Content-Type."""


Body = NoBody | FormBody | JsonBody | RawBody


@dataclass(frozen=True, slots=True)
class StatusCheck:
    """The answer has one of these statuses; otherwise the request counts as failed."""

    KIND: ClassVar = "status"

    statuses: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP call within a step."""

    id: str
    """Within its journey; never used again."""

    method: str
    """In capitals."""

    path: Text
    """As on the wire, percent-encoded, with its query; begins with `/`.

    Values of variables are percent-encoded where they are put in, but for one at the very
    beginning: that is an address as on the wire.
    """

    endpoint: str | None = None
    """The name in all statistics, with varying parts as `[id]`; None: the path itself."""

    headers: Pairs = ()
    body: Body = NoBody()  # it is frozen
    check: StatusCheck | None = None

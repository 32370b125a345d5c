"""Request: method, address, headers, body of each kind, and what must hold for the answer."""

from dataclasses import dataclass
from typing import ClassVar

Pairs = tuple[tuple[str, str], ...]
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


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON text."""

    KIND: ClassVar = "json"

    text: str
    """As it was recorded or typed, to the byte."""


@dataclass(frozen=True, slots=True)
class RawBody:
    """Any other text."""

    KIND: ClassVar = "text"

    text: str

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

    path: str
    """As on the wire, percent-encoded, with its query; begins with `/`."""

    endpoint: str | None = None
    """The name in all statistics, with varying parts as `[id]`; None: the path itself."""

    headers: Pairs = ()
    body: Body = NoBody()  # it is frozen
    check: StatusCheck | None = None

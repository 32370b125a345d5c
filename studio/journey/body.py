"""Body: what a request sends, of each kind."""

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


NO_BODY = NoBody()


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
    """Any other text, such as XML."""

    KIND: ClassVar = "text"

    text: Text

    type: str
    """Its Content-Type."""


@dataclass(frozen=True, slots=True)
class FieldPart:
    """A part of a multipart body that is a plain field."""

    KIND: ClassVar = "field"

    name: str
    text: Text

    type: str = ""
    """Its Content-Type; empty: none is said, and servers take it for plain text."""


@dataclass(frozen=True, slots=True)
class FilePart:
    """A part of a multipart body that is a file."""

    KIND: ClassVar = "file"

    name: str

    file: str
    """The name of an attachment."""

    filename: str
    """As the server is told."""

    type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class PartsBody:
    """Parts as a browser's form with a file sends them: multipart/form-data."""

    KIND: ClassVar = "parts"

    parts: tuple[FieldPart | FilePart, ...]


@dataclass(frozen=True, slots=True)
class FileBody:
    """A file as it is."""

    KIND: ClassVar = "file"

    file: str
    """The name of an attachment."""

    type: str = "application/octet-stream"
    """Its Content-Type."""


@dataclass(frozen=True, slots=True)
class GraphqlBody:
    """A GraphQL operation, sent as JSON with the keys `query`, `variables`, `operationName`."""

    KIND: ClassVar = "graphql"

    query: str

    variables: str = ""
    """A JSON object as it was recorded or typed; empty: none are sent."""

    holes: tuple[Hole, ...] = ()
    """Places in the variables."""

    operation: str = ""
    """Its name; empty: it is not sent."""


Body = NoBody | FormBody | JsonBody | RawBody | PartsBody | FileBody | GraphqlBody

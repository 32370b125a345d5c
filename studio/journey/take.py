"""Take: a value kept from an answer, and where it stands there."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from studio.journey.template import Text


class Keep(StrEnum):
    """For how long a user keeps a value."""

    PASS = "pass"  # noqa: S105  # it is no password
    """Until its next pass."""

    USER = "user"
    """For as long as it lives."""


class Decoding(StrEnum):
    """What is undone before a value is kept."""

    NONE = "none"
    HTML = "html"
    """`&amp;` becomes `&`."""

    URL = "url"
    """`%20` becomes a space."""

    JSON = "json"
    """`\\u002f` and `\\/` become `/`."""


class IfMissing(StrEnum):
    """What happens where an answer lacks the value."""

    FAIL = "fail"
    """The request counts as failed and the pass is given up."""

    KEEP = "keep"
    """The value from before stays, if there is one."""

    DEFAULT = "default"
    """Another value stands in its place."""


@dataclass(frozen=True, slots=True)
class AnyItem:
    """In a JSON path: any item of a list, drawn at random."""

    KIND: ClassVar = "any"


@dataclass(frozen=True, slots=True)
class ItemWhere:
    """In a JSON path: the first item of a list with this value under this key."""

    KIND: ClassVar = "where"

    key: str
    value: str | int | bool


JsonStep = str | int | AnyItem | ItemWhere
"""A key of an object, the index of an item (negative: from the end), or a choice of items."""

JsonPath = tuple[JsonStep, ...]
"""From the whole answer inward; `studio.journey.json_path` gives it as text."""


@dataclass(frozen=True, slots=True)
class JsonPlace:
    """A value in a JSON answer."""

    KIND: ClassVar = "json"

    path: JsonPath


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """The value of a form field or of a meta tag in a page, hidden or not."""

    KIND: ClassVar = "form"

    name: str


@dataclass(frozen=True, slots=True)
class ElementPlace:
    """An element of a page: an attribute of it, or its text."""

    KIND: ClassVar = "element"

    selector: str
    """One CSS compound such as `a.buy[rel="next"]`; `studio.journey.selector` takes it apart."""

    attribute: str = ""
    """Empty: the text in the element."""


@dataclass(frozen=True, slots=True)
class LinkPlace:
    """The address of the first link whose text holds this one."""

    KIND: ClassVar = "link"

    text: str


@dataclass(frozen=True, slots=True)
class PatternPlace:
    """What a group of a regular expression matches."""

    KIND: ClassVar = "pattern"

    regex: str
    group: int = 1


@dataclass(frozen=True, slots=True)
class HeaderPlace:
    """A header of the answer."""

    KIND: ClassVar = "header"

    name: str


@dataclass(frozen=True, slots=True)
class CookiePlace:
    """A cookie the user holds after the answer."""

    KIND: ClassVar = "cookie"

    name: str


@dataclass(frozen=True, slots=True)
class AddressPlace:
    """A part of the address the answer came from, after all redirects."""

    KIND: ClassVar = "address"

    regex: str
    """Its first group is the value."""


Place = (
    JsonPlace
    | FieldPlace
    | ElementPlace
    | LinkPlace
    | PatternPlace
    | HeaderPlace
    | CookiePlace
    | AddressPlace
)


@dataclass(frozen=True, slots=True)
class Take:
    """A value kept from an answer."""

    variable: str
    """As in `{{order_id}}`."""

    place: Place
    keep: Keep = Keep.PASS

    nth: int = 1
    """Which of several, from 1; only where a pattern, an element or a link may match often."""

    decode: Decoding = Decoding.NONE
    if_missing: IfMissing = IfMissing.FAIL
    default: Text = ""
    """Only where `if_missing` is `default`."""

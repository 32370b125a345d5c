"""The parts of the preamble that requests use: what each needs, and the order they stand in."""

from collections.abc import Iterable, Iterator

from studio.locustfile import preamble_requests as written

_NEEDS = {
    "basic": ("b64encode",),
    "json_at": (),
    "json_any": ("random",),
    "json_where": ("random",),
    "json_value": ("json_at", "json", "suppress", "fail"),
    "json_items": ("json_at", "json", "suppress", "fail"),
    "form_value": ("text_of", "re", "html", "fail"),
    "element_value": ("text_of", "elements", "fail"),
    "elements": ("HTMLParser", "suppress"),
    "link_value": ("text_of", "elements", "suppress", "urljoin", "fail"),
    "pattern_value": ("text_of", "re", "islice", "fail"),
    "header_value": ("fail",),
    "cookie_value": ("fail",),
    "address_value": ("re", "fail"),
    "unescaped": ("json", "suppress"),
}
"""Part → other parts, and what must be imported, each by name."""

READERS = (
    ("json_value", written.JSON_VALUE),
    ("json_items", written.JSON_ITEMS),
    ("form_value", written.FORM_VALUE),
    ("elements", written.ELEMENTS),
    ("element_value", written.ELEMENT_VALUE),
    ("link_value", written.LINK_VALUE),
    ("pattern_value", written.PATTERN_VALUE),
    ("header_value", written.HEADER_VALUE),
    ("cookie_value", written.COOKIE_VALUE),
    ("address_value", written.ADDRESS_VALUE),
    ("unescaped", written.UNESCAPED),
)

MAYBE = "?"
"""Follows the name of a reader that is told what to do where its value is missing."""


def with_needs(uses: Iterable[str]) -> frozenset[str]:
    """Return what is used together with all that this needs itself."""
    found: set[str] = set()
    waiting = list(uses)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _NEEDS.get(name.removesuffix(MAYBE), ())
            waiting += (name.removesuffix(MAYBE), "nothing") if name.endswith(MAYBE) else ()
    return frozenset(found)


def readers(uses: frozenset[str]) -> Iterator[str]:
    """Yield the functions by which answers are read, in a fixed order.

    Args:
        uses: What is used, with all that this needs.
    """
    if "text_of" in uses:
        yield written.TEXT_OF
    if "nothing" in uses:
        yield written.NOTHING
    if "holds" in uses:
        yield written.HOLDS
    if "json_at" in uses:
        yield _json_at(uses)
    if "form_value" in uses:
        yield written.ATTRIBUTE
    for name, text in READERS:
        if name in uses:
            yield written.may_be_missing(text) if name + MAYBE in uses else text


def _json_at(uses: frozenset[str]) -> str:
    if "json_where" in uses:
        return written.JSON_AT_WHERE
    return written.JSON_AT_ANY if "json_any" in uses else written.JSON_AT

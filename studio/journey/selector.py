"""Selector: one CSS compound such as `a.buy[rel="next"]`, taken apart."""

import re
from dataclasses import dataclass

from studio.errors import StudioError
from studio.phrase import Phrase

_NAME = r"[A-Za-z_][A-Za-z0-9_-]*"
_PART = re.compile(
    rf"\#(?P<id>{_NAME})|\.(?P<class>{_NAME})"
    rf"|\[\s*(?P<attribute>{_NAME}(?::{_NAME})?)\s*"
    rf"(?:=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\]\s\"']+)\s*)?\]"
)


class SelectorError(StudioError):
    """A text that is no selector a take could follow."""


@dataclass(frozen=True, slots=True)
class Selector:
    """What an element of a page must be."""

    tag: str
    """In small letters; empty: any."""

    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str | None], ...] = ()
    """Names in small letters, and their values; None: any value. An id is one of them."""


def read_selector(shown: str) -> Selector:
    """Return a selector taken apart.

    Raises:
        SelectorError: It is none, or one with more than a tag, an id, classes and attributes.
    """
    rest = shown.strip()
    tag = re.match(rf"{_NAME}|\*", rest)
    rest = rest[tag.end() :] if tag else rest
    classes: list[str] = []
    attributes: list[tuple[str, str | None]] = []
    while rest:
        match = _PART.match(rest)
        if match is None:
            raise _refusal(shown)
        if match["class"]:
            classes.append(match["class"])
        else:
            attributes.append(_attribute(match))
        rest = rest[match.end() :]
    name = tag[0].lower() if tag and tag[0] != "*" else ""
    if not (tag or classes or attributes):
        raise _refusal(shown)
    return Selector(name, tuple(classes), tuple(attributes))


def _attribute(match: re.Match[str]) -> tuple[str, str | None]:
    if match["id"]:
        return "id", match["id"]
    value: str | None = match["value"]
    if value is not None and value[0] in "\"'":
        value = value[1:-1]
    return match["attribute"].lower(), value


def _refusal(shown: str) -> SelectorError:
    return SelectorError(
        Phrase("journey", "“{selector}” does not say which element of a page is meant.").of(
            selector=shown[:100]
        ),
        remedy=Phrase("journey", 'Write it like input#total, a.buy or a[rel="next"].'),
    )

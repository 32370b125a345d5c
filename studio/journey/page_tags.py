"""Tags of a page, as they are written: enough to take a value from one and to find it again."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from studio.journey.selector import Selector

_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*'){0,400000}+)>")
_ATTRIBUTE = re.compile(
    r"([A-Za-z_@:][\w.:@-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?"
)
_LONGEST_TAG = 400_000


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag of a page."""

    name: str
    """In small letters."""

    attributes: tuple[tuple[str, str], ...]
    """Names in small letters, and values, unescaped."""

    start: int
    end: int

    def get(self, name: str) -> str | None:
        """Return the value of an attribute; None where it has none of that name."""
        return next((value for key, value in self.attributes if key == name), None)

    def fits(self, selector: Selector) -> bool:
        """Return whether this is what a selector means."""
        classes = (self.get("class") or "").split()
        return (
            selector.tag in {"", self.name}
            and all(it in classes for it in selector.classes)
            and all(
                self.get(name) is not None and value in {None, self.get(name)}
                for name, value in selector.attributes
            )
        )


def tag_round(text: str, at: int) -> Tag | None:
    """Return the start tag a place in a page stands in; None where it stands in none."""
    start = text.rfind("<", max(0, at - _LONGEST_TAG), at)
    found = _TAG.match(text, start) if start >= 0 else None
    return _tag(found) if found is not None and found.end() > at else None


def tags_in(text: str, having: str = "") -> Iterator[Tag]:
    """Yield the start tags of a page, in order.

    Args:
        text: The page.
        having: What stands in those that are wanted; others are passed over, which is faster.
    """
    if not having:
        yield from (_tag(found) for found in _TAG.finditer(text))
        return
    end = at = 0
    while (at := text.find(having, max(at, end))) >= 0:
        tag = tag_round(text, at)
        end = tag.end if tag else at + len(having)
        if tag:
            yield tag


def _tag(found: re.Match[str]) -> Tag:
    pairs = (
        (it[1].lower(), html.unescape(it[2] or it[3] or it[4] or ""))
        for it in _ATTRIBUTE.finditer(found[2])
    )
    return Tag(found[1].lower(), tuple(pairs), found.start(), found.end())

"""Texts of other tools with `{{names}}` in them → texts with pieces."""

import re
from collections.abc import Callable, Iterator

from studio.journey.template import Piece, Text, joined

_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]{1,200}?)\s*\}\}")


def with_pieces(text: str, piece_of: Callable[[str], Piece]) -> Text:
    """Return a text with a piece in place of each `{{name}}`."""
    found: list[Piece] = []
    end = 0
    for match in _PLACEHOLDER.finditer(text):
        found += [text[end : match.start()], piece_of(match[1])]
        end = match.end()
    return joined([*found, text[end:]])


def names_in(text: str) -> Iterator[str]:
    """Yield the names of a text's placeholders, in order."""
    return (match[1] for match in _PLACEHOLDER.finditer(text))


def replaced(text: str, value_of: Callable[[str], str | None]) -> str:
    """Return a text with known names replaced; None: a placeholder stays."""

    def value(match: re.Match[str]) -> str:
        known = value_of(match[1])
        return match[0] if known is None else known

    return _PLACEHOLDER.sub(value, text)

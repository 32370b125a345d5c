"""Expressions laid out over lines as Black would leave them.

Black itself would do, but it takes milliseconds a line, and the editor shows the code while one
types. Black's rule for a bracket that does not fit on its line: its content goes to a line of its
own if it fits there and the bracket is a call's, else each item gets a line and a trailing comma.
Held against Black by a property test. Source: "The Black code style", psf/black, docs.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

WIDTH = 100
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Leaf:
    """Source that stays on one line."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """A bracket with items, separated by commas."""

    opening: str
    """Up to and with the bracket, for example `self.client.get(`."""

    items: tuple[Node, ...]
    closing: str

    is_display: bool = False
    """A list, dict or tuple written out, as against a call."""


Node = Leaf | Group


def prefixed(prefix: str, node: Node) -> Node:
    """Return the node with source before it, such as `data=`."""
    match node:
        case Leaf(text):
            return Leaf(prefix + text)
        case Group(opening):
            return replace(node, opening=prefix + opening)


def flat(node: Node) -> str:
    """Return the node on one line."""
    match node:
        case Leaf(text):
            return text
        case Group(opening, items, closing):
            return opening + ", ".join(map(flat, items)) + closing


def lay_out(node: Node, depth: int, suffix: str = "") -> list[str]:
    """Return the node as lines, indented `depth` times; `suffix` follows its end."""
    return _lines(node, INDENT * depth, suffix)


def _lines(node: Node, indent: str, suffix: str) -> list[str]:
    line = indent + flat(node) + suffix
    if isinstance(node, Leaf) or width_of(line) <= WIDTH or not node.items:
        return [line]
    return [indent + node.opening, *_content(node, indent + INDENT), indent + node.closing + suffix]


def _content(group: Group, indent: str) -> list[str]:
    if len(group.items) == 1:
        return _lines(group.items[0], indent, "")
    on_one_line = indent + ", ".join(map(flat, group.items))
    if not group.is_display and width_of(on_one_line) <= WIDTH:
        return [on_one_line]
    return [line for item in group.items for line in _lines(item, indent, ",")]


def width_of(line: str) -> int:
    """Return how wide a line is in a fixed-width font: a Chinese character takes two columns."""
    if line.isascii():
        return len(line)
    return sum(0 if unicodedata.combining(c) else _COLUMNS.get(_kind(c), 1) for c in line)


_kind = unicodedata.east_asian_width
_COLUMNS = {"W": 2, "F": 2}

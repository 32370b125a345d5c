"""Makers of fields, as the kinds of a journey's parts name them."""

from collections.abc import Callable, Mapping
from typing import Any

from studio.journey.check import OnFailure, Operator
from studio.journey.json_path import json_path_text, read_json_path
from studio.journey.typed_line import number_between, number_text, read_filled, read_pattern
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.field import (
    CountField,
    Field,
    FlagField,
    LineField,
    Make,
    OneOfField,
    TextField,
)
from ui.journey.pane.record_form import Spec
from ui.journey.pane.union_form import Kind, UnionField

OPERATORS: Mapping[Operator, Phrase] = {
    Operator.EQUAL: Phrase("journey", "is"),
    Operator.NOT_EQUAL: Phrase("journey", "is not"),
    Operator.LESS: Phrase("journey", "is less than"),
    Operator.AT_MOST: Phrase("journey", "is at most"),
    Operator.MORE: Phrase("journey", "is more than"),
    Operator.AT_LEAST: Phrase("journey", "is at least"),
    Operator.CONTAINS: Phrase("journey", "contains"),
    Operator.LACKS: Phrase("journey", "does not contain"),
    Operator.MATCHES: Phrase("journey", "matches"),
}

ON_FAILURE: Mapping[OnFailure, Phrase] = {
    OnFailure.GIVE_UP: Phrase("journey", "Give up this pass"),
    OnFailure.GO_ON: Phrase("journey", "Go on"),
    OnFailure.STOP_USER: Phrase("journey", "Stop this user"),
}


def line(
    read: Callable[[str], object] = str, write: Callable[[Any], str] = str, hint: str = ""
) -> Make:
    """Return what makes a line; the hint is seen while it is empty."""

    def make(desk: Desk, name: str) -> Field:
        field = LineField(desk, name, read, write)
        field.edit.setPlaceholderText(hint)
        return field

    return make


def number(least: float, most: float) -> Make:
    """Return what makes a line for a number with decimals."""
    return line(number_between(least, most), number_text)


def text(lines: int = 1) -> Make:
    """Return what makes a text with variables."""
    return lambda desk, name: TextField(desk, name, lines)


def count(least: int, most: int, unit: str = "") -> Make:
    """Return what makes a whole number."""
    return lambda desk, name: CountField(desk, name, least, most, unit)


def one_of(words: Mapping[Any, Phrase]) -> Make:
    """Return what makes a choice among a few values."""
    return lambda desk, name: OneOfField(desk, name, words)


def flag(desk: Desk, name: str) -> Field:
    """Make a tick."""
    return FlagField(desk, name)


def union(kinds: Mapping[type, Kind]) -> Make:
    """Return what makes a record of one of several kinds."""
    return lambda desk, name: UnionField(desk, name, kinds)


JSON_PATH = line(read_json_path, json_path_text, "$.items[0].id")
PATTERN = line(read_pattern, hint=r'id="(\d+)"')
FILLED = line(read_filled)
ON_FAILURE_SPEC = Spec("on_failure", Phrase("journey", "If it fails"), one_of(ON_FAILURE))
OPERATOR_SPEC = Spec("operator", Phrase("journey", "The value"), one_of(OPERATORS))

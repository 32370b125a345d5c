"""Where a value stands in a JSON text, found without rewriting the text."""

import json
import re

_BLANK = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()
_KEYS = "{"


def read_pointer(pointer: str) -> list[str]:
    """Return the steps of a JSON pointer such as `/items/0/id` (RFC 6901)."""
    steps = pointer.split("/")[1:]
    return [step.replace("~1", "/").replace("~0", "~") for step in steps]


def place_in(text: str, steps: list[str]) -> tuple[int, int] | None:
    """Return from where to where the value at a pointer stands; None if it is not there.

    Of a repeated key the first counts.
    """
    try:
        return _place(text, _skip(text, 0), steps)
    except (ValueError, IndexError, RecursionError):
        return None


def _place(text: str, at: int, steps: list[str]) -> tuple[int, int] | None:
    if not steps:
        return at, _end(text, at)
    opening, step = text[at], steps[0]
    if opening not in "{[":
        return None
    at, number = _skip(text, at + 1), 0
    while text[at] not in "}]":
        name = str(number)
        if opening == _KEYS:
            name, at = _DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)  # past the colon
        if name == step:
            return _place(text, at, steps[1:])
        at, number = _skip(text, _end(text, at)), number + 1
        at = _skip(text, at + 1) if text[at] == "," else at
    return None


def _end(text: str, at: int) -> int:
    """Return where the value that begins here ends."""
    return _DECODER.raw_decode(text, at)[1]


def _skip(text: str, at: int) -> int:
    """Return where the next thing that is no blank stands."""
    match = _BLANK.match(text, at)
    return match.end() if match else at

"""Sentences of edits as JSON, there and back: a project may be opened in another language."""

import json
import re
from dataclasses import replace

from studio.phrase import NOTHING, Phrase, Value
from studio.typed_json import MisfitError, read

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_PLACE = re.compile(r"\{[a-z_]+\}")


def write_sentence(sentence: Phrase) -> str:
    """Return a sentence as a text; `read_sentence` gives it back."""
    kept = (sentence.context, sentence.text, sentence.note, sentence.counted, sentence.values)
    return json.dumps(kept)


def read_sentence(text: str) -> Phrase:
    """Return the sentence in a text; any other text stands for itself.

    What comes from a file fills in nothing but its own values: a place such as `{x.__class__}`
    makes the whole text a mere one.
    """
    kind = tuple[str, str, str, int, dict[str, str | int | float]]
    try:
        context, said, note, counted, values = read(kind, json.loads(text))
    except (MisfitError, ValueError, RecursionError):
        return _mere(text)
    if not _fits(said, counted, values):
        return _mere(said)
    return replace(NOTHING, context=context, text=said, note=note, counted=counted, values=values)


def _fits(said: str, counted: int, values: dict[str, Value]) -> bool:
    places = _BRACES.findall(said)
    are_known = all(_PLACE.fullmatch(it) and it[1:-1] in values for it in places)
    return are_known and (not counted or isinstance(values.get("n"), int))


def _mere(text: str) -> Phrase:
    return Phrase("journey", "{sentence}").of(sentence=text[:200])

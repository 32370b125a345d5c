"""Scoring: what speaks for a value being issued anew each time, in points, each with its reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studio.journey.sent_value import SentValue
from studio.journey.suggestion import Reason
from studio.journey.take_making import Way
from studio.journey.value_rules import Known
from studio.journey.worth import bits_of, is_word, shape_of
from studio.recording.secret_names import is_secret_name

APPLIED_FROM = 55
OFFERED_FROM = 35

_ALIKE, _NEARLY_ALIKE, _SHARED_WORD = 25, 18, 12
_ENTROPY = ((64.0, 30), (32.0, 20), (16.0, 10))
_SHAPES = frozenset({"JWT", "UUID", "hex", "base64"})
_SHORT_DIGITS = ((2, -35), (4, -25), (6, -15))
_MANY_ANSWERS = 0.3
_FEWEST_ANSWERS = 4
_MOST_FOR_USES = 8
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_DULL_WORDS = frozenset({"x", "the", "a", "http", "data", "value", "form", "field", "hidden"})
_ID_WORDS = frozenset(
    {"id", "ids", "uuid", "guid", "key", "no", "number", "nr", "code", "slug", "ref", "pk"}
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a value and of one way to take it."""

    value: str
    way: Way
    uses: Sequence[SentValue]

    share_of_answers: float
    """In which it seems to be, from 0 to 1."""

    answer_count: int

    source_path: str
    """Of the request whose answer issues it."""

    is_from_redirect: bool
    """Whether a request that changes something was answered by a redirect with it."""

    known: Known | None


def reasons_for(evidence: Evidence) -> tuple[Reason, ...]:
    """Return all that speaks for a value, and against it."""
    return tuple(Reason(text, points) for text, points in _reasons(evidence) if points)


def _reasons(evidence: Evidence) -> Iterator[tuple[str, int]]:
    value, way = evidence.value, evidence.way
    yield way.source, way.points
    if evidence.known is not None:
        yield f"known from {evidence.known.framework}", 20
    yield "same name", max(_alike(way.name, use, evidence.source_path) for use in evidence.uses)
    bits = bits_of(value)
    yield "random", next((points for least, points in _ENTROPY if bits >= least), 0)
    shape = shape_of(value)
    yield f"looks like {shape}", 15 if shape in _SHAPES else 0
    names = [way.name, *(use.name for use in evidence.uses)]
    yield "secret-like name", 15 if any(map(is_secret_name, names)) else 0
    yield "from a redirect", 12 if evidence.is_from_redirect else 0
    yield "sent often", min(_MOST_FOR_USES, 2 * (len(evidence.uses) - 1))
    yield "a short number", _for_short_number(evidence)
    is_common = (
        evidence.answer_count >= _FEWEST_ANSWERS and evidence.share_of_answers > _MANY_ANSWERS
    )
    yield "in many answers", -25 if is_common else 0
    yield "a word", -35 if is_word(value) else 0


def _for_short_number(evidence: Evidence) -> int:
    value = evidence.value
    if not value.isdecimal() or _is_id(evidence.way.name):
        return 0
    if any(use.slot.where == "path" or _is_id(use.name) for use in evidence.uses):
        return 0
    return next((points for most, points in _SHORT_DIGITS if len(value) <= most), 0)


def _alike(taken_name: str, use: SentValue, source_path: str) -> int:
    """Return how much two names speak for being of one thing."""
    if use.slot.where == "path" and use.name and not use.written.startswith(";"):
        return _alike_in_path(taken_name, use, source_path)
    one, other = words_of(taken_name), words_of(use.name)
    if not one or not other:
        return 0
    if one == other:
        return _ALIKE
    if one <= other or other <= one:
        return _NEARLY_ALIKE
    return _SHARED_WORD if one & other else 0


def _alike_in_path(taken_name: str, use: SentValue, source_path: str) -> int:
    taken, noun = words_of(taken_name), singular(use.name.lower())
    source = {singular(it.lower()) for it in source_path.split("/") if it}
    if taken & words_of(use.name) or noun in taken:
        return _ALIKE
    if taken and taken <= _ID_WORDS:
        return _ALIKE if noun in source else _NEARLY_ALIKE
    return _SHARED_WORD if noun in source else 0


def words_of(name: str) -> frozenset[str]:
    """Return the words in a name, in small letters and in the singular, without dull ones."""
    words = {singular(word.lower()) for word in _WORDS.findall(name)}
    return frozenset(words - _DULL_WORDS) or frozenset(words)


def singular(noun: str) -> str:
    """Return an English noun in the singular, as addresses of APIs have it."""
    if noun.endswith("ies") and len(noun) > 4:  # noqa: PLR2004
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    is_plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
    return noun[:-1] if is_plural and len(noun) > 2 else noun  # noqa: PLR2004


def _is_id(name: str) -> bool:
    return bool(words_of(name) & _ID_WORDS)

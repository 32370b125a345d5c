"""Timers of a plan → pauses."""

from math import sqrt

from studio.importer.jmx.parts import Part
from studio.importer.jmx.reading import Reading
from studio.journey.wait import BetweenWait, ConstantWait, Pause
from studio.phrase import Phrase

_TIMERS = {
    "ConstantTimer",
    "UniformRandomTimer",
    "GaussianRandomTimer",
    "PoissonRandomTimer",
}
_LONGEST_MS = 86_400_000.0


def is_timer(part: Part) -> bool:
    """Return whether a part is a pause that is known."""
    return part.kind in _TIMERS


def pause_in(part: Part, reading: Reading, place: str) -> tuple[float, float]:
    """Return the shortest and the longest pause of a timer, in ms; what changes is noted."""
    offset_ms = _number(part, "ConstantTimer.delay", reading, place)
    range_ms = _number(part, "RandomTimer.range", reading, place)
    what = Phrase("importer", "{text}").of(text=part.name)
    if offset_ms is None or range_ms is None:
        reading.notes.left_out(
            place, what, Phrase("importer", "How long it is is known in a run only.")
        )
        return 0.0, 0.0
    reason = Phrase("importer", "The pause stands after a step, not before it.")
    low_ms, high_ms = offset_ms, offset_ms
    if part.kind == "UniformRandomTimer":
        high_ms = offset_ms + range_ms
    elif part.kind == "GaussianRandomTimer":
        low_ms, high_ms = _even(offset_ms, range_ms)
    elif part.kind == "PoissonRandomTimer":
        low_ms, high_ms = _even(offset_ms + range_ms, sqrt(range_ms))
    if part.kind in ("GaussianRandomTimer", "PoissonRandomTimer"):
        reason = Phrase(
            "importer", "It is drawn evenly around the same mean, and stands after a step."
        )
    reading.notes.adapted(place, what, reason)
    return min(low_ms, _LONGEST_MS), min(high_ms, _LONGEST_MS)


def pause_of(pause_ms: tuple[float, float]) -> Pause | None:
    """Return a pause of ours; None: there is none."""
    low_s, high_s = (round(it / 1000, 3) for it in pause_ms)
    if high_s <= 0:
        return None
    return ConstantWait(low_s) if low_s == high_s else BetweenWait(low_s, high_s)


def _even(mean_ms: float, deviation_ms: float) -> tuple[float, float]:
    """Return the even distribution with this mean and standard deviation (width: √12 of it)."""
    half_ms = sqrt(3.0) * deviation_ms
    return max(0.0, mean_ms - half_ms), mean_ms + half_ms


def _number(part: Part, name: str, reading: Reading, place: str) -> float | None:
    text = part.text(name)
    if not text.strip():
        return 0.0
    found = reading.expressions.number(text, place)
    return None if found is None else max(0.0, found)

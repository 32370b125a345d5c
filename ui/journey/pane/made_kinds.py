"""Variables a user makes up: how, what is asked about each way, and the words for it."""

from collections.abc import Mapping

from studio.journey.made import (
    Base64,
    Clock,
    ClockUnit,
    Composed,
    Counter,
    Date,
    Decimal,
    Digits,
    How,
    Integer,
    Letters,
    OneOf,
    Uuid,
)
from studio.journey.take import Keep
from studio.journey.template import put_together
from studio.journey.typed_line import list_text, read_list, read_variable
from studio.phrase import Phrase
from ui.journey.pane.making import FILLED, count, line, number, one_of, text, union
from ui.journey.pane.record_form import Spec
from ui.journey.pane.union_form import Kind

_MOST = 2_000_000_000
_MOST_SIGNS, _MOST_DAYS, _MOST_DIGITS = 1_000, 36_500, 9

UNITS: Mapping[ClockUnit, Phrase] = {
    ClockUnit.MS: Phrase("journey", "milliseconds"),
    ClockUnit.S: Phrase("journey", "seconds"),
}
WHEN: Mapping[Keep, Phrase] = {
    Keep.PASS: Phrase("journey", "For each pass"),
    Keep.USER: Phrase("journey", "Once for each user"),
}

_LOW, _HIGH = Phrase("journey", "From"), Phrase("journey", "To")
_COUNT = Phrase("journey", "How many")

HOWS: Mapping[type, Kind] = {
    Uuid: Kind(Phrase("journey", "UUID"), Uuid),
    Clock: Kind(
        Phrase("journey", "Time since 1970"),
        Clock,
        (Spec("unit", Phrase("journey", "In"), one_of(UNITS)),),
    ),
    Integer: Kind(
        Phrase("journey", "Whole number"),
        lambda: Integer(1, 100),
        (Spec("low", _LOW, count(-_MOST, _MOST)), Spec("high", _HIGH, count(-_MOST, _MOST))),
    ),
    Decimal: Kind(
        Phrase("journey", "Number with decimals"),
        lambda: Decimal(0.0, 1.0),
        (
            Spec("low", _LOW, number(-1e12, 1e12)),
            Spec("high", _HIGH, number(-1e12, 1e12)),
            Spec("digits", Phrase("journey", "Decimals"), count(0, _MOST_DIGITS)),
        ),
    ),
    OneOf: Kind(
        Phrase("journey", "One of a list"),
        lambda: OneOf(("red", "green", "blue")),
        (Spec("values", Phrase("journey", "Values"), line(read_list, list_text, "red, green")),),
    ),
    Letters: Kind(
        Phrase("journey", "Random letters"),
        lambda: Letters(8),
        (Spec("count", _COUNT, count(1, _MOST_SIGNS)),),
    ),
    Digits: Kind(
        Phrase("journey", "Random digits"),
        lambda: Digits(8),
        (Spec("count", _COUNT, count(1, _MOST_SIGNS)),),
    ),
    Counter: Kind(
        Phrase("journey", "Counter"),
        Counter,
        (Spec("first", Phrase("journey", "Begins at"), count(0, _MOST)),),
        Phrase("journey", "No two users of all workers ever have the same number."),
    ),
    Date: Kind(
        Phrase("journey", "Date"),
        Date,
        (
            Spec(
                "offset_days", Phrase("journey", "Days from today"), count(-_MOST_DAYS, _MOST_DAYS)
            ),
            Spec("format", Phrase("journey", "Written"), FILLED),
        ),
    ),
    Composed: Kind(
        Phrase("journey", "Text of other variables"),
        lambda: Composed(""),
        (Spec("text", Phrase("journey", "Text"), text()),),
    ),
    Base64: Kind(
        Phrase("journey", "Text as base64"),
        lambda: Base64(""),
        (Spec("text", Phrase("journey", "Text"), text()),),
    ),
}
"""Every way, in the order they are offered."""

MADE_SPECS = (
    Spec("name", Phrase("journey", "Keep as"), line(read_variable, hint="reference")),
    Spec("how", Phrase("journey", "Made as"), union(HOWS)),
    Spec("when", Phrase("journey", "New"), one_of(WHEN)),
)


def how_text(how: How) -> str:
    """Return the particulars of a way, in signs that need no translation."""
    match how:
        case Uuid():
            return ""
        case Integer(low, high) | Decimal(low, high):
            return f"{low:g} – {high:g}"
        case OneOf(values):
            return list_text(values)
        case Composed(words) | Base64(words):
            return put_together(words)
        case Clock() | Letters() | Digits() | Counter() | Date():
            return _short(how)


def _short(how: Clock | Letters | Digits | Counter | Date) -> str:
    match how:
        case Clock(unit):
            return unit.value
        case Letters(signs) | Digits(signs):
            return f"{signs}"
        case Counter(first):
            return f"{first}, {first + 1}, …"
        case Date(days, written):
            return f"{written} {days:+d}" if days else written

"""Functions of JMeter that make a value up, such as `__UUID` → how a user of ours does."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from studio.journey.made import (
    Clock,
    ClockUnit,
    Counter,
    Date,
    Digits,
    How,
    Integer,
    Letters,
    OneOf,
    Uuid,
)
from studio.journey.take import Keep

_JAVA_DATE = {
    "yyyy": "%Y",
    "yy": "%y",
    "MM": "%m",
    "dd": "%d",
    "HH": "%H",
    "hh": "%I",
    "mm": "%M",
    "ss": "%S",
    "a": "%p",
    "EEE": "%a",
    "MMM": "%b",
}
_DATE_PART = re.compile(r"'([^']*)'|([A-Za-z])\2*|[^A-Za-z']")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class MadeUp:
    """How a value is made up, and the name it is kept by as well."""

    how: How
    name: str = ""
    keep: Keep = Keep.PASS


def how_of(function: str, given: list[str]) -> MadeUp | None:
    """Return how a function makes its value up; None: in no way that is known."""
    known = _FUNCTIONS.get(function)
    return None if known is None else known([*given, "", "", "", ""])


def strftime_of(java: str) -> str | None:
    """Return a format of Java's dates as `strftime` reads it; None: it cannot say that."""
    found = ""
    for part in _DATE_PART.finditer(java[:_LONGEST]):
        if part[1] is not None:
            found += part[1].replace("%", "%%")
        elif part[2] is None:
            found += part[0].replace("%", "%%")
        elif part[0] in _JAVA_DATE:
            found += _JAVA_DATE[part[0]]
        else:
            return None
    return found


def _random(given: list[str]) -> MadeUp | None:
    if not all(re.fullmatch(r"-?\d{1,18}", it) for it in given[:2]):
        return None
    low, high = sorted((int(given[0]), int(given[1])))
    return MadeUp(Integer(low, high), given[2])


def _one_of(given: list[str]) -> MadeUp | None:
    """Return the choice; what is given last is the name it is kept by."""
    return MadeUp(OneOf(tuple(given[:-1])), given[-1]) if len(given) > 1 else None


def _time(given: list[str]) -> MadeUp | None:
    if not given[0]:
        return MadeUp(Clock(ClockUnit.MS), given[1])
    if given[0] == "/1000":
        return MadeUp(Clock(ClockUnit.S), given[1])
    shown = strftime_of(given[0])
    return MadeUp(Date(0, shown), given[1]) if shown else None


def _shifted(given: list[str]) -> MadeUp | None:
    shift = re.fullmatch(r"(-?)P(-?\d{1,4})D", given[2] or "P0D")
    shown = strftime_of(given[0])
    if shift is None or not shown or given[1]:
        return None
    days = int(shift[2]) * (-1 if shift[1] else 1)
    return MadeUp(Date(days, shown), given[4])


def _letters(given: list[str]) -> MadeUp | None:
    if re.fullmatch(r"[1-9]\d{0,3}", given[0]) is None:
        return None
    count = int(given[0])
    is_digits = given[1] and set(given[1]) <= set("0123456789")
    return MadeUp(Digits(count) if is_digits else Letters(count), given[2])


_FUNCTIONS: dict[str, Callable[[list[str]], MadeUp | None]] = {
    "__UUID": lambda _: MadeUp(Uuid()),
    "__Random": _random,
    "__time": _time,
    "__timeShift": _shifted,
    "__RandomString": _letters,
    "__counter": lambda given: MadeUp(Counter(), given[1]),
    "__threadNum": lambda _: MadeUp(Counter(), keep=Keep.USER),
    "__chooseRandom": lambda given: _one_of([it for it in given if it]),
}

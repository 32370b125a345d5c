"""Texts of JMeter, with `${name}` and `${__function(…)}` in them → texts with `{{names}}`."""

import re
from dataclasses import dataclass, field

from studio.importer.carried_over import CarryingOver
from studio.importer.jmx.functions import how_of
from studio.importer.variables import Variables
from studio.journey.template import Text
from studio.phrase import Phrase

_INNERMOST = re.compile(r"\$\{((?:[^${}]|\{\{[^{}]*\}\})*)\}")
_FUNCTION = re.compile(r"\s*(__\w+)\s*(?:\((.*)\))?\s*", re.DOTALL)
_COMMA = re.compile(r"(?<!\\),")
MOST_MADE = 1_000
"""So many values are made up anew; each user makes all of them in each pass."""

_DEEPEST = 5
_LONGEST_NAME = 200
_PROPERTIES = {"__P": 1, "__property": 2}
"""Functions that read a property, and which of what they are given is its default."""


@dataclass(slots=True)
class Expressions:
    """Reads the texts of a plan."""

    variables: Variables
    notes: CarryingOver
    _count: int = field(default=0)
    _told: set[str] = field(default_factory=set[str])

    def shown(self, raw: str, place: str) -> str:
        """Return a text with `{{names}}` in place of what JMeter would put in."""
        for _ in range(_DEEPEST):
            if "${" not in raw:
                break
            changed = _INNERMOST.sub(lambda it: self._shown(it, place), raw)
            if changed == raw:
                break
            raw = changed
        return raw

    def text(self, raw: str, place: str) -> Text:
        """Return a text with pieces in place of what JMeter would put in."""
        return self.variables.text(self.shown(raw, place))

    def value(self, raw: str, place: str) -> str:
        """Return a text with what is known of it put in."""
        return self.variables.expanded(self.shown(raw, place)).strip()

    def number(self, raw: str, place: str) -> float | None:
        """Return the number a text is; None: it is none that is known before a run."""
        value = self.value(raw, place)
        if re.fullmatch(r"-?\d{1,12}(\.\d{0,9})?", value) is None:
            return None
        return float(value)

    def _shown(self, match: re.Match[str], place: str) -> str:
        inside = match[1]
        function = _FUNCTION.fullmatch(inside)
        if function is None:
            name = inside.strip()
            return f"{{{{{name}}}}}" if 0 < len(name) <= _LONGEST_NAME else match[0]
        given = [it.replace("\\,", ",").strip() for it in _COMMA.split(function[2] or "")]
        known = self._function(function[1], given)
        if known is None:
            self._tell(match[0], place)
            return match[0]
        return known

    def _function(self, function: str, given: list[str]) -> str | None:
        first = given[0]
        if function in _PROPERTIES and first:
            place = _PROPERTIES[function]
            self.variables.define_new(first, given[place] if len(given) > place else "")
            return f"{{{{{first}}}}}"
        if function in ("__V", "__env", "__eval", "__evalVar") and first:
            return first if "{{" in first else f"{{{{{first}}}}}"
        if function in ("__urlencode", "__urldecode", "__escapeHtml"):
            return first
        found = how_of(function, given)
        if found is None or self._count >= MOST_MADE:
            return None
        self._count += 1
        name = found.name or f"{function} {self._count}"
        self.variables.make(name, found.how, found.keep)
        return f"{{{{{name}}}}}"

    def _tell(self, function: str, place: str) -> None:
        if function in self._told:
            return
        self._told.add(function)
        self.notes.left_out(
            place,
            Phrase("importer", "Function {text}").of(text=function[:200]),
            Phrase("importer", "Nothing in a journey stands for it; it stays as it is written."),
        )

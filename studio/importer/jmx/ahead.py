"""Ahead: pauses and code that stand between steps, and go to the step beside them."""

from dataclasses import dataclass, replace

from studio.importer.jmx.parts import Part
from studio.importer.jmx.scope import code_in
from studio.importer.jmx.timers import pause_of
from studio.importer.labels import note
from studio.journey.node import Node, Step
from studio.journey.wait import BetweenWait, ConstantWait


@dataclass(frozen=True, slots=True)
class Ahead:
    """What waits for a step it can go to."""

    pause_ms: tuple[float, float] = (0.0, 0.0)
    """The shortest and the longest pause."""

    code: str = ""

    def with_pause(self, pause_ms: tuple[float, float]) -> "Ahead":
        """Return the same with a pause more."""
        low_ms, high_ms = self.pause_ms
        return replace(self, pause_ms=(low_ms + pause_ms[0], high_ms + pause_ms[1]))

    def with_code(self, part: Part) -> "Ahead":
        """Return the same with the code of a part, where there is some."""
        code = code_in(part)
        return self if code == part.name else replace(self, code=note(f"{self.code}\n{code}"))

    def settled(self, before: list[Node]) -> "Ahead":
        """Give all to the last node, a pause only to a step, and return what is left."""
        last = before[-1] if before else None
        if last is None or self == NOTHING_AHEAD:
            return self
        if self.code:
            last = replace(last, note=note(f"{last.note}\n{self.code}"))
        before[-1] = last
        if not isinstance(last, Step):
            return Ahead(self.pause_ms)
        low_ms, high_ms = _pause_ms(last)
        pause = pause_of((low_ms + self.pause_ms[0], high_ms + self.pause_ms[1]))
        before[-1] = replace(last, wait=pause)
        return NOTHING_AHEAD


NOTHING_AHEAD = Ahead()


def _pause_ms(step: Step) -> tuple[float, float]:
    match step.wait:
        case ConstantWait(s):
            return s * 1000, s * 1000
        case BetweenWait(low_s, high_s):
            return low_s * 1000, high_s * 1000
        case _:
            return 0.0, 0.0

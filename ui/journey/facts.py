"""Facts: what is known of a journey besides its steps, and the words for it."""

from dataclasses import dataclass

from studio.journey.journey import Journey
from studio.journey.node import CodeBlock, Step
from studio.journey.order import Order
from studio.journey.pass_time import waiting_s
from studio.journey.walk import nodes_of
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.widget.figures import count


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a journey."""

    revision: int = 0
    """Its newest; 0: it has none yet."""

    is_fixed: bool = False
    """Whether nothing can be changed: it is only looked at."""

    problems: int = 0
    """What cannot work."""

    doubts: int = 0
    """What may not be meant."""

    has_passed: bool | None = None
    """What came of the last trial; None: it was not tried since it was changed."""

    trial_s: float = 0.0
    """How long the requests of the last trial took together."""


def steps_of(journey: Journey) -> int:
    """Return how many steps there are."""
    return sum(isinstance(it, Step | CodeBlock) for it in nodes_of(journey))


def standing(journey: Journey, facts: Facts) -> tuple[str, Phrase]:
    """Return how a journey stands: the tone and the words of a pill."""
    problems = Phrase("journey", "%n problem(s)", "", 1).of(n=facts.problems)
    doubts = Phrase("journey", "%n doubt(s)", "", 1).of(n=facts.doubts)
    for holds, tone, words in (
        (facts.is_fixed, "plain", Phrase("journey", "Look only")),
        (not steps_of(journey), "plain", Phrase("journey", "Empty")),
        (facts.problems, "bad", problems),
        (facts.has_passed is False, "bad", Phrase("journey", "Trial failed")),
        (facts.doubts, "warn", doubts),
        (facts.has_passed, "good", Phrase("journey", "Ready to run")),
    ):
        if holds:
            return tone, words
    return "accent", Phrase("journey", "Not tried yet")


def facts_words(journey: Journey, facts: Facts, say: Say) -> str:
    """Return the line of facts below the name of a journey."""
    parts = [journey.id]
    if facts.revision:
        parts.append(say(Phrase("journey", "revision {n}").of(n=facts.revision)))
    parts.append(say(Phrase("journey", "%n step(s)", "", 1).of(n=steps_of(journey))))
    pass_s = waiting_s(journey) + facts.trial_s
    if journey.order is Order.IN_ORDER and pass_s:
        parts.append(say(Phrase("journey", "one pass takes about {s} s").of(s=count(pass_s))))
    return " · ".join(parts)

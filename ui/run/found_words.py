"""What a search for the limit has found, in one sentence."""

from studio.engine.load_course import LimitFound, StepReason
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.run.sentences import goal_words
from ui.widget.figures import count, rate

_REASONS = {
    StepReason.GOAL_BROKEN: Phrase(
        "run", "The limit is about {users} users and {rate} requests/s: beyond, a goal is broken."
    ),
    StepReason.THROUGHPUT_FLAT: Phrase(
        "run",
        "The limit is about {users} users and {rate} requests/s: more users bring no more.",
    ),
    StepReason.GENERATOR_LIMIT: Phrase(
        "run",
        "Up to {users} users and {rate} requests/s all is well: beyond, the load generator is the"
        " limit.",
    ),
    StepReason.NO_ANSWER: Phrase(
        "run",
        "The limit is about {users} users and {rate} requests/s: beyond, nothing is answered.",
    ),
    StepReason.CAP_REACHED: Phrase(
        "run", "No limit was met up to {users} users and {rate} requests/s."
    ),
}


def found_words(limit: LimitFound, say: Say) -> str:
    """Say where the limit is, and why."""
    users, per_s = count(limit.users), rate(limit.requests_per_s)
    if limit.goal is not None and limit.reason is StepReason.GOAL_BROKEN:
        words = Phrase(
            "run",
            "The limit is about {users} users and {rate} requests/s. Beyond, it breaks: {goal}",
        )
        goal = say(goal_words(limit.goal.goal))
        return say(words.of(users=users, rate=per_s, goal=goal))
    return say(_REASONS[limit.reason].of(users=users, rate=per_s))

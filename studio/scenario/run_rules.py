"""RunRules: what a run does of itself when its target suffers, as far as a tester may say."""

from dataclasses import dataclass

LARGEST_ANSWER_BYTES = 5_000_000
"""How long an answer may be where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class RunRules:
    """What a run does of itself; the usual is right but for a test of just that."""

    stops_by_itself: bool = True
    """Whether it ends when its target is out of reach or fails most of the time."""

    obeys_retry_after: bool = True
    """Whether users wait when the target asks them to; a test of a limiter does not."""

    largest_answer_bytes: int = LARGEST_ANSWER_BYTES
    """A longer answer is a failure. Each user needs as much memory."""


USUAL_RULES = RunRules()

"""Signs of how a run ended → its ending."""

from dataclasses import dataclass

from studio.engine.load_messages import Finished
from studio.errors import EngineError, StudioError
from studio.phrase import Phrase
from studio.run.run import RunEnding


@dataclass(slots=True)
class Signs:
    """What a run's messages have said so far of how it will have ended."""

    has_begun: bool = False
    stopped_by_hand: bool = False
    stopped_by_rule: bool = False
    is_let_go: bool = False
    """Whether the engine went on without its studio, and so ended."""

    finished: Finished | None = None


def seen_ending(signs: Signs) -> RunEnding:
    """Return how a run ended whose engine was heard to its end, without an error."""
    if signs.stopped_by_rule:
        return RunEnding.STOPPED_BY_RULE
    if signs.stopped_by_hand:
        return RunEnding.STOPPED
    if signs.is_let_go:
        return RunEnding.INTERRUPTED
    return RunEnding.COMPLETED if signs.has_begun else RunEnding.STOPPED


def found_ending(
    signs: Signs, *, has_measured: bool, may_have_begun: bool
) -> tuple[RunEnding, StudioError | None]:
    """Return how a run ended whose end no studio lived to see, and why it failed, if it did.

    Args:
        signs: What its journal says.
        has_measured: Whether a second of it was measured.
        may_have_begun: Whether there may have been load of which the journal knows nothing.
    """
    finished = signs.finished
    if finished is not None and finished.exit_code:
        happened = Phrase("engine", "The engine ended early, with exit code {code}.")
        return RunEnding.FAILED, EngineError(happened.of(code=finished.exit_code))
    if not has_measured and not may_have_begun:
        return RunEnding.NEVER_STARTED, None
    if finished is None or signs.is_let_go:
        return RunEnding.INTERRUPTED, None
    return seen_ending(signs), None

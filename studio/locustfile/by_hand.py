"""Journeys that were taken over by hand: their text is the locustfile."""

from collections.abc import Sequence

from studio.journey.by_hand import python_fault
from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.locustfile.code_block import CodeNotAllowedError
from studio.phrase import Phrase


def text_by_hand(journeys: Sequence[Journey], *, allows_code: bool = False) -> str | None:
    """Return the locustfile a person wrote; None: it is still to be written.

    Args:
        journeys: Those that are to be walked.
        allows_code: Whether code that people wrote may run.

    Raises:
        CodeNotAllowedError: There is one, and it may not run.
        JourneyError: It is no Python, or other journeys are to be walked beside it.
    """
    for journey in journeys:
        if journey.by_hand is None:
            continue
        if not allows_code:
            raise _not_allowed(journey.name)
        if len(journeys) > 1:
            raise JourneyError(
                Phrase("locustfile", "“{journey}” was taken over by hand: it runs alone.").of(
                    journey=journey.name
                ),
                remedy=Phrase("locustfile", "Put it into a scenario of its own."),
            )
        if fault := python_fault(journey.by_hand.text):
            raise JourneyError(
                Phrase("locustfile", "The code of “{block}” cannot be run: {reason}.").of(
                    block=journey.name, reason=fault
                ),
                remedy=Phrase("locustfile", "Mend the code, or turn its block off."),
            )
        return journey.by_hand.text
    return None


def _not_allowed(journey: str) -> CodeNotAllowedError:
    return CodeNotAllowedError(
        Phrase("locustfile", "“{journey}” is code that a person wrote.").of(journey=journey),
        meaning=Phrase(
            "locustfile", "It could do anything on this computer, and is not allowed to."
        ),
        remedy=Phrase("locustfile", "Read it; then allow the code of this project."),
    )

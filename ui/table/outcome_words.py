"""What came of a request, in words."""

from studio.measurement.outcome import Outcome
from studio.phrase import Phrase

_WORDS = {
    Outcome.OK: Phrase("run", "Ok"),
    Outcome.CHECK_FAILED: Phrase("run", "Check failed"),
    Outcome.STATUS_4XX: Phrase("run", "Status 4xx"),
    Outcome.STATUS_5XX: Phrase("run", "Status 5xx"),
    Outcome.TIMED_OUT: Phrase("run", "Timed out"),
    Outcome.REFUSED: Phrase("run", "Refused"),
    Outcome.RESET: Phrase("run", "Reset"),
    Outcome.NOT_ALLOWED: Phrase("run", "Not allowed"),
    Outcome.TOO_LARGE: Phrase("run", "Too large"),
    Outcome.GARBLED: Phrase("run", "Unreadable"),
    Outcome.ENDLESS_REDIRECT: Phrase("run", "Endless redirect"),
    Outcome.OWN_LIMIT: Phrase("run", "Limit of this computer"),
    Outcome.OTHER: Phrase("run", "Other"),
}


def outcome_words(outcome: Outcome) -> Phrase:
    """Return an outcome in words that stand in a table."""
    return _WORDS[outcome]

"""Outcome: what came of a request."""

from enum import StrEnum


class Outcome(StrEnum):
    """What came of a request; everything but `OK` is a failure."""

    OK = "ok"
    CHECK_FAILED = "check failed"
    """The server answered, and the answer is not the one the journey expects."""

    STATUS_4XX = "4xx"
    STATUS_5XX = "5xx"
    TIMED_OUT = "timed out"
    REFUSED = "refused"
    """Nobody listens at the address, or its name is not known."""

    RESET = "reset"
    """The connection was ended from the other side before an answer."""

    NOT_ALLOWED = "not allowed"
    """It would have led to a place this run may not go to; nothing was sent there."""

    TOO_LARGE = "too large"
    """The answer was longer than any answer may be, or unpacked to more."""

    GARBLED = "garbled"
    """The answer cannot be read: no sound HTTP, broken off, or packed in no known way."""

    ENDLESS_REDIRECT = "endless redirect"
    """It was sent on again and again."""

    OWN_LIMIT = "own limit"
    """Nothing was sent: this computer has no open files or no local ports left for it."""

    OTHER = "other"

    @property
    def is_failure(self) -> bool:
        """Whether a visitor would call it a failure."""
        return self is not Outcome.OK

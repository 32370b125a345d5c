"""What came of a request is told by its cause, not by its words."""

import errno
import socket
import zlib
from http.client import IncompleteRead

import pytest

from studio.child.load.guard_errors import NotAllowedError, TooLargeError
from studio.child.load.outcomes import DEADLINE_TEXT, outcome_of
from studio.measurement.outcome import Outcome


class CatchResponseError(Exception):
    """Stands for Locust's own, which is known by its name."""


class Wrapped(Exception):  # noqa: N818  # as the library's
    """Stands for an exception of a client that hides its cause."""

    def __init__(self, reason: Exception) -> None:
        super().__init__("failed")
        self.reason = reason


BROTLI_ERROR = type("error", (Exception,), {})
"""Stands for brotli's own, which has a name in small letters."""


class ChunkedEncodingError(Exception):
    """Stands for one of a client, as those below do."""


class RequestException(Exception):  # noqa: N818
    pass


class TooManyRedirects(Exception):  # noqa: N818
    pass


class InvalidSchema(Exception):  # noqa: N818
    pass


def chained(cause: Exception) -> Exception:
    try:
        raise ValueError("outer") from cause
    except ValueError as error:
        return error


@pytest.mark.parametrize(
    ("exception", "status", "outcome"),
    [
        (None, 200, Outcome.OK),
        (None, 503, Outcome.OK),  # a check asked for it
        (CatchResponseError("no welcome"), 200, Outcome.CHECK_FAILED),
        ("no welcome", 200, Outcome.CHECK_FAILED),
        (CatchResponseError("status 404"), 404, Outcome.STATUS_4XX),
        (ValueError("x"), 500, Outcome.STATUS_5XX),
        (TimeoutError(), 0, Outcome.TIMED_OUT),
        (OSError(f"{DEADLINE_TEXT} 30 s"), 0, Outcome.TIMED_OUT),
        (ConnectionRefusedError(111, "refused"), 0, Outcome.REFUSED),
        (socket.gaierror(-2, "unknown"), 0, Outcome.REFUSED),
        (ConnectionResetError(), 0, Outcome.RESET),
        (Wrapped(Wrapped(ConnectionRefusedError())), 0, Outcome.REFUSED),
        (chained(BrokenPipeError()), 0, Outcome.RESET),
        (NotAllowedError("evil.test is not an allowed target"), 0, Outcome.NOT_ALLOWED),
        (Wrapped(NotAllowedError("x")), 0, Outcome.NOT_ALLOWED),
        (chained(TooLargeError("an answer is larger than 1 bytes")), 0, Outcome.TOO_LARGE),
        (TooLargeError("x"), 404, Outcome.TOO_LARGE),
        (ValueError("Unknown content encoding: zstd"), 200, Outcome.GARBLED),
        (BROTLI_ERROR("incomplete"), 200, Outcome.GARBLED),
        (zlib.error("incorrect header check"), 200, Outcome.GARBLED),
        (IncompleteRead(b"x", 9), 0, Outcome.GARBLED),
        (ChunkedEncodingError(IncompleteRead(b"x", 9)), 0, Outcome.GARBLED),
        (ChunkedEncodingError(TooLargeError("x")), 0, Outcome.TOO_LARGE),
        (ChunkedEncodingError(ConnectionResetError()), 0, Outcome.RESET),
        (TooManyRedirects("Exceeded 10 redirects."), 0, Outcome.ENDLESS_REDIRECT),
        (InvalidSchema("file:"), 0, Outcome.NOT_ALLOWED),
        (RequestException(ValueError("Invalid IPv6 URL")), 0, Outcome.GARBLED),
        (OSError(errno.EMFILE, "Too many open files"), 0, Outcome.OWN_LIMIT),
        (Wrapped(OSError(errno.EADDRNOTAVAIL, "no port is left")), 0, Outcome.OWN_LIMIT),
        (OSError(errno.EHOSTUNREACH, "no way"), 0, Outcome.OTHER),
        (RuntimeError("who knows"), 0, Outcome.OTHER),
    ],
)
def test_an_outcome_is_found(exception: object, status: int, outcome: Outcome) -> None:
    assert outcome_of(exception, status) is outcome


def test_an_exception_that_causes_itself_ends_the_search() -> None:
    error = RuntimeError("x")
    error.__context__ = error
    assert outcome_of(error, 0) is Outcome.OTHER

"""RUNS IN A CHILD PROCESS. What came of a request, by the exception and the status it left."""

import errno
import socket
import zlib
from collections.abc import Iterator
from http.client import HTTPException

from studio.child.load.guard_errors import NotAllowedError, TooLargeError
from studio.measurement.outcome import Outcome

DEADLINE_TEXT = "no complete answer in"
"""Begins the sentence with which a locustfile's own deadline ends a request."""

_CLIENT_ERROR, _SERVER_ERROR = 400, 500
_TIMED_OUT_NAMES = {"Timeout", "ReadTimeout", "ConnectTimeout", "ConnectTimeoutError"}
_RESET_NAMES = {"HTTPConnectionClosed", "RemoteDisconnected", "ConnectionClosed"}
_AWAY_NAMES = {"UnsupportedRedirectSchemeError", "InvalidSchema"}
_ENDLESS_NAMES = {"RetriesExceeded", "TooManyRedirects"}
_KINDS: tuple[tuple[tuple[type[BaseException], ...], set[str], Outcome], ...] = (
    ((NotAllowedError,), _AWAY_NAMES, Outcome.NOT_ALLOWED),
    ((TooLargeError,), set(), Outcome.TOO_LARGE),
    ((TimeoutError,), _TIMED_OUT_NAMES, Outcome.TIMED_OUT),
    ((ConnectionRefusedError, socket.gaierror), set(), Outcome.REFUSED),
    ((ConnectionResetError, BrokenPipeError), _RESET_NAMES, Outcome.RESET),
    ((), _ENDLESS_NAMES, Outcome.ENDLESS_REDIRECT),
)
"""Types, and names of types that are not to be imported here; the first that fits decides."""

_GARBLED_NAMES = {
    *("HTTPParseError", "HTTPProtocolViolationError"),  # of FastHttpUser
    *("ChunkedEncodingError", "ContentDecodingError", "InvalidHeader", "InvalidURL"),  # of requests
    *("ProtocolError", "DecodeError"),  # of urllib3
    *("error", "RequestException"),  # of brotli, and what locustfiles make of all others
}
_DEEPEST = 8
_OWN_LIMITS = {errno.EMFILE, errno.ENFILE, errno.EADDRNOTAVAIL, errno.ENOBUFS, errno.ENOMEM}
"""By which this very computer says that it has nothing left to connect with."""


def outcome_of(exception: object, status: int) -> Outcome:
    """Return what came of a request.

    Args:
        exception: What Locust told of: None, an exception, or a text.
        status: Of the answer, or 0 if there was none.
    """
    if exception is None:
        return Outcome.OK
    if isinstance(exception, TooLargeError):
        return Outcome.TOO_LARGE
    if status >= _SERVER_ERROR:
        return Outcome.STATUS_5XX
    if status >= _CLIENT_ERROR:
        return Outcome.STATUS_4XX
    if not isinstance(exception, BaseException) or type(exception).__name__ == "CatchResponseError":
        return Outcome.CHECK_FAILED
    causes = list(_causes(exception))
    known = (outcome for cause in causes if (outcome := _of_one(cause)) is not None)
    return next(known, Outcome.GARBLED if any(map(_is_garbled, causes)) else Outcome.OTHER)


def _of_one(error: BaseException) -> Outcome | None:
    if isinstance(error, OSError) and error.errno in _OWN_LIMITS:
        return Outcome.OWN_LIMIT
    name = type(error).__name__
    for kinds, names, outcome in _KINDS:
        if isinstance(error, kinds) or name in names:
            return outcome
    return Outcome.TIMED_OUT if DEADLINE_TEXT in str(error) else None


def _is_garbled(error: BaseException) -> bool:
    """Return whether an answer could not be read; weaker than every other reason found."""
    kinds = (zlib.error, HTTPException, ValueError)
    return isinstance(error, kinds) or type(error).__name__ in _GARBLED_NAMES


def _causes(exception: BaseException) -> Iterator[BaseException]:
    """Yield an exception and what it was made of, outermost first."""
    waiting: list[object] = [exception]
    for _ in range(_DEEPEST):
        if not waiting:
            return
        error = waiting.pop(0)
        if isinstance(error, BaseException):
            yield error
            waiting += [*error.args, getattr(error, "reason", None)]
            waiting += [error.__cause__, error.__context__]

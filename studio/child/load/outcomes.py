"""RUNS IN A CHILD PROCESS. What came of a request, by the exception and the status it left."""

import socket
from collections.abc import Iterator

from studio.child.load.guard_errors import NotAllowedError, TooLargeError
from studio.measurement.outcome import Outcome

DEADLINE_TEXT = "no complete answer in"
"""Begins the sentence with which a locustfile's own deadline ends a request."""

_CLIENT_ERROR, _SERVER_ERROR = 400, 500
_TIMEOUT_NAMES = {"Timeout", "ReadTimeout", "ConnectTimeout", "ConnectTimeoutError"}
_RESET_NAMES = {"HTTPConnectionClosed", "RemoteDisconnected", "ConnectionClosed"}
_DEEPEST = 8


def outcome_of(exception: object, status: int) -> Outcome:
    """Return what came of a request.

    Args:
        exception: What Locust told of: None, an exception, or a text.
        status: Of the answer, or 0 if there was none.
    """
    if exception is None:
        return Outcome.OK
    if status >= _SERVER_ERROR:
        return Outcome.STATUS_5XX
    if status >= _CLIENT_ERROR:
        return Outcome.STATUS_4XX
    if not isinstance(exception, BaseException) or type(exception).__name__ == "CatchResponseError":
        return Outcome.CHECK_FAILED
    known = (_of_one(cause) for cause in _causes(exception))
    return next((outcome for outcome in known if outcome is not None), Outcome.OTHER)


def _of_one(error: BaseException) -> Outcome | None:
    if isinstance(error, NotAllowedError):
        return Outcome.NOT_ALLOWED
    if isinstance(error, TooLargeError):
        return Outcome.TOO_LARGE
    name = type(error).__name__
    if isinstance(error, TimeoutError) or name in _TIMEOUT_NAMES or DEADLINE_TEXT in str(error):
        return Outcome.TIMED_OUT
    if isinstance(error, (ConnectionRefusedError, socket.gaierror)):
        return Outcome.REFUSED
    if isinstance(error, (ConnectionResetError, BrokenPipeError)) or name in _RESET_NAMES:
        return Outcome.RESET
    return None


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

"""RUNS IN A CHILD PROCESS. Which failed and slow exchanges a worker process keeps whole.

An exchange is caught at once, for its objects are used again; it is redacted when the next report
is made, a few at a time, so that no user waits long.
"""
# pyright: basic

import time
from collections import deque
from typing import Any, NamedTuple

from studio.child.load.occurrences import Occurrence
from studio.child.load.picturing import fit, picture
from studio.child.load.raw_exchange import RawExchange
from studio.measurement.example import MOST_EXAMPLES, Example, ExampleKind
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.recording.redaction import KnownSecrets, Redactor
from studio.typed_json import write

_KEPT_OF_A_CAUSE = frozenset({1, 2, 3, 30, 300})
"""Which failures of one cause are kept: the first three, and two that came later."""

_AT_ONCE_S = 0.01
"""How long redacting may take with one report; a long body takes some ms, and users wait."""

_MOST_WAITING = 40
_LONGEST_SAID = 2000


class Caught(NamedTuple):
    """An exchange that is to be kept, still unredacted."""

    kind: ExampleKind
    endpoint: tuple[str, str]
    outcome: Outcome
    cause: str
    said: str
    at_s: float
    response_time_ms: float
    exchange: RawExchange


class Examples:
    """The exchanges one worker process keeps, until they are reported."""

    def __init__(self, worker: str, secrets: KnownSecrets) -> None:
        self._worker = worker
        self._secrets = secrets
        self._waiting: deque[Caught] = deque()
        self._kept = 0

    def wants(self, cause: Occurrence[Any]) -> bool:
        """Return whether the latest failure of a cause is one to keep."""
        return cause.count in _KEPT_OF_A_CAUSE and self.has_room

    @property
    def has_room(self) -> bool:
        """Whether one more can be kept."""
        return self._kept < MOST_EXAMPLES and len(self._waiting) < _MOST_WAITING

    def keep(self, caught: Caught) -> None:
        """Keep an exchange."""
        self._kept += 1
        self._waiting.append(caught)

    def take(self, *, everything: bool) -> list[Any]:
        """Return examples as plain values: as many as can be made in a moment, or all that wait."""
        until_s = time.monotonic() + _AT_ONCE_S
        made: list[Any] = []
        while self._waiting and (everything or time.monotonic() < until_s):
            made.append(write(self._example(self._waiting.popleft())))
        return made

    def _example(self, caught: Caught) -> Example:
        redactor = Redactor(self._secrets)
        request, answer = picture(caught.exchange, redactor)
        said = redactor.again(redactor.text(caught.said[:_LONGEST_SAID]))
        return fit(
            Example(
                kind=caught.kind,
                endpoint=Endpoint(*caught.endpoint),
                outcome=caught.outcome,
                cause=caught.cause,
                said=said,
                at_s=round(caught.at_s, 3),
                response_time_ms=round(caught.response_time_ms, 3),
                worker=self._worker,
                request=request,
                answer=answer,
            )
        )

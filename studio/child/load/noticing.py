"""RUNS IN A CHILD PROCESS. What goes wrong in one worker process, kept until its next report."""
# pyright: basic

from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Any

from studio.child.load.broken_tasks import describe, place_of
from studio.child.load.catching import catch
from studio.child.load.causes import Causes, text_of
from studio.child.load.counting import Key, Part
from studio.child.load.engine_log import EngineLog
from studio.child.load.examples import Caught, Examples
from studio.child.load.gathering import (
    MOST_CAUSES,
    MOST_EXCEPTIONS,
    CauseKey,
    ExceptionKey,
    fold_cause,
    fold_exception,
)
from studio.child.load.occurrences import Occurrences
from studio.child.load.slow_requests import SlowRequests
from studio.measurement.example import ExampleKind
from studio.measurement.outcome import Outcome
from studio.recording.redaction import KnownSecrets, Redactor


class Noticing:
    """Failures by cause, examples, exceptions and the log of one worker process.

    Whatever is counted is reported as all there has been so far, so a report that is lost or comes
    twice changes nothing.
    """

    def __init__(
        self, worker: str, locustfile: str, secrets: Mapping[str, str], now_s: Callable[[], float]
    ) -> None:
        """Notice nothing yet.

        Args:
            worker: The name of this process within the run.
            locustfile: The file that runs.
            secrets: Values by name, which are to stand in nothing that is told.
            now_s: Tells the run time.
        """
        self._locustfile = locustfile
        self._secrets = KnownSecrets(secrets)
        self._now_s = now_s
        self._texts = Causes(lambda text: Redactor(self._secrets).text(text))
        self._causes: Occurrences[CauseKey] = Occurrences(MOST_CAUSES, fold_cause)
        self._exceptions: Occurrences[ExceptionKey] = Occurrences(MOST_EXCEPTIONS, fold_exception)
        self._new_exceptions: dict[ExceptionKey, list[str]] = {}
        self._slow = SlowRequests()
        self._examples = Examples(worker, self._secrets)
        self._log = EngineLog(now_s, self._secrets)

    @property
    def slow_from_us(self) -> Mapping[tuple[str, str], int]:
        """By method and name, the response time above which a request is to be offered."""
        return self._slow.from_us

    def listen_to_log(self) -> None:
        """Listen to the log, once Locust has set it up."""
        self._log.listen()

    def note_failure(
        self,
        key: Key,
        exception: object,
        response_time_ms: float,
        response: object,
        address: str,
    ) -> None:
        """Count a failed request by its cause, and keep it if it is one to keep."""
        endpoint, outcome = key[1:3], key[3]
        status = getattr(response, "status_code", 0) or 0
        text = self._texts.cause_of(exception, status)
        at_s = self._now_s()
        cause = self._causes.add((*endpoint, str(outcome), text), at_s)
        kind = ExampleKind.FAILED
        if self._slow.was_asked(endpoint):
            kind = ExampleKind.ASKED
        elif not self._examples.wants(cause):
            return
        exchange = catch(endpoint[0], address, response)
        said, text = text_of(exception), cause.key[3]
        self._examples.keep(
            Caught(kind, endpoint, outcome, text, said, at_s, response_time_ms, exchange)
        )

    def note_slow(self, key: Key, response_time_ms: float, response: object, address: str) -> None:
        """Keep a request that was slow, or that was asked for."""
        endpoint = key[1:3]
        kind = ExampleKind.SLOW
        if self._slow.was_asked(endpoint):
            kind = ExampleKind.ASKED
        else:
            self._slow.keep(endpoint, round(response_time_ms * 1000))
            if not self._examples.has_room:
                return
        exchange = catch(endpoint[0], address, response)
        at_s = self._now_s()
        self._examples.keep(
            Caught(kind, endpoint, Outcome.OK, "", "", at_s, response_time_ms, exchange)
        )

    def note_exception(self, exception: BaseException, trace: TracebackType | None) -> None:
        """Count an exception that left a task."""
        kind = type(exception).__name__
        text = self._texts.text_of("str", text_of(exception))
        place = place_of(trace, self._locustfile)
        found = self._exceptions.add((kind, text, place), self._now_s())
        if found.count == 1:
            told = describe(exception, trace, self._locustfile, self._secrets)
            self._new_exceptions[found.key] = [told.text, told.place, told.traceback]

    def keep_next(self, method: str, name: str) -> None:
        """Keep the next exchange of an endpoint."""
        self._slow.ask((method, name))

    def take(self, parts: Iterable[Part], *, everything: bool) -> dict[str, Any]:
        """Return what is to be told with a report, as plain values.

        Args:
            parts: What is reported of requests, to learn from what is slow.
            everything: Whether this may be the last report.
        """
        self._slow.learn(parts)
        new, self._new_exceptions = self._new_exceptions, {}
        return {
            "causes": [it.to_wire() for it in self._causes.take_changed()],
            "exceptions": [
                [*it.to_wire(), new.get(it.key, [])] for it in self._exceptions.take_changed()
            ],
            "lines": self._log.take(),
            "examples": self._examples.take(everything=everything),
        }

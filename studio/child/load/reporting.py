"""RUNS IN A CHILD PROCESS. The agent of a worker process: counts its requests, and reports."""
# pyright: basic

import os
import platform
from time import monotonic
from types import TracebackType
from typing import Any, TextIO

import gevent
import locust
from locust import events
from locust.runners import WorkerRunner

from studio.child.leash import Leash
from studio.child.load.counting import Counter
from studio.child.load.crew import Crew
from studio.child.load.guard import SocketGuard
from studio.child.load.health import HealthWatch
from studio.child.load.lane.lane_counts import LANE_COUNTS
from studio.child.load.noticing import Noticing
from studio.child.load.outcomes import outcome_of
from studio.engine.load_commands import (
    JoinRun,
)
from studio.engine.load_messages import (
    MESSAGES,
    VERSION,
    Hello,
)
from studio.measurement.outcome import Outcome

REPORT_KEY = "swarmbook"
"""Under which name our numbers travel in Locust's own worker reports."""

BEGAN = "swarmbook_began"
"""The message by which a worker process learns when run time began."""

KEEP_NEXT = "swarmbook_keep_next"
"""The message by which worker processes learn that an exchange is to be kept."""

END_NOW = "swarmbook_end_now"
"""The message that ends every user where it stands."""

SAY_LAST = "swarmbook_say_last"
"""The message that asks for what has not been told yet."""

LAST_REPORT = "swarmbook_last_report"
"""The answer to both of them; nothing is measured after it."""

_OK = Outcome.OK
_PULSE_EVERY_S = 1.0
_ENDED_WITHIN_S = 0.3


class Reporter:
    """Counts requests into histograms and adds them to what Locust reports anyway."""

    def __init__(
        self, order: JoinRun, leash: Leash, wire: TextIO, guard: SocketGuard, lane_off: str
    ) -> None:
        self._order = order
        self._leash = leash
        self._wire = wire
        self._guard = guard
        self._lane_off = lane_off
        self._noticing = Noticing(order.worker, order.locustfile, {}, self._at_s)
        self._counter = Counter(self._noticing.slow_from_us)
        self._health = HealthWatch()
        self._crew = Crew()
        self._began_s = monotonic()
        self._has_begun = False
        self._runner: WorkerRunner

    def attach(self) -> None:
        """Begin to listen, before anything in the locustfile does."""
        events.init.add_listener(self._begin)
        events.request.add_listener(self._count)
        events.user_error.add_listener(self._note_exception)
        events.report_to_master.add_listener(self._report)

    def _begin(self, runner: WorkerRunner, **_rest: object) -> None:
        self._runner = runner
        hello = Hello("locust-worker", VERSION, os.getpid(), platform.python_version(), _LOCUST)
        print(MESSAGES.encode(hello), file=self._wire)
        self._noticing.listen_to_log()
        runner.register_message(BEGAN, self._learn_beginning)
        runner.register_message(END_NOW, self._end_now, concurrent=True)
        runner.register_message(SAY_LAST, self._say_last)
        runner.register_message(KEEP_NEXT, self._keep_next)
        self._crew.take_over(runner)
        self._health.start()
        watch_leash(self._leash, self._obey)
        gevent.spawn(pulse, self._leash)

    def _learn_beginning(self, msg: Any, **_rest: object) -> None:  # noqa: ANN401
        # CLOCK_MONOTONIC is one and the same for all processes of a computer.
        self._began_s = msg.data["began_s"]
        self._has_begun = True
        self._crew.begin(self._began_s)

    def _keep_next(self, msg: Any, **_rest: object) -> None:  # noqa: ANN401
        self._noticing.keep_next(msg.data["method"], msg.data["name"])

    def _at_s(self) -> float:
        return monotonic() - self._began_s

    def _obey(self, _lines: list[str]) -> None:
        if self._leash.is_let_go:
            # Nobody waits for these users any more: they end where they stand.
            self._end_users()
            self._say_last()
            self._runner.quit()

    def _end_now(self, **_rest: object) -> None:
        self._end_users()
        self._say_last()

    def _end_users(self) -> None:
        self._guard.close_gate()
        runner = self._runner
        runner.environment.stop_timeout = 0
        if runner.spawning_greenlet is not None:
            runner.spawning_greenlet.kill()
        for _ in range(2):  # what a user does in its `on_stop` is ended, too
            runner.user_greenlets.kill(timeout=_ENDED_WITHIN_S)

    def _say_last(self, **_rest: object) -> None:
        data: dict[str, Any] = {}
        self._report(data)
        self._runner.send_message(LAST_REPORT, data)

    def _count(  # noqa: PLR0913  # named, for gathering the rest costs every request a dict
        self,
        *,
        request_type: str,
        name: str,
        response_time: float,
        response_length: int,
        exception: object,
        response: object = None,
        url: str = "",
        context: object = None,  # noqa: ARG002
        start_time: float = 0.0,  # noqa: ARG002
        **_rest: object,
    ) -> None:
        outcome = _OK
        if exception is not None:
            outcome = outcome_of(exception, getattr(response, "status_code", 0) or 0)
        us = int(response_time * 1000 + 0.5) if response_time else 0
        key = int(monotonic() - self._began_s), request_type, name, outcome
        is_slow = self._counter.count(key, us, response_length or 0)
        if exception is not None:
            self._noticing.note_failure(key, exception, us / 1000, response, url)
        elif is_slow:
            self._noticing.note_slow(key, us / 1000, response, url)

    def _note_exception(
        self, exception: BaseException, tb: TracebackType | None = None, **_rest: object
    ) -> None:
        self._noticing.note_exception(exception, tb)

    def _report(self, data: dict[str, Any], **_rest: object) -> None:
        until_s = self._at_s()
        cpu_share, lag_p95_ms = self._health.take()
        parts = self._counter.take()
        users = self._runner.user_count
        data[REPORT_KEY] = {
            "worker": self._order.worker,
            "until_s": until_s,
            "users": users,
            "cpu_share": cpu_share,
            "lag_p95_ms": lag_p95_ms,
            "parts": [part.to_wire() for part in parts],
            "requests": self._counter.requests,
            "failures": self._counter.failures,
            "refused": self._guard.allowance.take_refused(),
            "trouble": self._noticing.take(parts, everything=not users),
            "has_begun": self._has_begun,
            "samples": list(self._crew.take_samples().items()),
            "lane_off": self._lane_off,
            "lane": LANE_COUNTS.all(),
        }


def watch_leash(leash: Leash, obey: Any) -> None:  # noqa: ANN401
    """Have `obey` called with new lines from the studio, on the event loop's own thread."""
    watcher = gevent.get_hub().loop.async_()
    watcher.start(lambda: gevent.spawn(obey, leash.lines()))
    leash.wake_by(watcher.send)


def pulse(leash: Leash) -> None:
    """Tell the leash once a second that the event loop still turns."""
    while True:
        leash.pulse()
        gevent.sleep(_PULSE_EVERY_S)


_LOCUST = locust.__version__

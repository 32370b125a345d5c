"""RUNS IN A CHILD PROCESS. The agent of a worker process: counts its requests, and reports."""
# pyright: basic

import os
import time
from dataclasses import astuple
from time import monotonic
from types import TracebackType
from typing import Any, TextIO

import gevent
from locust import events
from locust.runners import WorkerRunner

from studio.child.leash import Leash
from studio.child.load.arrivals import Arrivals
from studio.child.load.backing_off import BackingOff
from studio.child.load.counting import Counter
from studio.child.load.crew import Crew
from studio.child.load.garbage import Garbage
from studio.child.load.guard import SocketGuard
from studio.child.load.health import HealthWatch
from studio.child.load.lane.lane_counts import LANE_COUNTS
from studio.child.load.noticing import Noticing
from studio.child.load.outbox import Outbox
from studio.child.load.outcomes import outcome_of
from studio.child.load.own_errors import OwnErrors
from studio.child.load.own_limits import raise_file_limit
from studio.child.load.pausing import Pausing
from studio.child.load.seal import Seal
from studio.child.load.wire_names import (
    BEGAN,
    END_NOW,
    KEEP_NEXT,
    REPORT,
    REPORT_KEY,
    SAY_LAST,
    SEND_AGAIN,
)
from studio.engine.load_commands import JoinRun
from studio.engine.load_messages import MESSAGES, VERSION, Hello
from studio.measurement.outcome import Outcome

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
        self._outbox = Outbox(order.worker, Seal(order.token, order.run))
        self._errors = OwnErrors()
        self._noticing = Noticing(order.worker, order.locustfile, order.secrets, self._at_s)
        self._counter = Counter(self._noticing.slow_from_us)
        self._back_off = BackingOff(obeys_retry_after=order.limits.obeys_retry_after)
        self._pausing = Pausing(self._back_off)
        self._most_files = raise_file_limit()
        self._health = HealthWatch(self._most_files)
        self._garbage = Garbage()
        self._crew = Crew()
        self._arrivals = Arrivals(self._crew)
        self._began_s = monotonic()
        self._has_begun = False
        self._runner: WorkerRunner

    def attach(self) -> None:
        """Begin to listen, before anything in the locustfile does."""
        careful = self._errors.kept_from
        events.init.add_listener(self._begin)
        events.request.add_listener(self._count)
        events.user_error.add_listener(careful(self._note_exception))
        events.report_to_master.add_listener(careful(self._report))

    def _begin(self, runner: WorkerRunner, **_rest: object) -> None:
        self._runner = runner
        made_of, most_files = self._order.made_of, self._most_files
        hello = Hello("locust-worker", VERSION, os.getpid(), made_of, most_files)
        print(MESSAGES.encode(hello), file=self._wire)
        self._noticing.listen_to_log()
        careful = self._errors.kept_from
        runner.register_message(BEGAN, careful(self._learn_beginning))
        runner.register_message(END_NOW, careful(self._end_now), concurrent=True)
        runner.register_message(SAY_LAST, careful(self._say_last))
        runner.register_message(SEND_AGAIN, careful(self._send_again))
        runner.register_message(KEEP_NEXT, careful(self._keep_next))
        self._crew.take_over(runner)
        self._arrivals.listen(runner)
        self._garbage.begin()
        self._health.start()
        watch_leash(self._leash, self._obey)
        gevent.spawn(pulse, self._leash)

    def _learn_beginning(self, msg: Any, **_rest: object) -> None:  # noqa: ANN401
        self._began_s = msg.data["began_s"]  # by this process's clock; the master has seen to that
        self._has_begun = True
        self._crew.begin(self._began_s)
        self._arrivals.began_s = self._began_s

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
        self._arrivals.end()
        runner = self._runner
        runner.environment.stop_timeout = 0
        if runner.spawning_greenlet is not None:
            runner.spawning_greenlet.kill()
        for _ in range(2):  # what a user does in its `on_stop` is ended, too
            runner.user_greenlets.kill(timeout=_ENDED_WITHIN_S)

    def _say_last(self, **_rest: object) -> None:
        self._runner.send_message(REPORT, self._outbox.put(self._tell(is_last=True)))

    def _send_again(self, msg: Any, **_rest: object) -> None:  # noqa: ANN401
        for letter in self._outbox.again(msg.data["numbers"]):
            self._runner.send_message(REPORT, letter)

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
        try:
            outcome = _OK
            if exception is not None:
                outcome = outcome_of(exception, getattr(response, "status_code", 0) or 0)
            elif self._back_off.is_worried:
                self._back_off.go_on(gevent.getcurrent())
            us = int(response_time * 1000 + 0.5) if response_time else 0
            key = int(monotonic() - self._began_s), request_type, name, outcome
            is_slow = self._counter.count(key, us, response_length or 0)
            if exception is not None:
                self._noticing.note_failure(key, exception, us / 1000, response, url)
                self._pausing.fail(outcome, response)
            elif is_slow:
                self._noticing.note_slow(key, us / 1000, response, url)
        except Exception as error:  # noqa: BLE001  # a wrapper would cost more than all of this
            self._errors.note(error)

    def _note_exception(
        self, exception: BaseException, tb: TracebackType | None = None, **_rest: object
    ) -> None:
        self._noticing.note_exception(exception, tb)

    def _report(self, data: dict[str, Any], **_rest: object) -> None:
        data[REPORT_KEY] = self._outbox.put(self._tell(is_last=False))

    def _tell(self, *, is_last: bool) -> dict[str, Any]:
        now_s = monotonic()
        vitals = self._health.take()
        parts = self._counter.take()
        users = self._runner.user_count
        self._garbage.tend(users)
        return {
            "worker": self._order.worker,
            "is_last": is_last,
            "has_begun": self._has_begun,
            "sent_s": now_s,
            "wall_s": time.time(),
            "until_s": now_s - self._began_s,
            "users": users,
            "vitals": astuple(vitals),
            "parts": [part.to_wire() for part in parts],
            "requests": self._counter.requests,
            "failures": self._counter.failures,
            "refused": self._guard.allowance.take_refused(),
            "brakes": self._back_off.take() | self._guard.large.take(),
            "course": {
                "samples": list(self._crew.take_samples().items()),
                "starts": self._arrivals.take(),
            },
            "trouble": self._noticing.take(parts, everything=is_last or not users),
            "own_errors": self._errors.take(),
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

"""RUNS IN A CHILD PROCESS. The agent of the master: leads the run and tells the studio of it."""
# pyright: basic

import os
import platform
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import gevent
import locust
from locust import events
from locust.runners import MasterRunner

from studio.child.leash import Leash
from studio.child.load.counting import Part
from studio.child.load.engine_log import EngineLog
from studio.child.load.following import Follower
from studio.child.load.gathering import MASTER, Gathering
from studio.child.load.guard import SocketGuard
from studio.child.load.reporting import (
    BEGAN,
    END_NOW,
    KEEP_NEXT,
    LAST_REPORT,
    REPORT_KEY,
    SAY_LAST,
    pulse,
    watch_leash,
)
from studio.child.load.seconds import Report, Seconds
from studio.child.load.telling import Teller
from studio.child.load.timing import LAST_WORDS_WITHIN_S, LOOK_EVERY_S, NOW_S, STOP_TIMEOUT_S
from studio.engine.load_commands import (
    COMMANDS,
    ChangeUsers,
    KeepNextExample,
    LeadRun,
    ResetStatistics,
    Stop,
    StopNow,
)
from studio.engine.load_course import ChangeRate, CourseCommand, Hold, Resume, SkipStage
from studio.engine.load_messages import (
    VERSION,
    Finished,
    Hello,
    Listening,
    LoadBegan,
    Refused,
    StatisticsReset,
    StopBegan,
    StudioGone,
    WorkerJoined,
    WorkerLost,
)
from studio.failpoint import failpoint
from studio.recording.redaction import KnownSecrets
from studio.scenario.load_shape import profile_of

_TELL_EVERY_S = 1.0
_LOST_AFTER_S = 5.0
"""A worker process reports once a second; one that is silent so long is gone."""

_BLINK_S = 0.02


class Leader:
    """Hands the workers' measurements to the journal and to the studio, and ends the run."""

    def __init__(self, order: LeadRun, leash: Leash, wire: TextIO, guard: SocketGuard) -> None:
        self._order = order
        self._leash = leash
        self._guard = guard
        self._teller = Teller(Path(order.journal), leash, wire)
        self._say = self._teller.say
        self._seconds = Seconds([f"worker-{n + 1}" for n in range(order.worker_processes)])
        self._gathering = Gathering()
        self._log = EngineLog(self._at_s, KnownSecrets({}))
        self._heard_s: dict[str, float] = {}
        self._idle_s: dict[str, float] = {}
        self._said_last: set[str] = set()
        self._runner: MasterRunner
        self._follower: Follower | None = None
        self._is_ending = self._is_finished = False
        self._stops_by_s = float("inf")

    def attach(self) -> None:
        """Begin to listen, before anything in the locustfile does."""
        events.init.add_listener(self._begin)
        events.test_start.add_listener(self._start)
        events.worker_report.add_listener(self._take)
        events.quit.add_listener(self._finish)

    def _begin(self, runner: MasterRunner, **_rest: object) -> None:
        self._runner = runner
        self._log.listen()
        self._main = gevent.getcurrent()
        runner.quit = _once(runner.quit)
        runner.register_message(LAST_REPORT, self._take_last)
        version = platform.python_version()
        self._say(Hello("locust-master", VERSION, os.getpid(), version, locust.__version__))
        self._say(Listening(runner.server.port))
        watch_leash(self._leash, self._obey)
        gevent.spawn(pulse, self._leash)

    def _start(self, **_rest: object) -> None:
        if self._follower is not None:
            return  # Locust's test starts again when users return from zero; our run does not
        began_s = time.monotonic()
        profile = profile_of(self._order.load)
        self._follower = Follower(self._runner, profile, began_s, self._say)
        self._runner.send_message(BEGAN, {"began_s": began_s})
        self._say(LoadBegan(datetime.now(UTC).isoformat(timespec="milliseconds")))
        gevent.spawn(self._lead, self._follower)
        gevent.spawn(self._look)

    def _lead(self, follower: Follower) -> None:
        gevent.sleep(LOOK_EVERY_S)  # the first users are ordered by Locust itself
        follower.follow()
        self._begin_end(by_hand=False)
        ended_s = follower.at_s()
        follower.let_go(lambda: self._is_idle(ended_s) or self._is_late())
        self._hear_last_words()
        self._close_seconds()
        self._runner.quit()

    def _begin_end(self, *, by_hand: bool) -> None:
        if not self._is_ending:
            self._is_ending = True
            self._say(StopBegan(self._at_s(), by_hand, STOP_TIMEOUT_S))

    def _is_idle(self, since_s: float) -> bool:
        """Return whether every living worker has reported, without users, after a moment."""
        return all(
            worker in self._said_last or self._idle_s.get(worker, -1.0) > since_s
            for worker in self._heard_s
        )

    def _is_late(self) -> bool:
        return time.monotonic() >= self._stops_by_s

    def _hear_last_words(self) -> None:
        """Have every living worker tell what it has not told yet."""
        deadline_s = min(time.monotonic() + LAST_WORDS_WITHIN_S, self._stops_by_s)
        self._runner.send_message(SAY_LAST)
        while self._heard_s.keys() - self._said_last and time.monotonic() < deadline_s:
            gevent.sleep(_BLINK_S)

    def _obey(self, lines: list[str]) -> None:
        for line in lines:
            match COMMANDS.decode(line):
                case KeepNextExample(method=method, name=name):
                    self._keep_next(method, name)
                case ChangeUsers() | Hold() | Resume() | SkipStage() | ChangeRate() as order:
                    self._change_course(order)
                case Stop():
                    self._stop()
                case StopNow():
                    self._end_at_once(by_hand=True)
                case ResetStatistics():
                    self._reset_statistics()
                case order:
                    raise ValueError(f"not an order to go on with: {order}")
        if self._leash.is_let_go and not self._is_finished:
            self._say(StudioGone(self._at_s()))
            self._end_at_once(by_hand=False)

    def _keep_next(self, method: str, name: str) -> None:
        self._gathering.expect(method, name)
        self._runner.send_message(KEEP_NEXT, {"method": method, "name": name})

    def _change_course(self, order: ChangeUsers | CourseCommand) -> None:
        if self._follower is not None and not self._is_ending:
            for message in self._follower.obey(order):
                self._say(message)

    def _stop(self) -> None:
        if self._follower is None:
            self._leave()
        else:
            self._begin_end(by_hand=True)
            self._follower.stop()

    def _end_at_once(self, *, by_hand: bool) -> None:
        if self._follower is None:
            self._leave()
        elif self._stops_by_s == float("inf"):
            self._is_ending = True
            self._stops_by_s = time.monotonic() + NOW_S
            self._say(StopBegan(self._at_s(), by_hand, grace_s=0.0))
            self._runner.send_message(END_NOW)
            self._follower.stop()

    def _leave(self) -> None:
        """End before the load has begun: Locust's own way would wait for its workers first."""
        if not self._is_ending:
            self._is_ending = True
            self._say(StopBegan(0.0, by_hand=True, grace_s=0.0))
            self._finish(exit_code=0)
            gevent.kill(self._main, SystemExit(0))

    def _reset_statistics(self) -> None:
        if self._follower is not None and not self._is_ending:
            self._say(StatisticsReset(self._at_s()))

    def _take_last(self, msg: Any, **_rest: object) -> None:  # noqa: ANN401
        self._said_last.add(msg.data[REPORT_KEY]["worker"])
        self._take(msg.data)

    def _take(self, data: dict[str, Any], **_rest: object) -> None:
        told = data.get(REPORT_KEY)
        if told is None:
            return
        trouble, has_begun = told.pop("trouble"), told.pop("has_begun")
        lane_off, samples = told.pop("lane_off"), told.pop("samples")
        self._say_refused(told.pop("refused"))
        report = Report(**told | {"parts": [Part.from_wire(part) for part in told["parts"]]})
        if report.worker not in self._heard_s:
            self._say(WorkerJoined(report.worker, lane_off))
        self._heard_s[report.worker] = time.monotonic()
        if self._follower is None or not has_begun:
            return
        self._seconds.take(report)
        self._follower.record.take_samples(report.worker, samples)
        if not report.users:
            self._idle_s[report.worker] = report.until_s
        self._gathering.take(report.worker, trouble)

    def _say_refused(self, refused: dict[str, int]) -> None:
        at_s = self._follower.at_s() if self._follower else 0.0
        for place, count in refused.items():
            self._say(Refused(at_s, place, count))

    def _look(self) -> None:
        told_s = time.monotonic()
        while True:
            self._say_refused(self._guard.allowance.take_refused())
            self._lose_silent()
            self._close_seconds()
            if time.monotonic() >= told_s + _TELL_EVERY_S:
                told_s = time.monotonic()
                self._tell_trouble()
            gevent.sleep(LOOK_EVERY_S)

    def _lose_silent(self) -> None:
        now_s = time.monotonic()
        for worker, heard_s in list(self._heard_s.items()):
            if now_s - heard_s > _LOST_AFTER_S and self._follower is not None:
                del self._heard_s[worker]
                self._seconds.lose(worker)
                self._say(WorkerLost(self._follower.at_s(), worker))
                if not self._heard_s:
                    self._runner.environment.process_exit_code = 1
                    self._runner.quit()

    def _tell_trouble(self) -> None:
        self._gathering.take_lines(MASTER, self._log.take())
        for message in self._gathering.tell():
            self._say(message)

    def _close_seconds(self) -> None:
        if self._follower is not None:
            closed = self._seconds.close(self._follower.at_s())
            for message in self._follower.record.complete(closed):
                self._say(message)
                failpoint("master.second_closed")

    def _finish(self, exit_code: int, **_rest: object) -> None:
        failpoint("master.finishing")
        self._is_finished = True
        flushed = self._seconds.flush()
        for message in self._follower.record.complete(flushed) if self._follower else flushed:
            self._say(message)
        self._tell_trouble()
        requests, failures = self._seconds.totals
        self._say(Finished(self._at_s(), requests, failures, exit_code))
        self._teller.close()

    def _at_s(self) -> float:
        return self._follower.at_s() if self._follower else 0.0


def _once(end: Callable[[], None]) -> Callable[[], None]:
    """Return a function that does its work once: Locust quits three times, half a second each."""
    is_done = False

    def end_once() -> None:
        nonlocal is_done
        if not is_done:
            is_done = True
            end()

    return end_once

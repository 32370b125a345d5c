"""RUNS IN A CHILD PROCESS. The agent of the master: leads the run and tells the studio of it."""
# pyright: basic

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import gevent
from locust import events
from locust.runners import MasterRunner

from studio.child.leash import Leash
from studio.child.load.braking import Braking
from studio.child.load.driving import Driver, driver_for
from studio.child.load.engine_log import EngineLog
from studio.child.load.gathering import MASTER, Gathering
from studio.child.load.gone_users import GoneUsers
from studio.child.load.guard import SocketGuard
from studio.child.load.once import once
from studio.child.load.own_errors import OwnErrors
from studio.child.load.own_limits import raise_file_limit
from studio.child.load.port_watch import PortWatch
from studio.child.load.reporting import pulse, watch_leash
from studio.child.load.telling import Teller
from studio.child.load.timing import LAST_WORDS_WITHIN_S, LOOK_EVERY_S, NOW_S, STOP_TIMEOUT_S
from studio.child.load.trimming import trim
from studio.child.load.wire_names import END_NOW, KEEP_NEXT
from studio.child.load.workforce import Workforce
from studio.engine.journal import JournalWriter
from studio.engine.load_commands import (
    COMMANDS,
    ChangeUsers,
    GiveUpWorker,
    JoinRun,
    KeepNextExample,
    LeadRun,
    LoadCommand,
    ResetStatistics,
    Stop,
    StopNow,
)
from studio.engine.load_course import ChangeRate, CourseCommand, Hold, Resume, SkipStage
from studio.engine.load_messages import (
    VERSION,
    AgentFailed,
    Finished,
    Hello,
    Listening,
    LoadBegan,
    StatisticsReset,
    StopBegan,
    StudioGone,
    UsersGone,
)
from studio.engine.versions import own_versions
from studio.failpoint import failpoint
from studio.recording.redaction import KnownSecrets, striker

_TELL_EVERY_S = 1.0
_TRIM_EVERY_S = 60.0


class Leader:
    """Hands the workers' measurements to the journal and to the studio, and ends the run."""

    def __init__(self, order: LeadRun, leash: Leash, wire: TextIO, guard: SocketGuard) -> None:
        self._order = order
        self._leash = leash
        self._guard = guard
        self._gathering = Gathering()
        self._log = EngineLog(self._at_s, KnownSecrets(order.secrets))
        self._teller = Teller(
            JournalWriter(Path(order.journal)), leash, wire, striker(order.secrets)
        )
        self._braking = Braking(order.limits, self._teller.say)
        self._say = self._braking.say
        self._gone = GoneUsers(order.load)
        self._errors = OwnErrors()
        self._ports = PortWatch()
        self._workforce = Workforce(order, self._gathering, self._errors, self._say)
        self._collector = self._workforce.collector
        self._teller.at_s = self._collector.at_s
        self._runner: MasterRunner
        self._follower: Driver | None = None
        self._is_ending = self._is_finished = False
        self._exit_code = 0
        self._stops_by_s = float("inf")

    def attach(self) -> None:
        """Begin to listen, before anything in the locustfile does."""
        careful = self._errors.kept_from
        events.init.add_listener(self._begin)
        events.test_start.add_listener(careful(self._start))
        self._workforce.attach()
        events.quitting.add_listener(self._judge_alone)
        events.quit.add_listener(self._finish)

    def _begin(self, runner: MasterRunner, **_rest: object) -> None:
        self._leash.pulse()  # from here on it may hang, and must be seen to
        self._runner = runner
        runner.environment.shape_class = None  # the file's own; the load is followed by our driver
        self._log.listen()
        self._main = gevent.getcurrent()
        runner.quit = once(runner.quit)
        self._teller.by_class = lambda: tuple(runner.reported_user_classes_count.items())
        self._workforce.serve(runner)
        self._say(Hello("locust-master", VERSION, os.getpid(), own_versions(), raise_file_limit()))
        self._say(Listening(runner.server.port))
        watch_leash(self._leash, self._obey)
        gevent.spawn(pulse, self._leash)
        self._ports.start()
        gevent.spawn(self._look)

    def _start(self, **_rest: object) -> None:
        if self._follower is not None:
            return  # Locust's test starts again when users return from zero; our run does not
        self._workforce.hear_everybody()
        began_s = time.monotonic()
        self._follower = driver_for(self._order, self._runner, began_s, self._say)
        self._workforce.begin(began_s, self._follower)
        self._workforce.after_loss = self._follower.lose
        self._braking.begin(self._follower, self._order.load.most_users, self._stop)
        self._follower.begin()
        self._say(LoadBegan(datetime.now(UTC).isoformat(timespec="milliseconds")))
        gevent.spawn(self._lead, self._follower)

    def _lead(self, follower: Driver) -> None:
        gevent.sleep(LOOK_EVERY_S)  # the first users are ordered by Locust itself
        follower.follow()
        self._begin_end(by_hand=False)
        ended_s = follower.at_s()
        follower.let_go(lambda: self._collector.is_idle(ended_s) or self._is_late())
        self._workforce.hear_last_words(
            min(time.monotonic() + LAST_WORDS_WITHIN_S, self._stops_by_s)
        )
        self._collector.close_seconds()
        self._runner.quit()

    def _begin_end(self, *, by_hand: bool) -> None:
        if not self._is_ending:
            self._is_ending = True
            self._say(StopBegan(self._at_s(), by_hand, STOP_TIMEOUT_S))

    def _is_late(self) -> bool:
        return time.monotonic() >= self._stops_by_s

    def _obey(self, lines: list[str]) -> None:
        for line in lines:
            self._do(COMMANDS.decode(line))
        if self._leash.is_let_go and not self._is_finished:
            self._say(StudioGone(self._at_s()))
            self._end_at_once(by_hand=False)

    def _do(self, command: LoadCommand) -> None:  # one line a command
        match command:
            case ChangeUsers() | Hold() | Resume() | SkipStage() | ChangeRate():
                self._change_course(command)
            case KeepNextExample(method=method, name=name):
                self._keep_next(method, name)
            case Stop():
                self._stop(by_hand=True)
            case StopNow():
                self._end_at_once(by_hand=True)
            case ResetStatistics():
                self._reset_statistics()
            case GiveUpWorker(worker=worker, why=why):
                self._workforce.give_up(worker, why)
            case LeadRun() | JoinRun():
                raise ValueError(f"not an order to go on with: {command}")

    def _keep_next(self, method: str, name: str) -> None:
        self._gathering.expect(method, name)
        self._workforce.tell(KEEP_NEXT, {"method": method, "name": name})

    def _change_course(self, order: ChangeUsers | CourseCommand) -> None:
        if self._follower is not None and not self._is_ending:
            for message in self._follower.obey(order):
                self._say(message)

    def _stop(self, *, by_hand: bool) -> None:
        if self._follower is None:
            self._leave()
        else:
            self._begin_end(by_hand=by_hand)
            self._follower.stop()

    def _end_at_once(self, *, by_hand: bool) -> None:
        if self._follower is None:
            self._leave()
        elif self._stops_by_s == float("inf"):
            self._is_ending = True
            self._stops_by_s = time.monotonic() + NOW_S
            self._say(StopBegan(self._at_s(), by_hand, grace_s=0.0))
            self._workforce.tell(END_NOW)
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

    def _look(self) -> None:
        look = self._errors.kept_from(self._look_once)
        tell = self._errors.kept_from(self._tell_trouble)
        told_s = trimmed_s = time.monotonic()
        while not self._is_finished:
            look()
            if time.monotonic() >= trimmed_s + _TRIM_EVERY_S:
                trimmed_s = time.monotonic()
                trim(self._runner.stats)
            if time.monotonic() >= told_s + _TELL_EVERY_S:
                told_s = time.monotonic()
                tell()
            gevent.sleep(LOOK_EVERY_S)

    def _look_once(self) -> None:
        self._workforce.look()
        self._end_deserted()
        self._collector.note_ports(self._ports.share)
        self._collector.say_refused(self._guard.allowance.take_refused())
        for error, count in self._errors.take().items():
            self._say(AgentFailed(self._at_s(), MASTER, error, count))
        if self._teller.has_given_up and self._follower is not None:
            self._begin_end(by_hand=False)
            self._follower.stop()
        if self._workforce.is_lost and not self._exit_code:
            self._exit_code = 1
            self._runner.quit()

    def _end_deserted(self) -> None:
        """End a run that nobody is left to go on with."""
        follower = self._follower
        if follower is None or self._is_ending:
            return
        at_s, is_empty = follower.at_s(), self._collector.is_empty
        if self._gone.are_gone(is_empty=is_empty, wanted=self._teller.wanted, at_s=at_s):
            self._say(UsersGone(at_s))
            self._begin_end(by_hand=False)
            follower.stop()

    def _tell_trouble(self) -> None:
        self._gathering.take_lines(MASTER, self._log.take())
        for message in self._gathering.tell():
            self._say(message)

    def _judge_alone(self, environment: Any, **_rest: object) -> None:  # noqa: ANN401
        """Let neither the file's goals nor an error in its listeners make a failed engine."""
        environment.process_exit_code = self._exit_code

    def _finish(self, exit_code: int, **_rest: object) -> None:
        failpoint("master.finishing")
        self._is_finished = True
        self._collector.finish()
        self._tell_trouble()
        self._say(Finished(self._at_s(), *self._collector.totals, exit_code))
        self._teller.close()

    def _at_s(self) -> float:
        return self._collector.at_s()

"""RUNS IN A CHILD PROCESS. The agent of a trial: has its user walk, and tells the studio of it."""
# pyright: basic

import logging
import traceback
from pathlib import Path
from typing import Any, TextIO

import gevent
from locust import User, events

from studio.child.leash import Leash
from studio.child.load.broken_tasks import describe
from studio.child.load.guard import SocketGuard
from studio.child.load.reporting import pulse, watch_leash
from studio.child.load.trial.one_pass import Walk
from studio.child.load.trial.short_pauses import ShortPauses
from studio.child.load.trial.steering import Steering
from studio.child.load.trial.struck import Struck
from studio.child.load.trial.wire_watch import WireWatch
from studio.child.load.trial.witness import Witness
from studio.engine.trial_messages import (
    TRIAL_MESSAGES,
    VERSION,
    CodePlace,
    PassBegan,
    PassEnded,
    TaskBroke,
    TrialBegan,
    TrialFinished,
    TrialMessage,
    TrialRefused,
    TrialSaid,
    WalkOnce,
)
from studio.engine.versions import own_versions
from studio.recording.redaction import KnownSecrets

_MOST_LINES = 100
_MOST_PLACES = 20


class TrialAgent:
    """Leads one user through its passes, and ends the trial after it."""

    def __init__(self, order: WalkOnce, leash: Leash, wire: TextIO, guard: SocketGuard) -> None:
        self._order = order
        self._leash = leash
        self._wire = wire
        self._guard = guard
        self._struck = Struck(order.secrets)
        self._steering = Steering()
        self._pauses = ShortPauses()
        self._walk = Walk(
            order.most_passes,
            lambda: self._steering.has_more,
            self._begin_pass,
            self._end_pass,
            self._tell_broken,
        )
        file, number = order.locustfile, lambda: self._walk.number
        self._witness = Witness(file, self._struck, self._say, number)
        self._by_hand = False
        self._lines = 0
        self._runner: Any = None

    def attach(self) -> None:
        """Stand in wherever a trial differs from a run, before the locustfile is read."""
        self._witness.install()
        WireWatch(self._witness.note_hop).install()
        self._walk.install()
        every: Any = User
        every.run = self._run_to_end(every.run)
        events.init.add_listener(self._begin)
        events.request.add_listener(self._witness.judge)
        events.quitting.add_listener(self._judge_alone)
        events.quit.add_listener(self._finish)

    def _begin(self, runner: Any, **_rest: object) -> None:
        self._leash.pulse()  # from here on it may hang, and must be seen to
        self._runner = runner
        runner.environment.shape_class = None  # the file's own; one user needs none
        logging.getLogger().addHandler(_LogHandler(self._hear_log))
        self._steering.install(self._order.locustfile)
        self._pauses.install()
        watch_leash(self._leash, self._obey)
        gevent.spawn(pulse, self._leash)
        names = [it.__name__ for it in runner.environment.user_classes]
        self._say(TrialBegan(VERSION, own_versions(), self._struck.text(", ".join(names), 200)))

    def _run_to_end(self, run: Any) -> Any:
        def walked(user: Any) -> None:
            self._witness.user = user
            try:
                run(user)
            except Exception as error:
                self._tell_broken(error)
                raise
            finally:
                self._witness.settle()
                gevent.spawn(self._runner.quit)

        return walked

    def _begin_pass(self, number: int) -> None:
        self._pauses.take_asked_s()
        self._say(PassBegan(number))

    def _end_pass(self, number: int, was_given_up: bool) -> None:
        self._say(PassEnded(number, self._pauses.take_asked_s(), was_given_up))

    def _tell_broken(self, error: BaseException) -> None:
        file = Path(self._order.locustfile).name
        told = describe(error, error.__traceback__, file, KnownSecrets(self._order.secrets))
        frames = traceback.extract_tb(error.__traceback__)
        calls = tuple(
            CodePlace(it.name, it.lineno or 0) for it in frames if Path(it.filename).name == file
        )
        self._say(TaskBroke(told.kind, told.text, told.place, told.traceback, calls))

    def _obey(self, lines: list[str]) -> None:
        if lines or self._leash.is_let_go:  # there is only one thing it could be told
            self._by_hand = True
            self._guard.close_gate()
            if self._runner is not None:
                self._runner.environment.stop_timeout = 0
                self._runner.user_greenlets.kill(block=False)
                gevent.spawn(self._runner.quit)

    def _judge_alone(self, environment: Any, **_rest: object) -> None:
        """Let neither the file's goals nor an error in its listeners make a failed engine."""
        environment.process_exit_code = 0

    def _finish(self, **_rest: object) -> None:
        for place in list(self._guard.allowance.take_refused())[:_MOST_PLACES]:
            self._say(TrialRefused(self._struck.text(place, 300)))
        self._say(TrialFinished(self._by_hand))

    def _hear_log(self, record: logging.LogRecord) -> None:
        self._lines += 1
        if self._lines <= _MOST_LINES:
            self._say(TrialSaid(record.levelname, self._struck.text(record.getMessage(), 2000)))

    def _say(self, message: TrialMessage) -> None:
        if not self._leash.is_let_go:
            print(TRIAL_MESSAGES.encode(message), file=self._wire, flush=True)


class _LogHandler(logging.Handler):
    """Hears what is logged at WARNING or above."""

    def __init__(self, hear: Any) -> None:
        super().__init__(logging.WARNING)
        self.emit = hear

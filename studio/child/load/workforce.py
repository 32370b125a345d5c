"""RUNS IN A CHILD PROCESS. The worker processes of a run: heard, spoken to, and lost one by one."""
# pyright: basic

import time
from collections.abc import Callable
from typing import Any

import gevent
from locust import events
from locust.runners import MasterRunner

from studio.child.load.collecting import Collector
from studio.child.load.course_record import Recording
from studio.child.load.doorkeeper import Doorkeeper
from studio.child.load.gathering import Gathering
from studio.child.load.inbox import Inbox
from studio.child.load.keeping_dispatcher import KeepingDispatcher
from studio.child.load.own_errors import OwnErrors
from studio.child.load.seal import Seal
from studio.child.load.wire_names import BEGAN, REPORT, REPORT_KEY, SAY_LAST, SEND_AGAIN
from studio.engine.load_commands import LeadRun
from studio.engine.load_messages import LoadMessage, WorkerLost
from studio.engine.own_messages import WorkerExplained

_BLINK_S = 0.02
_HEARD_WITHIN_S = 5.0
"""A worker process that is ready reports at once."""


class Workforce:
    """Stands between the leader of a run and Locust's idea of its workers."""

    def __init__(
        self,
        order: LeadRun,
        gathering: Gathering,
        errors: OwnErrors,
        say: Callable[[LoadMessage], None],
    ) -> None:
        workers = [f"worker-{n + 1}" for n in range(order.worker_processes)]
        seal = Seal(order.token, order.run)
        self._errors = errors
        self._say = say
        self._door = Doorkeeper(workers, seal, self.give_up)
        self._runner: MasterRunner
        self.collector = Collector(workers, Inbox(seal), gathering, say)
        self.after_loss: Callable[[int, int], None] = _nobody_listens
        """Is told how many users, and how many workers, are left."""

    @property
    def is_lost(self) -> bool:
        """Whether a run has begun and nobody is left to make its load."""
        return self._door.is_closed and not self.collector.presence.living

    def attach(self) -> None:
        """Begin to listen to reports."""
        events.worker_report.add_listener(self._errors.kept_from(self._take))

    def serve(self, runner: MasterRunner) -> None:
        """Work for a runner from now on."""
        self._runner = runner
        runner.environment.dispatcher_class = KeepingDispatcher
        runner.register_message(REPORT, self._errors.kept_from(self._take_out_of_turn))
        self._door.guard(runner)

    def hear_everybody(self) -> None:
        """Wait until each worker has told of its clock."""
        deadline_s = time.monotonic() + _HEARD_WITHIN_S
        while not self.collector.presence.is_complete and time.monotonic() < deadline_s:
            gevent.sleep(_BLINK_S)

    def begin(self, began_s: float, record: Recording) -> None:
        """Let run time begin at a moment of the monotonic clock; nobody joins any more."""
        self._door.is_closed = True
        self.collector.begin(began_s, record)
        for worker in self.collector.presence.living:
            theirs_s = self.collector.clocks.theirs(worker, began_s)
            self._door.send(BEGAN, {"began_s": theirs_s}, worker)

    def tell(self, kind: str, data: dict[str, Any] | None = None) -> None:
        """Send a message to every worker."""
        self._runner.send_message(kind, data)

    def look(self) -> None:
        """See who is silent, what has come and what has not."""
        for worker in self.collector.look():
            self._lose(worker)
        self._ask_again()
        self.collector.note_strangers(self._door.take_strangers())

    def hear_last_words(self, deadline_s: float) -> None:
        """Have every living worker tell what it has not told yet."""
        self.tell(SAY_LAST)
        while self.collector.still_to_hear() and time.monotonic() < deadline_s:
            self._ask_again()
            gevent.sleep(_BLINK_S)

    def give_up(self, worker: str, why: str = "") -> None:
        """Lose a worker process whose end is known, unless it has done its work."""
        if worker in self.collector.presence.living and not self.collector.has_said_last(worker):
            self._lose(worker, why)
        elif why and self.collector.presence.is_gone(worker):
            self._say(WorkerExplained(self.collector.at_s(), f"{worker}: {why}"))

    def _lose(self, worker: str, why: str = "") -> None:
        """Go on without a worker process; the others keep their users, and get no more."""
        users = self.collector.lose(worker)
        self._say(WorkerLost(self.collector.at_s(), worker, users, why))
        self._door.send("quit", None, worker)  # should it only have been asleep
        runner, dispatcher = self._runner, self._runner._users_dispatcher  # noqa: SLF001
        node = runner.clients.pop(self._door.id_of(worker), None)
        if node is not None and dispatcher is not None:
            dispatcher.remove_worker(node)
            runner.target_user_count = dispatcher.get_current_user_count()
            self.after_loss(runner.target_user_count, len(self.collector.presence.living))

    def _ask_again(self) -> None:
        for worker, numbers in self.collector.to_ask_again().items():
            self._door.send(SEND_AGAIN, {"numbers": numbers}, worker)

    def _take(self, data: dict[str, Any], **_rest: object) -> None:
        if REPORT_KEY in data:
            self.collector.take(data[REPORT_KEY])

    def _take_out_of_turn(self, msg: Any, **_rest: object) -> None:  # noqa: ANN401
        self.collector.take(msg.data)


def _nobody_listens(_users: int, _workers: int) -> None:
    """Before a run has begun there is nobody to tell."""

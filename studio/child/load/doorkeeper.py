"""RUNS IN A CHILD PROCESS. Lets nobody speak to the master but its run's own worker processes.

Locust believes whoever reaches its port: it hands out the locustfile, takes statistics, and deals
users out to workers that come and go in the middle of a run. Here every message is held against the
roll first.
"""
# pyright: basic

from collections.abc import Callable, Sequence
from typing import Any

from locust.exception import RPCError
from locust.rpc import Message
from locust.runners import MasterRunner

from studio.child.load.seal import Seal


class Doorkeeper:
    """Stands between the wire and Locust's master."""

    def __init__(self, workers: Sequence[str], seal: Seal, leaves: Callable[[str], None]) -> None:
        """Know the workers of a run.

        Args:
            workers: Their names.
            seal: Makes the names they join under.
            leaves: Is told of one that says it goes while the door is closed.
        """
        self._workers = {seal.name_of(worker): worker for worker in workers}
        self._leaves = leaves
        self._ids: dict[str, str] = {}
        self._runner: MasterRunner
        self._receive: Callable[[], tuple[str, Message]]
        self._strangers = 0
        self.is_closed = False
        """Whether the load has begun: nobody joins any more."""

    def guard(self, runner: MasterRunner) -> None:
        """Let the runner hear only what passes here."""
        self._runner = runner
        self._receive = runner.server.recv_from_client
        runner.server.recv_from_client = self._next_message

    def id_of(self, worker: str) -> str | None:
        """Return what Locust knows a worker by; None before it has spoken."""
        return self._ids.get(worker)

    def send(self, kind: str, data: Any, worker: str) -> None:  # noqa: ANN401
        """Send one worker a message, if it is there."""
        if worker in self._ids:
            self._runner.send_message(kind, data, self._ids[worker])

    def take_strangers(self) -> int:
        """Return how many messages of strangers came since the last call."""
        strangers, self._strangers = self._strangers, 0
        return strangers

    def _next_message(self) -> tuple[str, Message]:
        while True:
            try:
                client_id, message = self._receive()
            except RPCError:
                raise  # the network itself; Locust has its way with that
            except Exception:  # noqa: BLE001  # whatever the bytes of a stranger make of a parser
                self._strangers += 1
                continue
            if self._may_pass(client_id, message):
                return client_id, message

    def _may_pass(self, client_id: str, message: Message) -> bool:
        worker = self._workers.get(client_id.rpartition("_")[2])
        if worker is None or message.node_id != client_id:
            self._strangers += 1
            return False
        match message.type:
            case "client_ready" if self.is_closed:
                self._runner.send_message("quit", None, client_id)  # a run goes on without it
                return False
            case "client_stopped" | "quit" if self.is_closed:
                self._leaves(worker)
                return False
            case "locustfile" | "exception":
                return False  # files are never served; our own report tells of exceptions
            case _:
                self._ids[worker] = client_id
                return True

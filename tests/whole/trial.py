"""A run of a real master and two worker processes, followed to its end."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from studio.engine.load_engine import Load, LoadEngine
from studio.engine.load_messages import LoadMessage
from studio.errors import EngineError
from studio.run.run import RunSnapshot
from studio.run.session import RunSession
from studio.scenario.goal import Goal
from studio.scenario.load_shape import LoadShape

PATIENCE_S = 60
Told = TypeVar("Told")

VISITOR = """
from locust import {client}, constant, task

class Visitor({client}):
    wait_time = constant(0.02)

    @task(5)
    def home(self):
        self.client.get("/")

    @task
    def slow(self):
        self.client.get("/slow")

    @task
    def broken(self):
        self.client.get("/status/503", name="/status/[code]")

    @task
    def checked(self):
        with self.client.get("/checked", catch_response=True) as response:
            response.failure("not what was expected")
"""


class Served(Protocol):
    """A server under load."""

    host: str
    """Its base address."""


class Trial:
    """A run, followed to its end."""

    def __init__(
        self,
        folder: Path,
        server: Served,
        profile: LoadShape,
        source: str,
        goals: tuple[Goal, ...] = (),
        *,
        workers: int = 2,
        **more: Any,  # noqa: ANN401  # whatever else a load has
    ) -> None:
        locustfile = folder / "exported.py"
        locustfile.write_text(source)
        self.folder = folder
        self.messages: list[LoadMessage] = []
        self.session = RunSession(())
        self.error: EngineError | None = None
        self.ended = threading.Event()
        journal = folder / "run.journal"
        place = ("a1", locustfile, server.host, folder, journal)
        load = Load(*place, profile, workers, goals=goals, **more)
        self.engine = LoadEngine(load, self._hear, self._end)
        self.engine.start()

    @property
    def snapshot(self) -> RunSnapshot:
        return self.session.snapshot()

    @property
    def log(self) -> str:
        return "\n".join(path.read_text() for path in sorted(self.folder.rglob("log.txt")))

    def wait_for_users(self, users: int) -> None:
        deadline_s = time.monotonic() + PATIENCE_S
        while self.snapshot.users != users:
            assert time.monotonic() < deadline_s, self.log
            assert not self.ended.wait(0.05), self.log

    def wait_for_requests(self) -> None:
        self.wait_until(lambda: self.snapshot.total.requests > 0)

    def heard(self, kind: type[Told]) -> list[Told]:
        """Return what the engine said of one kind so far, in order."""
        return [it for it in self.messages if isinstance(it, kind)]

    def wait_for_message(self, kind: type[LoadMessage]) -> None:
        self.wait_until(lambda: any(isinstance(it, kind) for it in self.messages))

    def wait_until(self, holds: Callable[[], bool]) -> None:
        deadline_s = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < deadline_s, self.log
            time.sleep(0.05)

    def wait_for_end(self) -> None:
        assert self.ended.wait(PATIENCE_S), self.log
        self.engine.stop()

    def _hear(self, message: LoadMessage) -> None:
        self.messages.append(message)
        self.session.receive(message)

    def _end(self, error: EngineError | None) -> None:
        self.error = error
        self.session.end(error)
        self.ended.set()


def visitor(client: str = "FastHttpUser") -> str:
    return VISITOR.format(client=client)

"""Swarmbook's own engine as the subject of benchmarks."""

import threading
import time
import uuid
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from studio.address import read_address
from studio.engine.load_commands import ChangeUsers
from studio.engine.load_engine import Load, LoadEngine
from studio.engine.load_limits import LoadLimits, target_at
from studio.engine.load_messages import (
    Finished,
    LoadMessage,
    SecondAmended,
    SecondMeasured,
    UsersChanged,
)
from studio.errors import EngineError
from studio.measurement.histogram import Histogram, merge
from studio.measurement.packing import unpack_text
from studio.run.session import RunSession
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import Constant
from tests.bench.rounds import PATIENCE_S, Tool
from tests.bench.tools import GENERATOR_CORE, LONGEST_S, USERS, pin_all


class Swarm:
    """A run of the engine, followed to its end; make one by `swarming`."""

    def __init__(self, load: Load) -> None:
        self.seconds: list[SecondMeasured] = []
        self.finished: Finished | None = None
        self.session = RunSession(())
        self.ended = threading.Event()
        self._amended: list[SecondAmended] = []
        self._error: EngineError | None = None
        self._folder = load.folder
        self._users = 0
        self._engine = LoadEngine(load, self._hear, self._end)

    @property
    def process_ids(self) -> Sequence[int]:
        """The master, then the worker processes."""
        return self._engine.process_ids

    def start(self, cores: Sequence[int], workers: int) -> None:
        """Start it and keep its processes on these cores."""
        self._engine.start()
        deadline_s = time.monotonic() + PATIENCE_S
        while len(self.process_ids) <= workers and time.monotonic() < deadline_s:
            time.sleep(0.05)
        if len(self.process_ids) <= workers:
            raise TimeoutError(f"it did not start: {self.log()}")
        pin_all(self.process_ids, cores)

    def change_users(self, users: int) -> None:
        """Go on with so many users, and wait until they are there."""
        self._engine.send(ChangeUsers(users))
        self.wait_for_users(users)

    def wait_for_users(self, users: int, within_s: float = PATIENCE_S) -> None:
        """Wait until there are so many users."""
        deadline_s = time.monotonic() + within_s
        while self._users != users:
            if time.monotonic() > deadline_s or self.ended.is_set():
                raise TimeoutError(f"{self._users} of {users} users: {self._error}\n{self.log()}")
            time.sleep(0.05)

    def wait_for_end(self, within_s: float) -> None:
        """Wait until the run is over."""
        if not self.ended.wait(within_s) or self._error is not None:
            raise TimeoutError(f"the run did not end well: {self._error}\n{self.log()}")

    def stop(self) -> None:
        """End it at once."""
        self._engine.stop()

    def log(self) -> str:
        """Return the last lines of what its processes wrote."""
        logs = sorted(self._folder.rglob("log.txt"))
        return "\n".join(path.read_text()[-2000:] for path in logs)

    def response_times(self, from_s: int = 0, until_s: int = 1_000_000) -> Histogram:
        """Return the response times of all requests that ended within these seconds."""
        return merge(
            Histogram(unpack_text(row.counts), row.sum_us, row.min_us, row.max_us)
            for it in (*self.seconds, *self._amended)
            if from_s <= it.at_s < until_s
            for row in it.rows
        )

    def _hear(self, message: LoadMessage) -> None:
        self.session.receive(message)
        match message:
            case SecondMeasured():
                self.seconds.append(message)
            case SecondAmended():
                self._amended.append(message)
            case UsersChanged(users=users):
                self._users = users
            case Finished():
                self.finished = message
            case _:
                pass

    def _end(self, error: EngineError | None) -> None:
        self._error = error
        self.session.end(error)
        self.ended.set()


@contextmanager
def swarming(  # noqa: PLR0913  # each is one thing a run may vary in
    source: str,
    host: str | Sequence[str],
    folder: Path,
    profile: LoadShape,
    *,
    workers: int = 1,
    has_lane: bool = True,
    cores: Sequence[int] = (GENERATOR_CORE,),
) -> Generator[Swarm]:
    """Run a locustfile in Swarmbook's engine until the block ends.

    Args:
        source: The locustfile.
        host: Base address of the target; several if the file itself names them.
        folder: Takes its files.
        profile: How many users, and when.
        workers: How many worker processes send.
        has_lane: Whether the fast lane lies under FastHttpUser.
        cores: Where its processes may run.
    """
    run = uuid.uuid4().hex
    place = folder / run
    place.mkdir()
    locustfile = place / f"journey_{run}.py"
    locustfile.write_text(source)
    one, all_hosts = (host, [host]) if isinstance(host, str) else (None, host)
    load = Load(
        run,
        locustfile,
        one,
        place,
        place / "run.journal",
        profile,
        workers,
        fast_lane=has_lane,
        limits=LoadLimits(tuple(target_at(read_address(it)) for it in all_hosts)),
    )
    swarm = Swarm(load)
    swarm.start(cores, workers)
    try:
        yield swarm
    finally:
        swarm.stop()


def swarmbook(name: str, source: str, url: str, folder: Path, *, has_lane: bool = True) -> Tool:
    """Return Swarmbook as a generator: its master and one worker process, on one core."""
    profile = Constant(USERS, LONGEST_S)
    start = partial(swarming, source, url, folder, profile, has_lane=has_lane)
    return Tool(name, start)

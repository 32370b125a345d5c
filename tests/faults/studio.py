"""A studio of its own process, which can be killed at any moment, and what it leaves behind."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.failpoint import VARIABLE
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.wait import ConstantWait
from studio.project.opening import create_project, open_project
from studio.run.record import RunRecord
from studio.run.recovery import Recovered
from studio.run.run import RunEnding, RunState
from studio.run.verdict import VerdictKind
from studio.scenario.load_profile import LoadProfile, constant
from studio.scenario.scenario import JourneyShare, Scenario
from tests.leftovers import marked
from tests.whole.counting_server import CountingServer

MAIN = Path(__file__).parents[2] / "main.py"
PATIENCE_S = 90.0
SCENARIO = "Faults"
USERS = 5
WAIT_S = 0.05
LOAD_ENDS_WITHIN_S = 5.0
_LOOKED_ON_S = 0.5

VISITOR = Journey(
    id="J1",
    name="Visitor",
    again=(Step("n1", "Open home", (Request("r1", "GET", "/"),)),),
    wait=ConstantWait(WAIT_S),
)


def make_project(folder: Path, load: LoadProfile | None = None) -> Path:
    """Make a project with one scenario, whose visitors ask about 100 times a second."""
    mix = (JourneyShare(VISITOR.name, 1),)
    scenario = Scenario(SCENARIO, mix, load or constant(USERS, 3600), (), "http://127.0.0.1:9")
    with closing(create_project(folder / "shop.swarmbook", folder / "home")) as project:
        project.save(journeys=[VISITOR], scenarios=[scenario])
    return project.path


class Studio:
    """`main.py run`, as a person or a script starts it."""

    def __init__(
        self,
        project: Path,
        server: CountingServer,
        failpoints: str = "",
        *arguments: str,
        workers: int = 2,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.project = project
        self.home = project.parent / "home"
        self._told = ""
        self._errors = (project.parent / "stderr.txt").open("w+")
        command = [sys.executable, str(MAIN), "run", str(project), SCENARIO]
        options = ["--host", server.host, "--workers", str(workers), "--json", *arguments]
        own = {"SWARMBOOK_HOME": str(self.home), VARIABLE: failpoints}
        self.environment = os.environ | own | dict(environment or {})
        self.process = subprocess.Popen(
            [*command, *options],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )

    @property
    def said(self) -> str:
        """All it has said on stderr; read apart from where it goes on writing."""
        file = self._errors.fileno()
        return os.pread(file, os.fstat(file).st_size, 0).decode()

    @property
    def problem(self) -> str:
        """What it has said on stderr besides the lines that show the run."""
        lines = self.said.splitlines()
        return "\n".join(it for it in lines if it and not it.startswith(("[", "Users finish")))

    def wait_until(self, holds: Callable[[], bool], *, within_s: float = PATIENCE_S) -> None:
        """Wait until something holds; fail if the studio ends before."""
        deadline_s = time.monotonic() + within_s
        while not holds():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < deadline_s, self.said
            time.sleep(0.02)

    def kill(self) -> float:
        """Kill it as `kill -9` does and return when."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        return time.monotonic()

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        self.process.send_signal(signal.SIGINT)

    def wait(self, within_s: float = PATIENCE_S) -> int:
        """Wait until it has ended and return its exit code."""
        return self.process.wait(within_s)

    @property
    def told(self) -> dict[str, Any]:
        """What it has printed in the end; nothing if it never came so far."""
        if not self._told:
            self._told, _ = self.process.communicate(timeout=PATIENCE_S)
        return json.loads(self._told or "{}")

    @property
    def told_problem(self) -> str:
        """Why the run failed, as it has printed it; empty if it did not."""
        return self.told.get("problem") or ""

    def close(self) -> None:
        """End it, if it still runs, and forget what it said."""
        self.process.kill()
        self._told = self._told or self.process.communicate()[0]
        self._errors.close()


@dataclass(frozen=True, slots=True)
class Found:
    """A project as it is found by the next studio."""

    recovered: tuple[Recovered, ...]
    runs: tuple[RunRecord, ...]
    """Newest first."""


def found_again(project: Path) -> Found:
    """Open a project as the next studio does; it must be whole, and nothing left beside it."""
    home = project.parent / "home"
    with closing(open_project(project, home)) as opened:
        assert not opened.look_only
        assert [it.name for it in opened.journeys()] == [VISITOR.name]
        assert [it.name for it in opened.scenarios()] == [SCENARIO]
        found = Found(opened.recovered, tuple(opened.run(it.run) for it in opened.runs()))
    assert all(it.summary.state is RunState.CLOSED for it in found.runs)
    assert_nothing_is_beside(project)
    with closing(open_project(project, home)) as again:
        assert again.recovered == ()
    return found


def assert_nothing_is_beside(project: Path) -> None:
    """Fail if there is anything in a project's folder but the project, sound and whole."""
    known = {project.name, "home", "stderr.txt"}
    assert {it.name for it in project.parent.iterdir()} - known == set()
    with closing(sqlite3.connect(project)) as database:
        assert database.execute("PRAGMA quick_check").fetchall() == [("ok",)]


def is_marked(record: RunRecord) -> bool:
    """Return whether a run says of itself that something was not as it should be."""
    verdict = record.snapshot.verdict
    return (
        record.summary.ending
        in (RunEnding.INTERRUPTED, RunEnding.NEVER_STARTED, RunEnding.FAILED, RunEnding.STOPPED)
        or verdict is None
        or verdict.kind is VerdictKind.UNTRUSTED
    )


def assert_load_is_over(server: CountingServer, died_s: float, mark: str) -> None:
    """P3: no request arrives later than five seconds after a death.

    Once no process of ours is left, no request can come; that is seldom long after.
    """
    deadline_s = died_s + LOAD_ENDS_WITHIN_S + _LOOKED_ON_S
    while marked(mark) and time.monotonic() < deadline_s:
        time.sleep(0.1)
    assert server.last_asked_s <= died_s + LOAD_ENDS_WITHIN_S


def assert_little_is_lost(record: RunRecord, server: CountingServer, died_s: float) -> None:
    """P2: of all that was served, at most the last two seconds are missing."""
    kept = record.summary.requests
    assert server.asked_until(died_s - 2.0) <= kept <= server.total

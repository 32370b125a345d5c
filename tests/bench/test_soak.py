"""A long run at a thousand requests a second, watched in the real window: is memory flat?"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from studio.journey.check import StatusCheck
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.wait import PacingWait
from studio.project.opening import create_project, open_project
from studio.scenario.scenario import JourneyShare, Scenario
from studio.scenario.shapes import Constant
from tests.bench.conftest import Keep, Say
from tests.bench.figures import Bar, Section
from tests.bench.nginx import Nginx
from tests.bench.tools import ROOT

pytestmark = pytest.mark.timeout(1800)

USERS, PACE_S, ENDPOINTS = 120, 0.1, 20
SETTLED_S = 60
MOST_GROWTH = 0.05
OPENS_WITHIN_S = 60
WINDOW, MASTER, WORKER = "window", "locust-master", "locust-worker"


@dataclass(frozen=True, slots=True)
class Moment:
    """One second of the window's run."""

    late_ms: float
    requests: int

    mib: dict[str, float]
    """Memory by process."""


def test_soak(
    nginx: Nginx, folder: Path, keep: Keep, say: Say, pytestconfig: pytest.Config
) -> None:
    length_s = int(str(pytestconfig.getoption("--soak-s")))
    path = project_at(folder, nginx.url, length_s)
    moments: list[Moment] = []
    for moment in watched(folder, path, length_s):
        moments.append(moment)
        if len(moments) % 30 == 0:
            told = ", ".join(f"{name} {mib:.1f}" for name, mib in moment.mib.items())
            say(f"  {len(moments)} s: {moment.requests:,} requests, MiB: {told}")
    say(how_it_ended(folder, path))
    running = [it for it in moments if MASTER in it.mib and WORKER in it.mib]
    steady = running[SETTLED_S:]
    assert steady, "the run was too short"
    growth = {name: grown([it.mib[name] for it in steady]) for name in (WINDOW, MASTER, WORKER)}
    first, last = steady[0], steady[-1]
    per_s = (last.requests - first.requests) / max(1, len(steady) - 1)
    late_ms = sorted(it.late_ms for it in steady)
    rows = (
        *(
            (
                f"{name}: MiB after a minute, at the end",
                f"{first.mib[name]:.1f}, {last.mib[name]:.1f} ({growth[name]:+.1%})",
            )
            for name in growth
        ),
        ("requests/s", f"{per_s:,.0f}"),
        ("main thread late in a second, ms: median", f"{late_ms[len(late_ms) // 2]:.0f}"),
        ("… p99", f"{late_ms[int(0.99 * len(late_ms))]:.0f}"),
    )
    bars = tuple(
        Bar(
            f"memory of the {name} within ±5 % after a minute",
            f"{growth[name]:+.1%}",
            is_reached=abs(growth[name]) <= MOST_GROWTH,
        )
        for name in (WINDOW, MASTER)
    )
    title = f"{length_s} s at {per_s:,.0f} requests/s and {ENDPOINTS} endpoints, in the window"
    course = {name: [round(it.mib.get(name, 0), 2) for it in moments[::5]] for name in growth}
    keep("soak", Section(title, ("what", "value"), rows, (), bars, {"mib_each_5_s": course}))


def how_it_ended(folder: Path, path: Path) -> str:
    """Return what the project keeps of the run's end."""
    project = open_project(path, folder / "home")
    try:
        record = project.run("R1")
    finally:
        project.close()
    events = (f"{it.at_s:.0f} s {it.kind}: {it.text}" for it in record.snapshot.events)
    return "\n  ".join((f"  {record.summary.state}, {record.summary.ending}", *events))


def grown(mib: list[float]) -> float:
    """Return how far the medians of the first and the last 10 s lie apart, as a fraction."""
    first, last = (sorted(part)[len(part) // 2] for part in (mib[:10], mib[-10:]))
    return last / first - 1


def project_at(folder: Path, url: str, length_s: int) -> Path:
    """Make a project whose scenario asks for many pages, a thousand times a second."""
    steps = tuple(
        Step(
            f"n{number}",
            f"Page {number}",
            (Request(f"r{number}", "GET", f"/page/{number}", checks=(StatusCheck((200,)),)),),
        )
        for number in range(ENDPOINTS)
    )
    journey = Journey("J1", "Visitor", steps, order=Order.WEIGHTED, wait=PacingWait(PACE_S))
    load = Constant(USERS, float(length_s))
    scenario = Scenario("Soak", (JourneyShare(journey.name, 100),), load, (), url)
    project = create_project(folder / "soak.swarmbook", folder / "home")
    project.save(journeys=[journey], scenarios=[scenario])
    project.close()
    return project.path


def watched(folder: Path, path: Path, length_s: int) -> Iterator[Moment]:
    """Yield each second of the window, from its start to the end of its run."""
    program = Path(__file__).with_name("window_program.py")
    arguments = [str(folder / "home"), str(path), "Soak"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(program), *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as window:
        assert window.stdout is not None
        for seconds, line in enumerate(window.stdout):
            told = json.loads(line)
            yield Moment(told["late_ms"], told["requests"], memory_of(window.pid))
            if seconds > length_s + OPENS_WITHIN_S:
                window.terminate()


def memory_of(window: int) -> dict[str, float]:
    """Return the memory of the window and of its engine's processes, in MiB."""
    root = psutil.Process(window)
    found = {WINDOW: root.memory_info().rss / 2**20}
    for child in root.children(recursive=True):
        try:
            command = child.cmdline()
            found |= {
                name: child.memory_info().rss / 2**20
                for name in (MASTER, WORKER)
                if name in command
            }
        except psutil.NoSuchProcess:
            continue
    return found

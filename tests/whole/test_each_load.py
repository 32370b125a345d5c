"""Every kind of load, from the command line: what was planned is what came, second by second."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from studio.journey.wait import ConstantWait
from studio.project.opening import create_project, open_project
from studio.scenario.arrival_rate import ArrivalRate, RateStage
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape, planned_starts, planned_users
from studio.scenario.scenario import JourneyShare, Scenario
from studio.scenario.shapes import Constant, Drawing, Point, RiseAndHold, Soak, Spike, Steps
from tests.builders import make_journey
from tests.whole.counting_server import CountingServer, counting_server

pytestmark = pytest.mark.whole

MAIN = Path(__file__).parents[2] / "main.py"
PATIENCE_S = 90
LOADS: dict[str, LoadShape] = {
    "constant": Constant(30, 8),
    "rise and hold": RiseAndHold(40, 4, 3, 2),
    "steps": Steps(10, 10, steps=4, step_s=2, rise_s=1),
    "spike": Spike(10, 60, before_s=2, rise_s=1, peak_s=2, after_s=2),
    "soak": Soak(30, 2, 6),
    "drawing": Drawing((Point(0, 5), Point(3, 35), Point(3, 15), Point(6, 15), Point(8, 45))),
    "arrival rate": ArrivalRate(
        (RateStage(3, 20), RateStage(2, 20), RateStage(0, 30), RateStage(3, 30)), most_users=50
    ),
    "find the limit": LimitSearch(4, 8, step_s=2),
}


@pytest.fixture
def server() -> Iterator[CountingServer]:
    with counting_server() as counter:
        yield counter


def start(folder: Path, name: str, host: str) -> subprocess.Popen[str]:
    """Run a scenario of a project of its own; runs of different projects go on side by side."""
    journey = make_journey(wait=ConstantWait(0.2))
    mix = (JourneyShare(journey.name, 1),)
    project = create_project(folder / f"{name}.swarmbook", folder)
    project.save(journeys=[journey], scenarios=[Scenario(name, mix, LOADS[name], (), host)])
    project.close()
    command = [sys.executable, MAIN, "run", project.path, name, "--workers", "1", "--json"]
    environment = {**os.environ, "SWARMBOOK_HOME": str(folder / "home")}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )


def told_by(child: subprocess.Popen[str]) -> dict[str, Any]:
    out, errors = child.communicate(timeout=PATIENCE_S)
    assert out, errors
    return json.loads(out)


def off(planned: list[int], came: list[int]) -> list[tuple[int, int, int]]:
    """Return the seconds in which what came is not what was planned, within 2 % or one."""
    pairs = enumerate(zip(planned, came, strict=False))
    return [(s, plan, is_) for s, (plan, is_) in pairs if abs(is_ - plan) > max(1, 0.02 * plan)]


def check(name: str, told: dict[str, Any], server: CountingServer) -> None:
    load, seconds = LOADS[name], told["seconds"]
    users = [second["users"] for second in seconds]
    assert told["load"]["kind"] == name
    assert told["totals"]["requests"] == sum(second["requests"] for second in seconds)
    match load:
        case ArrivalRate():
            planned = list(planned_starts(load))
            made = [second.get("made_starts", 0) for second in seconds]
            assert [second["planned_starts"] for second in seconds[: len(planned)]] == planned
            assert len(off(planned, made)) <= 1, off(planned, made)
            assert told["starts"]["not_started"] <= 2
        case LimitSearch():
            planned = [second["planned_users"] for second in seconds]
            assert set(planned) >= {4, 8}
            assert len(off(planned, users)) <= 1, off(planned, users)
            assert told["limit"]["users"] in {4, 6, 8}
        case _:
            planned = list(planned_users(load))
            assert [second["planned_users"] for second in seconds[: len(planned)]] == planned
            assert len(off(planned, users)) <= 1, off(planned, users)
    assert server.total >= told["totals"]["requests"]


@pytest.mark.parametrize("names", [list(LOADS)[:4], list(LOADS)[4:]], ids="+".join)
def test_what_was_planned_is_what_came(
    server: CountingServer, tmp_path: Path, names: list[str]
) -> None:
    children = {name: start(tmp_path, name, server.host) for name in names}
    for name, child in children.items():
        check(name, told_by(child), server)
        with closing(open_project(tmp_path / f"{name}.swarmbook", tmp_path)) as project:
            exported = project.bundle_of_scenario(name).locustfile
            assert project.run("R1").locustfile == exported  # what ran is what leaves for CI

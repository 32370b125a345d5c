"""Blocks do what they say, under plain Locust and under the engine, fast lane and all."""

import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from studio.engine.load_commands import Stop
from studio.export.bundle import make_bundle
from studio.journey.journey import Journey
from studio.journey.wait import ConstantWait
from studio.scenario.goal import Bound, Goal, Measure
from studio.scenario.load_profile import constant
from tests.studio.locustfile import block_samples as samples
from tests.whole.counting_server import CountingServer
from tests.whole.trial import Trial

pytestmark = [pytest.mark.whole, pytest.mark.beside]

EACH: dict[str, tuple[Sequence[tuple[Journey, int]], set[str]]] = {
    "groups": (
        [(samples.GROUPS, 1)],
        {"/signed-in", "/search", "/look", "/first", "/second", "/basket", "/pay", "/signed-out"},
    ),
    "loops_and_choices": (
        [(samples.LOOPS, 1)],
        {"/page", "/more", "/throw", "/pays", "/card", "/cash", "/later", "/a", "/b", "/c"}
        | {"/lucky", "/red", "/blue", "/matched"},
    ),
    "code_block": ([(samples.CODE, 1), (samples.CODE_IN_CHAIN, 1)], set()),
    "made_variables": ([(samples.MADE, 1)], {"/made"}),
    "two_hosts": ([(samples.HOSTS, 1)], {"/fr/page", "/orders/fr"}),
    "every_wait": (samples.WAITS, {f"/{letter}" for letter in "abcdefg"}),
    "weighted": ([(samples.WEIGHTED, 1)], {"/search", "/look", "/page", "/pays", "/plain"}),
}
PLAIN = Journey("J1", "Plain", (samples.step("page"),), wait=ConstantWait(0.05))


def source_of(journeys: Sequence[tuple[Journey, int]], server: CountingServer) -> str:
    hosts = (("main", server.host), ("api", server.host))
    target = replace(samples.TARGET, hosts=hosts)
    return make_bundle(journeys, (), lambda _: "", target=target, allows_code=True).locustfile


def begun(folder: Path, source: str, host: str) -> subprocess.Popen[str]:
    folder.mkdir()
    (folder / "locustfile.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "locust", "--headless", "--users", "4", "--spawn-rate", "9"]
    command += ["--run-time", "45s", "--stop-timeout", "5", "--host", host, "--only-summary"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=folder, stdout=pipe, stderr=pipe, text=True)


def test_every_file_runs_under_plain_locust(server: CountingServer, tmp_path: Path) -> None:
    names = list(EACH)
    for some in (names[:4], names[4:]):
        wanted = set[str]().union(*(EACH[name][1] for name in some)) - {"/signed-out"}
        running = {
            name: begun(tmp_path / name, source_of(EACH[name][0], server), server.host)
            for name in some
        }
        try:
            wait_for_paths(server, wanted)
        finally:
            for process in running.values():
                process.terminate()
        for name, process in running.items():
            told = process.communicate(timeout=30)[1]
            assert "Traceback" not in told, f"{name}\n{told}"
            assert "ERROR" not in told, f"{name}\n{told}"
            assert process.returncode == 0, f"{name}\n{told}"
    assert server.asked["/signed-out"] == server.asked["/signed-in"]
    assert "/never" not in server.asked


def wait_for_paths(server: CountingServer, wanted: set[str]) -> None:
    deadline_s = time.monotonic() + 40
    while not wanted <= set(server.asked) or signed(server) < 5:
        assert time.monotonic() < deadline_s, wanted - set(server.asked)
        time.sleep(0.1)


def signed(server: CountingServer) -> int:
    return sum(path.startswith("/signed/") for path in server.asked)


def test_the_engine_counts_what_the_target_was_asked(
    server: CountingServer, tmp_path: Path
) -> None:
    source = source_of([(samples.GROUPS, 1), (samples.LOOPS, 2)], server)
    trial = Trial(tmp_path, server, constant(6, 3600), source)
    trial.wait_until(lambda: server.asked["/signed-in"] >= 2 and server.total > 500)
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert trial.snapshot.lane.is_on, trial.snapshot.lane
    rows = {(it.endpoint.method, it.endpoint.name): it for it in trial.snapshot.endpoints}
    requests = sum(it.requests for (method, _), it in rows.items() if method != "STEP")
    assert requests == server.total
    steps = {name for method, name in rows if method == "STEP"}
    assert steps == {"Look around", "look", "pay", "pays"}
    asked = {f"/{name}": rows["STEP", name].requests for name in ("look", "pay", "pays")}
    for path, counted in asked.items():
        assert 0 <= server.asked[path] - counted <= 6, "a user stopped inside leaves no row"
    assert trial.snapshot.total.failures == 0


@pytest.mark.parametrize(("limit_ms", "code"), [(30_000, 0), (0, 3)])
def test_goals_decide_how_plain_locust_leaves(
    server: CountingServer, tmp_path: Path, limit_ms: float, code: int
) -> None:
    goals = (Goal(Measure.P95, Bound.AT_MOST, limit_ms, "GET /page"),)
    source = make_bundle([(PLAIN, 1)], (), lambda _: "", goals=goals).locustfile
    (tmp_path / "locustfile.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "locust", "--headless", "--users", "2", "--run-time", "4s"]
    done = subprocess.run(
        [*command, "--host", server.host, "--only-summary"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"GOALS_JUNIT": "results/goals.xml"},
    )
    assert done.returncode == code, done.stderr
    suite = ET.parse(tmp_path / "results" / "goals.xml").getroot()  # noqa: S314  # we wrote it
    assert suite.get("failures") == str(code // 3)

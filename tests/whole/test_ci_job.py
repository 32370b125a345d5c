"""The job that leaves for GitHub runs as it is written, is judged by its goals, and comes back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from studio.journey.wait import ConstantWait
from studio.project.opening import create_project, open_project
from studio.run.verdict import VerdictKind
from studio.scenario.goal import Bound, Goal, Measure
from studio.scenario.scenario import JourneyShare, Scenario
from studio.scenario.shapes import Constant
from tests.builders import make_journey
from tests.whole.counting_server import CountingServer

pytestmark = [
    pytest.mark.beside,
    pytest.mark.whole,
    pytest.mark.skipif(sys.platform == "win32", reason="the job's computer is no Windows"),
]

MAIN = Path(__file__).parents[2] / "main.py"
MISSED = 3
"""The exit code of a job whose goals were missed."""


def run_job(folder: Path, home: Path) -> int:
    """Run the steps of the workflow as its server would, and return the exit code."""
    workflow = yaml.safe_load((folder / ".github/workflows/load-test.yml").read_text("utf-8"))
    steps = workflow["jobs"]["load-test"]["steps"]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    for step in (it for it in steps if "run" in it):
        done = subprocess.run(
            ["/bin/sh", "-e", "-c", step["run"]],
            cwd=folder,
            env={**os.environ, "PATH": path, "HOME": str(home), **step.get("env", {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )
        if done.returncode:
            return done.returncode
    return 0


@pytest.mark.parametrize(
    ("limit_ms", "code"), [(5000.0, 0), (0.001, MISSED)], ids=["met", "missed"]
)
def test_a_job_ends_as_its_goals_do(
    server: CountingServer, tmp_path: Path, limit_ms: float, code: int
) -> None:
    journey = make_journey(wait=ConstantWait(0.2))
    goals = (Goal(Measure.P95, Bound.AT_MOST, limit_ms),)
    scenario = Scenario(
        "Peak", (JourneyShare(journey.name, 1),), Constant(3, 4.0), goals, server.host
    )
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    project.save(journeys=[journey], scenarios=[scenario])
    project.close()
    environment = {**os.environ, "SWARMBOOK_HOME": str(tmp_path / "home")}

    def main(*arguments: object) -> str:
        command = [sys.executable, str(MAIN), *map(str, arguments)]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, env=environment, timeout=60
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    folder = tmp_path / "ci"
    main("export", project.path, "--scenario", "Peak", "-o", folder, "--ci", "github")
    assert run_job(folder, tmp_path) == code
    assert (folder / "results" / "goals.xml").read_text("utf-8").count("<testcase") == 1
    assert ("<failure" in (folder / "results" / "goals.xml").read_text("utf-8")) == bool(code)
    main("import-results", project.path, folder / "results")
    again = open_project(project.path, tmp_path / "home")
    record = again.run("R1")
    again.close()
    assert record.snapshot.total.requests == server.total
    wanted = VerdictKind.GOALS_MISSED if code else VerdictKind.GOALS_MET
    assert record.summary.verdict is wanted

"""A scenario that was exported has the same users under plain Locust as in the studio."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studio.journey.wait import ConstantWait
from studio.project.opening import create_project
from studio.scenario.scenario import JourneyShare, Scenario
from studio.scenario.shapes import Drawing, Point
from tests.builders import make_journey
from tests.whole.counting_server import counting_server

pytestmark = [pytest.mark.whole, pytest.mark.beside]

MAIN = Path(__file__).parents[2] / "main.py"
LOAD = Drawing((Point(0, 4), Point(3, 4), Point(3, 12), Point(7, 24), Point(9, 6)))
_OFF_S = 2.0
"""Locust looks at its shape, and at its users, once a second each."""


def test_plain_locust_has_the_users_that_were_planned(tmp_path: Path) -> None:
    journey = make_journey(wait=ConstantWait(0.2))
    project = create_project(tmp_path / "shop.swarmbook", tmp_path)
    mix = (JourneyShare(journey.name, 1),)
    with counting_server() as server:
        scenario = Scenario("Peak", mix, LOAD, (), server.host)
        project.save(journeys=[journey], scenarios=[scenario])
        project.close()
        environment = {**os.environ, "SWARMBOOK_HOME": str(tmp_path / "home"), "PYTHONWARNINGS": ""}
        export = [
            sys.executable,
            MAIN,
            "export",
            project.path,
            "--scenario",
            "Peak",
            "-o",
            tmp_path,
        ]
        done = subprocess.run(
            export, capture_output=True, text=True, check=False, env=environment, timeout=60
        )
        exported = Path(done.stdout.strip())
        plain = subprocess.run(
            [
                *(sys.executable, "-m", "locust", "-f", str(exported), "--headless"),
                *("--host", server.host, "--only-summary", "--csv", str(tmp_path / "told")),
            ],
            cwd=tmp_path,
            env={**environment, "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    history = tmp_path / "told_stats_history.csv"
    assert history.exists(), plain.stderr
    rows = list(csv.DictReader(history.read_text(encoding="utf-8").splitlines()))
    began_s = int(rows[0]["Timestamp"])
    told = [(int(it["Timestamp"]) - began_s, int(it["User Count"])) for it in rows]
    profile = LOAD.profile()
    for at_s, users in told[1:]:  # the first row is from before the first user
        near = [max(0.0, at_s + off / 4) for off in range(-4 * int(_OFF_S), 4 * int(_OFF_S) + 1)]
        planned = [profile.users_at(s) for s in near]
        assert min(planned) - 1 <= users <= max(planned) + 1, told
    assert max(users for _, users in told) >= 20
    assert told[-1][0] == pytest.approx(LOAD.duration_s, abs=3)

"""A recorded visit is imported and walked by real Locust, with the fast lane and without."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from studio.importer.har import read_har_source
from studio.importer.source import source_of_file
from studio.journey.walk import requests_of
from studio.progress import Progress
from studio.project.opening import create_project
from studio.scenario.load_profile import constant
from studio.scenario.scenario import PRACTICE_SHOP, JourneyShare, Scenario

pytestmark = [pytest.mark.whole, pytest.mark.beside]

ROOT = Path(__file__).parents[2]
VISIT = ROOT / "recordings" / "practice_shop.har"
RECORDED = {
    ("POST", "/login"),
    ("GET", "/"),
    ("GET", "/todos"),
    ("POST", "/todos"),
    ("GET", "/todos/[id]"),
    ("GET", "/about/"),
}
PATIENCE_S = 90


def _started(folder: Path, lane: str) -> subprocess.Popen[str]:
    imported = read_har_source(source_of_file(VISIT), Progress())
    project = create_project(folder / f"{lane.strip('-')}.swarmbook", folder)
    (journey,) = project.bring_in(imported, Progress()).journeys
    mix = (JourneyShare(journey.name, 1),)
    project.save(scenarios=[Scenario("Visit", mix, constant(2, 4.0), (), PRACTICE_SHOP)])
    project.close()
    command = [sys.executable, ROOT / "main.py", "run", project.path, "Visit"]
    return subprocess.Popen(
        [*command, "--workers", "1", lane, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "SWARMBOOK_HOME": str(folder / "home")},
    )


def _told(run: subprocess.Popen[str]) -> dict[str, Any]:
    out, errors = run.communicate(timeout=PATIENCE_S)
    assert out, errors
    return json.loads(out)


def test_a_recorded_visit_is_walked_alike_with_the_fast_lane_and_without(tmp_path: Path) -> None:
    runs = [_started(tmp_path, lane) for lane in ("--fast-lane", "--no-fast-lane")]
    for told in map(_told, runs):
        rows = {(it["method"], it["name"]): it for it in told["endpoints"]}
        assert rows.keys() == RECORDED
        assert all(it["requests"] > 0 and it["failures"] == 0 for it in rows.values()), rows


def test_the_recording_sends_what_was_recorded() -> None:
    (journey,) = read_har_source(source_of_file(VISIT), Progress()).journeys
    sent = {(it.method, it.endpoint or it.path) for it in requests_of(journey)}
    assert sent == RECORDED

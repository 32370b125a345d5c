"""The command line, as a person or a script starts it: real processes, real load."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.leftovers import nothing_left_over
from tests.whole.counting_server import counting_server

pytestmark = [pytest.mark.whole, pytest.mark.beside]

MAIN = Path(__file__).parents[2] / "main.py"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "SWARMBOOK_HOME": str(tmp_path / "home")}


def main(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(MAIN), *arguments]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=110
    )


def told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    return json.loads(done.stdout)


def test_a_practice_run_counts_what_the_shop_counts(
    environment: dict[str, str], tmp_path: Path
) -> None:
    project = tmp_path / "kept.swarmbook"
    with nothing_left_over():
        done = main(
            {**environment, **os.environ, "SWARMBOOK_HOME": environment["SWARMBOOK_HOME"]},
            *("practice", "--users", "12", "--duration", "8s", "--workers", "2"),
            *("--project", str(project), "--json"),
        )
    run = told(done)
    assert run["totals"]["requests"] == run["shop_requests"] > 50, done.stderr
    assert run["totals"]["failures"] == run["shop_failures"] == 0
    assert done.returncode == {"goals met": 0, "goals missed": 3, "untrusted": 4}[run["verdict"]]
    assert {row["name"] for row in run["endpoints"]} > {"/", "/todos", "/todos/[id]"}
    assert run["fast_lane"]["on"]
    assert run["fast_lane"]["plain_share"] > 0.9
    assert [it.name for it in tmp_path.iterdir() if it.name != "home"] == [project.name]

    (kept,) = told(main(environment, "runs", str(project), "--json"))["runs"]
    assert (kept["run"], kept["state"]) == (run["run"], "done")
    assert kept["requests"] == run["totals"]["requests"]
    shown = told(main(environment, "show", str(project), run["run"], "--json"))
    for key in ("totals", "endpoints", "goals", "verdict", "fast_lane"):
        assert shown[key] == run[key]
    assert "All requests" in main(environment, "show", str(project), run["run"]).stdout


def test_the_talks_journey_runs_against_any_target(
    environment: dict[str, str], tmp_path: Path
) -> None:
    project = str(tmp_path / "talk.swarmbook")
    assert main(environment, "new", project, "--sample", "talk").returncode == 0
    with counting_server() as server:
        done = main(
            environment,
            *("run", project, "WebsiteUser", "--host", server.host),
            *("--users", "6", "--duration", "6s", "--workers", "2", "--json", "--no-fast-lane"),
        )
        run = told(done)
        assert (run["fast_lane"]["on"], run["fast_lane"]["why_off"]) == (False, "switched off")
        assert run["totals"]["requests"] >= server.total > 0
    by_name = {row["name"]: row for row in run["endpoints"]}
    assert (by_name["/login"]["requests"], by_name["/login"]["failures"]) == (6, 0)
    asked = server.asked
    assert by_name["/"]["requests"] == asked["/"]
    assert (
        done.returncode
        == {"no goals": 0, "goals met": 0, "goals missed": 3, "untrusted": 4}[run["verdict"]]
    )


def test_what_is_exported_runs_under_plain_locust(
    environment: dict[str, str], tmp_path: Path
) -> None:
    project = str(tmp_path / "talk.swarmbook")
    main(environment, "new", project, "--sample", "talk")
    done = main(environment, "export", project, "WebsiteUser", "-o", str(tmp_path / "ci"))
    exported = Path(done.stdout.strip())
    golden = Path(__file__).parents[1] / "studio" / "locustfile" / "golden" / "talk.py"
    assert exported.read_bytes() == golden.read_bytes()
    with counting_server() as server:
        plain = subprocess.run(
            [
                *(sys.executable, "-m", "locust", "-f", str(exported), "--headless"),
                *("-u", "3", "-r", "3", "-t", "3s", "--host", server.host, "--only-summary"),
            ],
            cwd=exported.parent,
            env={**os.environ, "HOME": str(tmp_path), "PYTHONWARNINGS": ""},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert server.asked["/"] + server.asked["/about/"] > 0, plain.stderr
    assert "Aggregated" in plain.stdout + plain.stderr

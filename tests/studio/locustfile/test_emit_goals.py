"""The functions a file carries judge it as its goals say."""

import logging
import os
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from studio.locustfile.emit_goals import emit_goals
from studio.locustfile.planning_goals import plan_goals
from tests.studio.locustfile.block_samples import GOALS


class WorkerRunner:
    exceptions: tuple[object, ...] = ()


class Row(SimpleNamespace):
    def get_response_time_percentile(self, quantile: float) -> float:
        return 1000 * quantile


def judged(runner: object, **row: Any) -> Any:  # noqa: ANN401  # what Locust's environment has
    listeners: list[Any] = []
    given = {
        "logging": logging,
        "os": os,
        "Path": Path,
        "WorkerRunner": WorkerRunner,
        **{name: getattr(ET, name) for name in ("Element", "ElementTree", "SubElement")},
        "events": SimpleNamespace(quitting=SimpleNamespace(add_listener=listeners.append)),
    }
    exec("\n".join(emit_goals(plan_goals(GOALS))), given)  # noqa: S102  # ours
    total = Row(num_requests=9, fail_ratio=0.0, total_rps=5.0)
    asked = Row(**{"num_requests": 9, **row})
    stats = SimpleNamespace(total=total, get=lambda *_: asked)  # pyright: ignore[reportUnknownLambdaType]
    environment = SimpleNamespace(runner=runner, stats=stats, process_exit_code=None)
    listeners[0](environment)
    return environment.process_exit_code


def test_a_missed_goal_decides_the_exit_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "results" / "goals.xml"
    monkeypatch.setenv("GOALS_JUNIT", str(file))
    assert judged(SimpleNamespace(exceptions={})) == 3, "950 ms are not at most 800"
    suite = ET.parse(file).getroot()  # noqa: S314  # we wrote it
    assert (suite.get("tests"), suite.get("failures")) == ("4", "1")
    missed = [case.get("name") for case in suite if case.find("failure") is not None]
    assert missed == ["POST /todos: p95 at most 800 ms"]


def test_silence_misses_a_goal_and_exceptions_leave_the_code_to_locust() -> None:
    assert judged(SimpleNamespace(exceptions={}), num_requests=0) == 3
    assert judged(SimpleNamespace(exceptions={"x": 1})) is None


def test_a_worker_judges_nothing() -> None:
    assert judged(WorkerRunner()) is None

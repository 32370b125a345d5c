"""Rows are dealt as their data file says, here to the users of one process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PLAYER = "tests.studio.locustfile.feed_player"


def played(folder: Path, content: str) -> subprocess.CompletedProcess[str]:
    (folder / "rows.csv").write_text(content, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-m", PLAYER, str(folder)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    done = played(tmp_path_factory.mktemp("feed"), "n\r\n1\r\n2\r\n3\r\n")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_each_row_is_given_once_and_the_others_end(told: dict[str, list[str]]) -> None:
    assert told["once"] == ["1", "2", "3"]


def test_rows_go_round(told: dict[str, list[str]]) -> None:
    assert told["again"] == ["1", "2", "3", "1", "2", "3", "1"]


def test_any_row_may_come(told: dict[str, list[str]]) -> None:
    assert set(told["any"]) == {"1", "2", "3"}
    assert len(told["any"]) == 50


def test_a_row_that_comes_back_is_given_to_another(told: dict[str, list[str]]) -> None:
    assert told["own"] == ["1", "2", "3"]
    assert told["own again"] == ["2"]


def test_another_test_begins_at_the_top(told: dict[str, list[str]]) -> None:
    assert told["another test"] == ["1"]


def test_a_table_without_rows_is_said_before_anything_runs(tmp_path: Path) -> None:
    done = played(tmp_path, "n\r\n")
    assert done.returncode == 1
    assert done.stderr.strip().endswith("rows.csv has no rows.")

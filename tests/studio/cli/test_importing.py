"""Files are imported in a terminal, with a report and an exit code."""

import json
from pathlib import Path

import pytest

from studio.cli.command_line import ExitCode, run_command_line
from studio.journey.document import write_document
from studio.journey.sample import PRACTICE
from tests.studio.recording.visits import entry, har


@pytest.fixture
def visit_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SWARMBOOK_HOME", str(tmp_path / "home"))
    path = tmp_path / "Visit.har"
    path.write_bytes(har(entry("http://shop.test/?token=abcdef12"), entry("wss://shop.test/")))
    return path


def test_a_file_is_brought_into_a_project(
    visit_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = visit_file.with_name("shop.swarmbook")
    journey = visit_file.with_name("practice.journey.json")
    journey.write_text(write_document([PRACTICE]), "utf-8")
    code = run_command_line(["import", str(visit_file), str(journey), "--project", str(project)])
    assert code == 0
    said = capsys.readouterr().out
    assert "Journey “Visit”: 1 steps, 1 requests." in said
    assert f"Journey “{PRACTICE.name}”" in said
    assert "1 WebSocket" in said
    assert "abcdef12" not in said
    assert b"abcdef12" not in project.read_bytes()


def test_what_would_come_can_be_looked_at(
    visit_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command_line(["import", str(visit_file), "--look", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["journeys"] == [{"name": "Visit", "requests": 1}]
    assert told["secrets"] == [{"name": "token", "where": "GET /: token"}]


def test_wrong_use_and_bad_files_are_said(
    visit_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command_line(["import", str(visit_file)]) == ExitCode.WRONG_USE
    visit_file.write_bytes(b"\x00\x01")
    assert run_command_line(["import", str(visit_file), "--look"]) == ExitCode.WRONG_USE
    assert "no kind that can be imported" in capsys.readouterr().err

"""Whatever a command was to do, it says first which runs it found interrupted."""

from pathlib import Path

import pytest

from studio.cli.command_line import run_command_line
from studio.database.project_file import ProjectFile
from studio.run.run import RunState
from studio.run.run_store import RunStore
from tests.builders import make_setup


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a project in which one run was interrupted."""
    monkeypatch.setenv("SWARMBOOK_HOME", str(tmp_path / "home"))
    path = tmp_path / "shop.swarmbook"
    run_command_line(["new", str(path)])
    file = ProjectFile(path)
    store = RunStore(file)
    number = store.begin("a", make_setup(), "http://x", "2026-01-01T12:00:00+00:00", "", ())
    store.enter(number, RunState.STARTING)
    file.close()
    return str(path)


def test_what_was_interrupted_is_told_once_and_beside_the_result(
    project: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run_command_line(["runs", project, "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == "R1 never started: the studio closed before there was load.\n"
    assert "never started" in said.out
    assert run_command_line(["runs", project]) == 0
    assert capsys.readouterr().err == ""


def test_a_project_may_be_named_from_where_one_stands(
    project: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_command_line(["runs", Path(project).name]) == 0

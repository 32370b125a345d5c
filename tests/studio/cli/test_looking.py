"""What was kept can be looked at, as text and as JSON."""

import json
from pathlib import Path

import pytest

from studio.cli.command_line import run_command_line


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SWARMBOOK_HOME", str(tmp_path / "home"))


def test_a_project_without_a_run_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "shop.swarmbook")
    run_command_line(["new", path])
    capsys.readouterr()
    assert run_command_line(["runs", path]) == 0
    assert capsys.readouterr().out == "No run yet.\n"
    assert run_command_line(["runs", path, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"runs": []}
    assert run_command_line(["show", path, "R1"]) == 2

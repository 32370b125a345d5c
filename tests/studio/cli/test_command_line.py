"""Wrong use and bad files end with their code, and nothing of it goes to stdout."""

from pathlib import Path

import pytest

from studio.cli.command_line import ExitCode, run_command_line


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SWARMBOOK_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["run"],
        ["run", "gone.swarmbook", "X"],
        ["practice", "--users", "0"],
        ["practice", "--duration", "soon"],
        ["runs", "gone.swarmbook"],
        ["allow", "shop", "--by", "me"],
        ["new", "x", "--sample", "nothing"],
    ],
)
def test_wrong_use_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(arguments) == ExitCode.WRONG_USE
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.strip()


def test_a_target_that_is_not_allowed_ends_with_five(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "shop.swarmbook")
    assert run_command_line(["new", path, "--sample", "talk"]) == 0
    code = run_command_line(["run", path, "WebsiteUser", "--host", "https://8.8.8.8"])
    assert code == ExitCode.TARGET
    assert "main.py allow https://8.8.8.8" in capsys.readouterr().err
    assert run_command_line(["run", path, "WebsiteUser", "--host", "http://127.0.0.1:9"]) == 5


def test_help_tells_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["--help"]) == 0
    assert "3 goals missed" in capsys.readouterr().out

"""Each system keeps a program's data in its own place."""

from pathlib import Path

from studio.computer.paths import data_folder, practice_project


def test_a_place_of_ones_own_stands_above_all() -> None:
    assert data_folder({"SWARMBOOK_HOME": "/x", "HOME": "/h"}, "linux") == Path("/x")


def test_each_system_has_its_place() -> None:
    assert data_folder({"HOME": "/h"}, "linux") == Path("/h/.local/share/swarmbook")
    assert data_folder({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "linux") == Path("/d/swarmbook")
    assert data_folder({"HOME": "/h"}, "darwin") == Path("/h/Library/Application Support/swarmbook")
    windows = data_folder({"USERPROFILE": "/u", "LOCALAPPDATA": "/l"}, "win32")
    assert windows == Path("/l/swarmbook")


def test_practice_runs_have_a_project() -> None:
    assert practice_project(Path("/x")).suffix == ".swarmbook"

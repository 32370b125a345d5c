"""A project is made, opened, or only looked at; never harmed."""

import sqlite3
from pathlib import Path

import pytest

from studio.database.migrations import VERSION
from studio.database.project_file import ReadOnlyError
from studio.errors import FileFormatError
from studio.journey.sample import PRACTICE, TALK
from studio.project.opening import (
    add_practice,
    add_talk,
    create_project,
    open_or_create,
    open_practice,
    open_project,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.swarmbook"


def test_a_new_project_gets_its_suffix_and_is_never_put_over_another(tmp_path: Path) -> None:
    project = create_project(tmp_path / "shop", tmp_path)
    project.close()
    assert project.path == tmp_path / "shop.swarmbook"
    assert project.title == "shop"
    with pytest.raises(FileFormatError, match="there already"):
        create_project(tmp_path / "shop", tmp_path)


def test_opening_what_is_not_there_makes_nothing(path: Path, tmp_path: Path) -> None:
    with pytest.raises(FileFormatError):
        open_project(path, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_both_samples_live_in_one_project(path: Path, tmp_path: Path) -> None:
    project = create_project(path, tmp_path)
    add_talk(project)
    add_practice(project)
    add_practice(project)
    assert [journey.name for journey in project.journeys()] == [TALK.name, PRACTICE.name]
    assert [journey.id for journey in project.journeys()] == ["J1", "J2"]
    assert [scenario.name for scenario in project.scenarios()] == [TALK.name, "Practice shop"]
    project.close()
    assert list(tmp_path.iterdir()) == [path]


def test_a_project_that_is_open_elsewhere_is_only_looked_at(path: Path, tmp_path: Path) -> None:
    first = create_project(path, tmp_path)
    second = open_project(path, tmp_path)
    assert (first.look_only, second.look_only) == (False, True)
    with pytest.raises(ReadOnlyError):
        add_talk(second)
    second.close()
    first.close()
    third = open_or_create(path, tmp_path)
    assert not third.look_only
    third.close()


def test_a_newer_project_is_only_looked_at(path: Path, tmp_path: Path) -> None:
    create_project(path, tmp_path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()
    project = open_project(path, tmp_path)
    assert project.look_only
    assert project.runs() == ()
    project.close()


def test_practice_runs_have_a_project_of_their_own(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for _ in range(2):
        project = open_practice(home)
        assert [journey.name for journey in project.journeys()] == [PRACTICE.name]
        project.close()

"""A project's journals are found by what they say, not by what they are named."""

from pathlib import Path

import pytest

from studio.engine.journal_header import begin_journal, header_for
from studio.run.found_journals import find_places, leftover_folders
from studio.run.starting import place_of


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = tmp_path / "shop.swarmbook"
    project.touch()
    return project


def leave_journal(beside: Path, run: str, project: str = "p1", number: int = 1) -> Path:
    journal = place_of(beside, number).journal
    begin_journal(journal, header_for(run, project))
    return journal


def test_a_projects_own_journals_are_found(project: Path) -> None:
    first = leave_journal(project, "a")
    second = leave_journal(project, "b", number=2)
    leave_journal(project, "c", "another", 3)
    (project.parent / "letter-R1.journal").write_text("Dear aunt")
    (project.parent / "-R1.journal").touch()
    places = find_places(project, "p1")
    assert {run: it.journal for run, it in places.items()} == {"a": first, "b": second}
    assert places["a"].folder == project.parent / "shop.swarmbook-R1.engine"


def test_a_renamed_project_finds_what_bears_its_former_name(project: Path) -> None:
    journal = leave_journal(project, "a")
    renamed = project.rename(project.with_name("store.swarmbook"))
    assert find_places(renamed, "p1")["a"].journal == journal


def test_a_project_that_was_moved_finds_what_it_left_behind(project: Path, tmp_path: Path) -> None:
    journal = leave_journal(project, "a")
    new = tmp_path / "new"
    new.mkdir()
    moved = project.rename(new / project.name)
    assert find_places(moved, "p1") == {}
    assert find_places(moved, "p1", [tmp_path, tmp_path / "gone"])["a"].journal == journal


def test_a_copy_leaves_its_original_what_it_has_measured(project: Path) -> None:
    leave_journal(project, "a")
    copy = project.with_name("copy.swarmbook")
    copy.write_bytes(project.read_bytes())
    assert find_places(copy, "p1") == {}


def test_a_copied_journal_does_not_stand_before_the_projects_own(project: Path) -> None:
    own = leave_journal(project, "a")
    leave_journal(project.with_name("zoo.swarmbook"), "a")
    leave_journal(project.with_name("abc.swarmbook"), "a")
    assert find_places(project, "p1")["a"].journal == own


def test_folders_of_engines_are_found_by_their_runs(project: Path) -> None:
    place_of(project, 2).folder.mkdir()
    assert list(leftover_folders(project, (1, 2, 3))) == [place_of(project, 2).folder]

"""The last project opened is offered first."""

from pathlib import Path

from studio.computer.recent import RecentProjects


def test_the_last_one_comes_first_and_only_once(tmp_path: Path) -> None:
    recent = RecentProjects(tmp_path / "home")
    one, other = tmp_path / "one.swarmbook", tmp_path / "other.swarmbook"
    for path in (one, other, one):
        path.touch()
        recent.add(path)
    assert recent.all() == (one, other)


def test_a_project_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    recent = RecentProjects(tmp_path)
    recent.add(tmp_path / "gone.swarmbook")
    assert recent.all() == ()
    assert recent.folders() == (tmp_path,)


def test_a_damaged_list_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "recent.json").write_text("{")
    recent = RecentProjects(tmp_path)
    assert recent.all() == ()
    (tmp_path / "a.swarmbook").touch()
    recent.add(tmp_path / "a.swarmbook")
    assert len(recent.all()) == 1

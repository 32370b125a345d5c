"""Only one may write a project."""

from pathlib import Path

from studio.project.lock import ProjectLock


def test_a_lock_is_taken_once_and_leaves_nothing_behind(tmp_path: Path) -> None:
    project = tmp_path / "shop.swarmbook"
    first, second = ProjectLock(project), ProjectLock(project)
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()
    assert list(tmp_path.iterdir()) == []


def test_who_has_no_lock_releases_nobodys(tmp_path: Path) -> None:
    project = tmp_path / "shop.swarmbook"
    first, second = ProjectLock(project), ProjectLock(project)
    assert first.take()
    second.take()
    second.release()
    assert not second.take()
    first.release()

"""The open project works in its lane, and tells of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.errors import StudioError
from studio.run.setup import RunSetup
from ui.bridge.open_project import NoProjectError, Opened, OpenProject
from ui.bridge.tasks import Tasks


class Heard:
    """What a project told."""

    def __init__(self, project: OpenProject) -> None:
        self.opened: list[Opened] = []
        self.prepared: list[RunSetup] = []
        self.listed: list[object] = []
        self.failed: list[StudioError] = []
        project.opened.connect(self.opened.append)
        project.prepared.connect(self.prepared.append)
        project.listed.connect(self.listed.append)
        project.failed.connect(self.failed.append)


@pytest.fixture
def project(qapp: object, tmp_path: Path) -> Iterator[OpenProject]:
    assert qapp
    project = OpenProject(Tasks("project", threads=1), tmp_path / "home")
    yield project
    project.close()


def test_the_practice_run_makes_its_own_project(project: OpenProject, qtbot: QtBot) -> None:
    heard = Heard(project)
    project.prepare_practice()
    qtbot.waitUntil(lambda: bool(heard.listed))
    assert heard.opened[0].title == "Practice"
    assert heard.prepared[0].scenario.load.most_users == 60
    assert heard.failed == []
    project.prepare_practice()
    qtbot.waitUntil(lambda: len(heard.prepared) == 2)
    assert len(heard.opened) == 1


def test_without_a_project_there_is_nothing_to_read(project: OpenProject, qtbot: QtBot) -> None:
    heard = Heard(project)
    project.open_last()
    project.read_run("R1")
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert isinstance(heard.failed[0], NoProjectError)
    assert heard.opened == []


def test_a_project_is_made_opened_and_opened_again_at_the_next_start(
    project: OpenProject, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = Heard(project)
    project.create(tmp_path / "shop")
    project.create(tmp_path / "shop")
    qtbot.waitUntil(lambda: bool(heard.failed))
    assert "there already" in str(heard.failed[0])
    project.close()
    project.read_run("R1")

    again = OpenProject(Tasks("project", threads=1), tmp_path / "home")
    told = Heard(again)
    again.open_last()
    qtbot.waitUntil(lambda: bool(told.opened))
    assert (told.opened[0].title, told.opened[0].look_only) == ("shop", False)
    again.close()


def test_a_file_that_is_no_project_leaves_the_open_one_open(
    project: OpenProject, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = Heard(project)
    project.create(tmp_path / "shop")
    (tmp_path / "letter.swarmbook").write_text("Dear aunt")
    project.open(tmp_path / "letter.swarmbook")
    qtbot.waitUntil(lambda: bool(heard.failed))
    project.read_run("R1")
    qtbot.waitUntil(lambda: len(heard.failed) == 2)
    assert "has no “R1”" in str(heard.failed[1])

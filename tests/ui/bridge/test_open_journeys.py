"""Journeys are read and kept in the project's lane."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.errors import StudioError
from studio.journey.editing import rename
from studio.journey.sample import PRACTICE
from studio.project.journey_list import JourneyLine
from studio.run.setup import RunSetup
from studio.scenario.scenario import JourneyShare
from tests.ui.run.heard import all_heard
from ui.bridge.open_journeys import OpenedJourney, OpenJourneys
from ui.bridge.open_project import OpenProject
from ui.bridge.tasks import Tasks


class Bench:
    """An open project with one journey."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.project = OpenProject(Tasks("project", threads=1), folder / "home")
        self.journeys = OpenJourneys(self.project)
        self.lists: list[tuple[JourneyLine, ...]] = []
        self.opened: list[OpenedJourney] = []
        self.failed: list[StudioError] = []
        self.journeys.listed.connect(self._note)
        self.journeys.opened.connect(self.opened.append)
        self.journeys.failed.connect(self.failed.append)
        self.project.create(folder / "shop")
        self.journeys.create(PRACTICE)
        qtbot.waitUntil(lambda: len(self.opened) == 1)

    def wait_for(self, *names: str) -> None:
        self.qtbot.waitUntil(
            lambda: bool(self.lists) and [it.name for it in self.lists[-1]] == list(names)
        )

    def _note(self, lines: tuple[JourneyLine, ...], look_only: bool) -> None:
        assert not look_only
        self.lists.append(lines)


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(qtbot, tmp_path)
    yield bench
    bench.project.close()


def test_a_journey_is_opened_with_its_revisions(bench: Bench) -> None:
    opened = bench.opened[0]
    assert opened.history.journey.name == PRACTICE.name
    assert [it.number for it in opened.revisions] == [1]
    assert opened.newest == opened.history.journey
    assert not opened.look_only


def test_an_edit_is_kept_and_told_when_it_is(bench: Bench, qtbot: QtBot) -> None:
    history = bench.opened[0].history
    changed = history.with_edit(rename(history.journey, "n3", "List"), 1.0)
    kept = all_heard(bench.journeys.kept)
    bench.journeys.keep(changed)
    qtbot.waitUntil(lambda: kept == [(changed,)])
    bench.journeys.open("J1")
    qtbot.waitUntil(lambda: len(bench.opened) == 2)
    assert bench.opened[1].history.undoes is not None
    assert bench.opened[1].newest != bench.opened[1].history.journey


def test_journeys_are_copied_renamed_deleted_and_brought_back(bench: Bench, qtbot: QtBot) -> None:
    bench.journeys.duplicate("J1")
    bench.journeys.rename("J2", "Other")
    bench.wait_for(PRACTICE.name, "Other")
    deleted = all_heard(bench.journeys.deleted)
    bench.journeys.delete("J2")
    qtbot.waitUntil(lambda: deleted == [("J2", "Other")])
    bench.wait_for(PRACTICE.name)
    bench.journeys.bring_back("J2")
    bench.wait_for(PRACTICE.name, "Other")


def test_a_revision_is_kept_and_read_again(bench: Bench, qtbot: QtBot) -> None:
    history = bench.opened[0].history
    bench.journeys.keep(history.with_edit(rename(history.journey, "n3", "List"), 1.0))
    revised, read = all_heard(bench.journeys.revised), all_heard(bench.journeys.revision_read)
    bench.journeys.save("J1", "shorter")
    bench.journeys.read_revision("J1", 1)
    qtbot.waitUntil(lambda: bool(read))
    opened = revised[0][0]
    assert isinstance(opened, OpenedJourney)
    assert [it.label for it in opened.revisions] == ["shorter", ""]
    assert read == [(1, history.journey)]


def test_a_run_is_prepared_with_the_journey_alone(bench: Bench, qtbot: QtBot) -> None:
    prepared: list[RunSetup] = []
    bench.journeys.prepared.connect(prepared.append)
    bench.journeys.prepare_run("J1")
    qtbot.waitUntil(lambda: bool(prepared))
    assert prepared[0].scenario.mix == (JourneyShare(PRACTICE.name, 100),)
    assert prepared[0].scenario.name == PRACTICE.name


def test_what_is_not_there_is_said(bench: Bench, qtbot: QtBot) -> None:
    bench.journeys.open("J9")
    qtbot.waitUntil(lambda: bool(bench.failed))
    assert "J9" in str(bench.failed[0])

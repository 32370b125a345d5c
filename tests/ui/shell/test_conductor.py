"""What was asked leads to where it belongs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.address import Reach
from studio.computer.allowed_target import AllowedTargets
from studio.database.project_file import ProjectFile
from studio.engine.journal import JournalWriter
from studio.engine.load_messages import MESSAGES
from studio.project.opening import open_practice
from studio.run.run_store import RunStore
from studio.run.starting import place_of
from tests.builders import make_row, make_run, make_second, make_setup
from ui.app import Assembled, assemble
from ui.bridge.place import Place
from ui.home.page import HomePage
from ui.home.run_card import RunCard
from ui.run.run_page import RunPage
from ui.run.runs_place import RunsPlace
from ui.sheet.allow_sheet import AllowSheet
from ui.sheet.run_sheet import RunSheet
from ui.theme.theme import Theme

Part = TypeVar("Part", bound=QObject)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home whose practice project has a run that was interrupted."""
    home = tmp_path / "home"
    project = open_practice(home)
    project.close()
    file = ProjectFile(project.path)
    setup = make_setup()
    number = RunStore(file).begin("a", setup, "http://x", "2026-01-01T00:00:00+00:00", "", ())
    file.close()
    with JournalWriter(place_of(project.path, number).journal) as journal:
        for message in make_run(*(make_second(s, make_row(0, 10)) for s in range(5)))[:-2]:
            journal.append(MESSAGES.encode(message).encode())
    return home


@pytest.fixture
def studio(theme: Theme, qtbot: QtBot, home: Path) -> Iterator[Assembled]:
    assembled = assemble(theme, home)
    qtbot.addWidget(assembled.window)
    assembled.window.show()
    with qtbot.waitSignal(assembled.project.prepared, timeout=10_000):
        part(assembled, HomePage).practice_button.click()
    yield assembled
    assembled.window.close()


def part(studio: Assembled, kind: type[Part]) -> Part:
    found = studio.window.findChild(kind)
    assert found is not None
    return found


def test_practice_opens_the_run_sheet_and_esc_closes_it(studio: Assembled) -> None:
    sheet = part(studio, RunSheet)
    assert sheet.isVisible()
    QTest.keyClick(sheet.question_edit, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_an_interrupted_run_is_told_of_and_can_be_opened(studio: Assembled, qtbot: QtBot) -> None:
    assert studio.window.toast.isVisible()
    assert "was interrupted" in studio.window.toast.accessibleName()
    part(studio, RunSheet).cancel_button.click()
    qtbot.waitUntil(lambda: studio.window.findChild(RunCard) is not None)
    card = part(studio, RunCard)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    page = part(studio, RunPage)
    qtbot.waitUntil(lambda: page.isVisible() and page.run_time_s > 0)
    assert page.run_time_s == 5.0


def test_the_rail_leads_back_to_the_list_and_the_run_can_be_made_again(
    studio: Assembled, qtbot: QtBot
) -> None:
    part(studio, RunSheet).cancel_button.click()
    runs, page = part(studio, RunsPlace), part(studio, RunPage)
    part(studio, HomePage).run_asked.emit("R1")
    qtbot.waitUntil(page.isVisible)
    page.header.controls.again_button.click()
    qtbot.waitUntil(part(studio, RunSheet).isVisible)
    part(studio, RunSheet).cancel_button.click()
    studio.window.rail.gone_to.emit(Place.RUNS)
    assert runs.list_page.isVisible()


def test_a_run_that_is_not_there_is_said_at_the_top(studio: Assembled, qtbot: QtBot) -> None:
    part(studio, HomePage).run_asked.emit("R99")
    bar = studio.window.problem_bar
    qtbot.waitUntil(bar.isVisible)
    assert "R99" in bar.accessibleName()


def test_a_target_nobody_allowed_is_asked_about_and_leads_back_to_the_plan(
    studio: Assembled, qtbot: QtBot
) -> None:
    plan = part(studio, RunSheet)
    plan.target.show_target("https://8.8.8.8")  # only text: nobody is contacted
    plan.start_button.click()
    qtbot.waitUntil(lambda: studio.window.findChild(AllowSheet) is not None)
    asked = part(studio, AllowSheet)
    qtbot.waitUntil(asked.isVisible)
    assert not plan.isVisible()
    assert "https://8.8.8.8" in asked.sentence.text()
    QTest.keyClick(asked.name_edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(plan.isVisible)
    assert plan.setup().scenario.target == "https://8.8.8.8"
    assert not asked.isVisible()


def test_a_target_that_was_allowed_is_kept_and_knocked_at(
    studio: Assembled, qtbot: QtBot, home: Path
) -> None:
    plan = part(studio, RunSheet)
    plan.target.show_target("http://192.0.2.1:9")  # kept for examples: nobody is there
    plan.start_button.click()
    qtbot.waitUntil(lambda: studio.window.findChild(AllowSheet) is not None)
    asked = part(studio, AllowSheet)
    qtbot.waitUntil(asked.isVisible)
    with qtbot.waitSignal(studio.project.failed, timeout=20_000):
        asked.allow_button.click()
    (kept,) = AllowedTargets(home).all()
    assert (kept.address, kept.reach) == ("http://192.0.2.1:9", Reach.PRIVATE)
    assert not asked.isVisible()

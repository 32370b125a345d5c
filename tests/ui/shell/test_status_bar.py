"""A run that is on can be seen and stopped from every page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.run.sample_run import make_snapshot
from ui.shell.status_bar import StatusBar
from ui.theme.theme import Theme


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> StatusBar:
    bar = StatusBar(theme, str)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_a_run_is_shown_only_while_it_is_on(bar: StatusBar) -> None:
    assert not bar.run_strip.isVisible()
    bar.show_run(make_snapshot(20))
    assert bar.run_strip.isVisible()
    assert "busy" in bar.workers_label.text()
    bar.show_idle()
    assert not bar.run_strip.isVisible()


def test_an_engine_that_does_not_answer_is_told_of(bar: StatusBar) -> None:
    bar.show_run(replace(make_snapshot(20), silent_s=7.3))
    assert bar.freshness_label.text() == "Not answering for 7 s"
    bar.show_run(make_snapshot(21))
    assert bar.freshness_label.text() == "Numbers every second"


def test_it_stops_the_run(bar: StatusBar) -> None:
    told: list[bool] = []

    def note() -> None:
        told.append(True)

    bar.stop_asked.connect(note)
    bar.show_run(make_snapshot(20))
    QTest.mouseClick(bar.stop_button, Qt.MouseButton.LeftButton)
    assert told == [True]


def test_what_is_saved_is_said(bar: StatusBar) -> None:
    bar.show_saved("shop.swarmbook", look_only=False)
    saved = bar.saved_label.text()
    bar.show_saved("shop.swarmbook", look_only=True)
    assert bar.saved_label.text() != saved == "All changes saved"


def test_it_says_whether_all_is_kept(theme: Theme, qtbot: QtBot) -> None:
    bar = StatusBar(theme, str)
    qtbot.addWidget(bar)
    bar.show_saving()
    assert bar.saved_label.text() == "Saving…"
    bar.show_not_saved("The disk is full.")
    assert bar.saved_label.text() == "Not saved: The disk is full."
    bar.show_all_saved()
    assert bar.saved_label.text() == "All changes saved"

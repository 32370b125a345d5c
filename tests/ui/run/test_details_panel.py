"""The tables of a run, one behind the other."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.measurement.example import ExampleKind
from studio.measurement.measurement import Endpoint
from tests.ui.run.heard import heard
from tests.ui.run.sample_run import GOALS, make_finished, make_snapshot
from ui.run.details_panel import DetailsPanel
from ui.theme.theme import Theme

SNAPSHOT = make_snapshot(40)


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> DetailsPanel:
    panel = DetailsPanel(theme, str)
    qtbot.addWidget(panel)
    panel.resize(1000, 500)
    panel.begin(GOALS)
    panel.show_snapshot(SNAPSHOT)
    panel.show()
    return panel


def test_tabs_say_how_much_there_is(panel: DetailsPanel) -> None:
    assert [tab.text() for tab in panel.tabs] == [
        "Steps",
        "Failures  3",
        "Slow  1",
        "Exceptions  1",
        "Log  1",
    ]
    panel.show_snapshot(make_snapshot(20))
    assert panel.tabs[1].text() == "Failures"


def test_a_click_on_a_tab_brings_its_table(panel: DetailsPanel) -> None:
    assert panel.steps.isVisible()
    QTest.mouseClick(panel.tabs[1], Qt.MouseButton.LeftButton)
    assert panel.failures.isVisible()
    assert not panel.steps.isVisible()
    assert not panel.keep_button.isVisible()
    panel.show_tab(0)
    assert panel.steps.isVisible()


def test_typing_filters_every_table_and_counts_in_the_one_that_is_seen(
    panel: DetailsPanel,
) -> None:
    QTest.keyClicks(panel.detail_filter, "post")
    assert panel.match_label.text() == "2 of 9 match"
    panel.show_tab(1)
    assert panel.match_label.text() == "1 of 3 match"
    panel.detail_filter.clear()
    assert panel.match_label.text() == ""


def test_the_next_exchange_of_the_chosen_endpoint_can_be_kept(panel: DetailsPanel) -> None:
    assert not panel.keep_button.isEnabled()
    panel.steps.rows.table.selectRow(0)
    assert panel.keep_button.isEnabled()
    asked = heard(panel.keep_asked, Endpoint)
    QTest.mouseClick(panel.keep_button, Qt.MouseButton.LeftButton)
    assert [str(endpoint) for endpoint in asked] == ["GET /search?q=[term]"]
    assert panel.keep_button.text() == "Waiting for it…"
    assert not panel.keep_button.isEnabled()
    kept = replace(SNAPSHOT.trouble.examples[0], kind=ExampleKind.ASKED)
    trouble = replace(SNAPSHOT.trouble, examples=(*SNAPSHOT.trouble.examples, kept))
    panel.show_snapshot(replace(SNAPSHOT, trouble=trouble))
    assert panel.keep_button.text() == "Keep next"
    assert panel.keep_button.isEnabled()


def test_nothing_is_kept_of_a_run_that_is_over(panel: DetailsPanel) -> None:
    panel.steps.rows.table.selectRow(0)
    panel.show_snapshot(make_finished())
    assert not panel.keep_button.isEnabled()


def test_a_part_that_opens_asks_for_room(panel: DetailsPanel, qtbot: QtBot) -> None:
    panel.show_tab(1)
    with qtbot.waitSignal(panel.opened):
        panel.failures.rows.table.selectRow(0)

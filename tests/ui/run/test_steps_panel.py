"""Every endpoint of a run."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.run.sample_run import GOALS, make_snapshot
from ui.run.steps_panel import StepsPanel
from ui.theme.theme import Theme


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> StepsPanel:
    panel = StepsPanel(theme, str)
    qtbot.addWidget(panel)
    panel.resize(1000, 300)
    panel.begin(GOALS)
    panel.show_snapshot(make_snapshot(40))
    panel.show()
    return panel


def first(panel: StepsPanel) -> str:
    return panel.step_table.model().index(0, 0).data()


def test_the_slowest_stands_first(panel: StepsPanel) -> None:
    assert first(panel) == "GET /search?q=[term]"


def test_rows_do_not_jump_with_every_refresh(panel: StepsPanel) -> None:
    snapshot = make_snapshot(40)
    quick = tuple(replace(row, p95_ms=5000.0 / row.p95_ms) for row in snapshot.endpoints)
    turned = replace(snapshot, endpoints=quick)
    for _refresh in range(3):
        panel.show_snapshot(turned)
        assert first(panel) == "GET /search?q=[term]"
    panel.show_snapshot(turned)
    assert first(panel) == "GET /static/app.css"


def test_typing_filters_and_counts(panel: StepsPanel) -> None:
    QTest.keyClicks(panel.step_filter, "post")
    assert panel.match_label.text() == "2 of 9 match"
    QTest.keyClick(panel.step_filter, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(panel.step_filter, Qt.Key.Key_Delete)
    assert panel.match_label.text() == ""
    assert panel.step_table.model().rowCount() == 9


def test_500_endpoints_keep_the_chosen_one(panel: StepsPanel) -> None:
    panel.show_snapshot(make_snapshot(40, endpoints=500))
    panel.step_table.selectRow(100)
    chosen = panel.step_table.currentIndex().data()
    for seconds in (41, 42, 43, 44, 45):
        panel.show_snapshot(make_snapshot(seconds, endpoints=500))
    assert panel.step_table.currentIndex().siblingAtColumn(0).data() == chosen

"""Every endpoint of a run."""

from dataclasses import replace

import pytest
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
    return panel.rows.table.model().index(0, 0).data()


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


def test_the_endpoint_that_is_current_can_be_asked_for(panel: StepsPanel) -> None:
    assert panel.endpoint is None
    panel.rows.table.selectRow(0)
    assert str(panel.endpoint) == "GET /search?q=[term]"


def test_a_new_run_begins_empty(panel: StepsPanel) -> None:
    panel.begin(GOALS)
    assert panel.rows.matches == (0, 0)
    assert panel.endpoint is None

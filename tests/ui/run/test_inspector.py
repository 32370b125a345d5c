"""Goals, events and workers beside the charts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from studio.measurement.generator_health import GeneratorHealth
from tests.ui.run.sample_run import GOALS, make_snapshot
from ui.run.inspector import Inspector
from ui.theme.theme import Theme
from ui.widget.figures import milliseconds


@pytest.fixture
def inspector(theme: Theme, qtbot: QtBot) -> Inspector:
    inspector = Inspector(theme, str)
    qtbot.addWidget(inspector)
    inspector.resize(328, 700)
    inspector.begin(GOALS)
    inspector.show_snapshot(make_snapshot(40))
    inspector.show()
    return inspector


def words(part: QWidget) -> str:
    labels = part.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_goals_are_told_with_value_and_margin(inspector: Inspector) -> None:
    said = words(inspector)
    assert f"Slow response (p95): {milliseconds(500)} or less" in said
    assert "missed by" in said
    assert milliseconds(make_snapshot(40).total.p95_ms) in said


def test_tabs_change_by_mouse_and_by_key(inspector: Inspector) -> None:
    QTest.mouseClick(inspector.events_tab, Qt.MouseButton.LeftButton)
    assert "First failure: GET /search?q=[term]" in words(inspector)
    assert "at 0:28" in words(inspector)
    inspector.workers_tab.setFocus()
    QTest.keyClick(inspector.workers_tab, Qt.Key.Key_Space)
    assert "worker-1" in words(inspector)
    assert "busy" in words(inspector)


def test_an_overloaded_worker_is_marked(inspector: Inspector) -> None:
    hot = GeneratorHealth("worker-1", 40, 30, 0.97, 80.0)
    inspector.show_snapshot(replace(make_snapshot(40), workers=(hot,)))
    QTest.mouseClick(inspector.workers_tab, Qt.MouseButton.LeftButton)
    assert hot.is_bad
    assert milliseconds(80.0) in words(inspector)


def test_a_run_without_goals_says_what_that_means(theme: Theme, qtbot: QtBot) -> None:
    inspector = Inspector(theme, str)
    qtbot.addWidget(inspector)
    inspector.begin(())
    inspector.show_snapshot(make_snapshot(0))
    inspector.show()
    assert "This run has no goals." in words(inspector)


def test_what_has_not_changed_is_not_made_anew(inspector: Inspector) -> None:
    before = inspector.findChildren(QLabel)
    inspector.show_snapshot(make_snapshot(40))
    assert inspector.findChildren(QLabel) == before


def test_words_from_outside_stay_plain(inspector: Inspector) -> None:
    formats = {
        label.textFormat() for label in inspector.findChildren(QLabel) if "missed" in label.text()
    }
    assert formats == {Qt.TextFormat.PlainText}

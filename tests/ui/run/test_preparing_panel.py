"""What is being started."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.run.run import RunState
from tests.ui.run.sample_run import HOST, make_setup, make_snapshot
from ui.run.preparing_panel import PreparingPanel
from ui.theme.theme import Theme

PREPARING = make_snapshot(0, state=RunState.STARTING)


def test_each_thing_is_ticked_once_it_stands(theme: Theme, qtbot: QtBot) -> None:
    panel = PreparingPanel(theme, str)
    qtbot.addWidget(panel)
    panel.begin(make_setup(), "")
    assert [stands for _text, stands in panel.lines(PREPARING)] == [False] * 4
    panel.begin(make_setup(), HOST)
    assert [stands for _text, stands in panel.lines(PREPARING)] == [True, False, False, False]
    assert all(stands for _text, stands in panel.lines(make_snapshot(5)))


def test_readers_hear_what_stands(theme: Theme, qtbot: QtBot) -> None:
    panel = PreparingPanel(theme, str)
    qtbot.addWidget(panel)
    panel.begin(make_setup(), HOST)
    panel.show_snapshot(PREPARING)
    panel.show_snapshot(replace(PREPARING, state=RunState.RUNNING))
    panel.show()
    said = [label.accessibleName() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "The load engine: ready" in said
    assert "The first step of the first user: starting" in said


def test_another_target_is_named(theme: Theme, qtbot: QtBot) -> None:
    panel = PreparingPanel(theme, str)
    qtbot.addWidget(panel)
    setup = make_setup()
    elsewhere = replace(setup.scenario, target="https://staging.shop.test")
    panel.begin(replace(setup, scenario=elsewhere), "https://staging.shop.test")
    assert panel.lines(PREPARING)[0][0] == "Target: https://staging.shop.test"

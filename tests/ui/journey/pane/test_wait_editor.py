"""A pause: of which kind, and how long."""

from typing import get_args

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.wait import (
    BetweenWait,
    ConstantWait,
    NoWait,
    PacingWait,
    Pause,
    PoissonWait,
    ThroughputWait,
    Wait,
)
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.wait_editor import PAUSES, WAITS, WaitEditor

EACH: tuple[Wait, ...] = (
    NoWait(),
    ConstantWait(1.5),
    BetweenWait(2, 6),
    PacingWait(30),
    ThroughputWait(0.2),
    PoissonWait(0.5),
)


@pytest.fixture
def editor(desk: Desk, qtbot: QtBot) -> WaitEditor:
    editor = WaitEditor(desk, WAITS)
    qtbot.addWidget(editor)
    editor.show()
    return editor


def test_there_are_words_for_all_of_them() -> None:
    assert set(WAITS) == set(get_args(Wait))
    assert set(PAUSES) == set(get_args(Pause))


@pytest.mark.parametrize("wait", EACH, ids=lambda it: it.KIND)
def test_only_its_numbers_are_seen(editor: WaitEditor, wait: Wait) -> None:
    told = heard(editor.edited)
    editor.show_wait(wait, 3.4)
    assert tuple(WAITS)[editor.kind_box.chosen] is type(wait)
    assert editor.low.isVisible() is not isinstance(wait, NoWait)
    assert editor.high.isVisible() is isinstance(wait, BetweenWait)
    assert editor.bar.isVisible() is isinstance(wait, (ConstantWait, BetweenWait))
    assert told == []


def test_numbers_are_typed(editor: WaitEditor) -> None:
    editor.show_wait(BetweenWait(2, 6))
    told = heard(editor.edited)
    editor.high.edit.selectAll()
    QTest.keyClicks(editor.high.edit, "7,5")
    assert told[-1] == (BetweenWait(2, 7.5), "numbers")


def test_an_impossible_range_is_said_and_not_told(editor: WaitEditor) -> None:
    editor.show_wait(BetweenWait(2, 6))
    told = heard(editor.edited)
    editor.low.edit.selectAll()
    QTest.keyClicks(editor.low.edit, "9")
    assert told == []
    assert not editor.low.problem.isHidden()


def test_another_kind_is_as_long_where_it_can_be(editor: WaitEditor) -> None:
    editor.show_wait(BetweenWait(2, 6))
    told = heard(editor.edited)
    for kind in (ConstantWait, BetweenWait, NoWait, PacingWait):
        editor.kind_box.chosen_changed.emit(tuple(WAITS).index(kind))
    assert told == [
        (ConstantWait(4), "kind"),
        (BetweenWait(4, 4), "kind"),
        (NoWait(), "kind"),
        (PacingWait(30), "kind"),
    ]


def test_the_bar_moves_a_range_and_a_single_pause(editor: WaitEditor) -> None:
    told = heard(editor.edited)
    editor.show_wait(BetweenWait(2, 6))
    editor.bar.moved.emit(1.0, 6.0)
    editor.show_wait(ConstantWait(3))
    editor.bar.moved.emit(3.0, 3.5)
    editor.bar.moved.emit(2.0, 3.5)
    assert [it for it, _ in told] == [BetweenWait(1, 6), ConstantWait(3.5), ConstantWait(2)]

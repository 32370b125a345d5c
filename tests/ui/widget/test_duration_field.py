"""A length of time is read as people write it, and rubbish changes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.widget.duration_field import DurationField, read_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90", 90), ("45 s", 45), ("4 min", 240), ("4m", 240), ("1 h 30 min", 5400), ("1,5 m", 90)],
)
def test_a_text_is_read(text: str, seconds: float) -> None:
    assert read_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "soon", "5 x", "-3", "4 minutes ago"])
def test_what_cannot_be_read_is_nothing(text: str) -> None:
    assert read_duration(text) is None


def test_typing_tells_and_rubbish_is_marked(qtbot: QtBot) -> None:
    field, told = DurationField(45), list[float]()
    qtbot.addWidget(field)
    field.seconds_changed.connect(told.append)
    field.selectAll()
    QTest.keyClicks(field, "2 min")
    assert told[-1] == field.seconds == 120
    QTest.keyClicks(field, " or so")
    assert field.property("wrong") is True
    assert field.seconds == 120
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("wrong") is False
    assert read_duration(field.text()) == 120

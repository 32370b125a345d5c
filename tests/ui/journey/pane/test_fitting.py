"""Texts in a row."""

from pytestqt.qtbot import QtBot

from ui.journey.pane.fitting import fitting
from ui.widget.text import ElidedLabel


def test_only_long_texts_give_way(qtbot: QtBot) -> None:
    short, long = fitting("paid", "strong"), fitting("a" * 80, "strong")
    for widget in (short, long):
        qtbot.addWidget(widget)
    assert not isinstance(short, ElidedLabel)
    assert isinstance(long, ElidedLabel)
    assert short.text() == "paid"

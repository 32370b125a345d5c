"""Rows and columns hold what they are given, in its order."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widget.layout import card, column, hairline, restyle, row


def test_parts_stand_in_their_order(qtbot: QtBot) -> None:
    holder, first, last = QWidget(), QLabel("a"), QLabel("b")
    qtbot.addWidget(holder)
    holder.setLayout(row(first, 20, None, last))
    holder.resize(300, 40)
    holder.show()
    assert first.x() == 0
    assert last.geometry().right() == holder.width() - 1


def test_columns_nest(qtbot: QtBot) -> None:
    holder, inner = QWidget(), QLabel("x")
    qtbot.addWidget(holder)
    holder.setLayout(column(hairline(), row(inner), None))
    assert inner.parentWidget() is holder


def test_a_look_is_changed_only_when_it_differs(qtbot: QtBot) -> None:
    widget = card(state="good")
    qtbot.addWidget(widget)
    restyle(widget, "state", "bad")
    assert (widget.property("card"), widget.property("state")) == (True, "bad")

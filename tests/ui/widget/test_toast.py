"""A short word comes and goes by itself."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widget.toast import Toast


def test_it_lies_over_the_bottom_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    toast = Toast(window)
    window.show()
    toast.say("Run 1 was interrupted.")
    assert toast.isVisible()
    assert toast.geometry().bottom() < 400
    before = toast.y()
    window.resize(600, 500)
    qtbot.waitUntil(lambda: toast.y() > before)
    timer = toast.findChild(QTimer)
    assert timer is not None
    timer.setInterval(1)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_click_undoes_what_was_said(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(600, 400)
    toast = Toast(over)
    over.show()
    undone: list[str] = []
    toast.say("Deleted “Pay”", "Undo", lambda: undone.append("Pay"))
    QTest.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert undone == ["Pay"]
    assert not toast.isVisible()
    toast.say("Saved")
    assert not toast.undo_button.isVisible()

"""A short word comes and goes by itself."""

from PySide6.QtCore import QTimer
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

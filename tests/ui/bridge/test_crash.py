"""A bug is told with an account of it, and never swallowed."""

import sys

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from ui.bridge.crash import CrashReporter


def test_what_nobody_caught_is_shown_and_logged(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    CrashReporter(window, str).install()
    try:
        raise ValueError("<b>mine</b>")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "ValueError: <b>mine</b>" in box.detailedText()
    assert "test_crash.py" in box.detailedText()
    assert "ValueError: <b>mine</b>" in capsys.readouterr().err
    box.close()

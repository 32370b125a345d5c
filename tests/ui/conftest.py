"""What every test of the screen may rely on."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui.theme.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    # What earlier tests have closed is dressed, too, for as long as it is there.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return Theme(qapp)

"""How much is done is drawn, and told to readers."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widget.progress_line import ProgressLine


def test_a_line_fills(theme: Theme, qtbot: QtBot) -> None:
    line = ProgressLine(theme, "Progress")
    qtbot.addWidget(line)
    line.resize(100, 6)
    line.show_share(0.5)
    assert line.accessibleName() == "Progress 50%"
    picture = line.grab().toImage()
    assert picture.pixelColor(25, 3) == QColor(theme.tokens.accent)
    assert picture.pixelColor(75, 3) != QColor(theme.tokens.accent)

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.journey.trial_progress import TrialProgress
from ui.theme.theme import Theme


def test_the_line_is_as_long_as_the_share_from_the_leading_edge(theme: Theme, qtbot: QtBot) -> None:
    line = TrialProgress(theme)
    qtbot.addWidget(line)
    line.resize(100, 3)
    line.show_share(0.4, is_on=True)
    filled = theme.tokens.accent_fill.lower()
    for direction, ends in (
        (Qt.LayoutDirection.LeftToRight, (5, 95)),
        (Qt.LayoutDirection.RightToLeft, (95, 5)),
    ):
        line.setLayoutDirection(direction)
        image = line.grab().toImage()
        assert [image.pixelColor(x, 1).name() == filled for x in ends] == [True, False]
    line.show_share(7.0, is_on=False)
    assert line.share == 1.0
    assert line.grab().toImage().pixelColor(5, 1).name() != filled

"""Progress is drawn as the load shape itself."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widget.stage_bar import StageBar

CORNERS = ((0.0, 0), (15.0, 60), (45.0, 60))


def filled(bar: StageBar, colour: str) -> int:
    image = bar.grab().toImage()
    return sum(image.pixelColor(x, 14) == QColor(colour) for x in range(image.width()))


def test_what_is_over_is_filled(theme: Theme, qtbot: QtBot) -> None:
    bar = StageBar(theme)
    qtbot.addWidget(bar)
    bar.resize(450, 34)
    widths: list[int] = []
    for now_s in (None, 10.0, 30.0, 45.0):
        bar.show_progress(CORNERS, now_s, ("Rise", "Hold"))
        widths.append(filled(bar, theme.tokens.accent_fill))
    assert widths[0] == 0
    assert widths == sorted(set(widths))
    bar.show_progress((), None, ())
    assert filled(bar, theme.tokens.accent_fill) == 0

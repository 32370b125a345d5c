"""A variable in the colour of its wire."""

from pytestqt.qtbot import QtBot

from ui.journey.pane.dot import Dot
from ui.theme.theme import Theme


def test_it_has_its_colour(theme: Theme, qtbot: QtBot) -> None:
    dot = Dot(theme, "s_p95")
    qtbot.addWidget(dot)
    picture = dot.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle.name() == theme.tokens.s_p95.lower()

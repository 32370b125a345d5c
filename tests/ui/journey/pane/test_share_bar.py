"""Shares as parts of one bar."""

from pytestqt.qtbot import QtBot

from ui.journey.pane.share_bar import ShareBar
from ui.theme.theme import Theme


def test_each_share_has_its_part_and_readers_hear_them(theme: Theme, qtbot: QtBot) -> None:
    bar = ShareBar(theme, str)
    qtbot.addWidget(bar)
    bar.resize(200, 12)
    bar.show_shares((60, 25), ("by card", "later"))
    picture = bar.grab().toImage()
    colours = [
        picture.pixelColor(round(x * bar.devicePixelRatio()), 6).name() for x in (60, 150, 190)
    ]
    tokens = theme.tokens
    assert colours == [it.lower() for it in (tokens.s_p50, tokens.s_p95, tokens.border)]
    assert bar.accessibleName() == "Of 100 passes: by card 60, later 25"

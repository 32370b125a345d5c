"""An icon beside a text follows the theme."""

from itertools import pairwise

from pytestqt.qtbot import QtBot

from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.icon_label import IconLabel


def test_it_is_tinted_and_changed(theme: Theme, qtbot: QtBot) -> None:
    widget = IconLabel(theme, Icon.GOOD, "good", 20)
    qtbot.addWidget(widget)
    seen = [widget.pixmap().toImage()]
    theme.use("dark")
    seen.append(widget.pixmap().toImage())
    widget.show_icon(Icon.BAD, "bad")
    seen.append(widget.pixmap().toImage())
    assert all(one != other for one, other in pairwise(seen))
    assert widget.width() == 20

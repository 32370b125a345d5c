"""A button has a name for everybody, and the colours of its theme."""

from pytestqt.qtbot import QtBot

from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button, Tab


def test_a_button_without_a_text_is_named_by_its_tip(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "", Icon.MOON, "quiet", "Light or dark")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Light or dark"


def test_an_icon_takes_the_colour_of_the_theme(theme: Theme, qtbot: QtBot) -> None:
    button = Button(theme, "Stop", Icon.STOP, "danger")
    qtbot.addWidget(button)
    light = button.icon().pixmap(16).toImage()
    theme.use("dark")
    assert button.icon().pixmap(16).toImage() != light
    stop = button.icon().pixmap(16).toImage()
    button.show_icon(Icon.PLAY)
    assert button.icon().pixmap(16).toImage() != stop


def test_a_chosen_tab_is_not_cut(theme: Theme, qtbot: QtBot) -> None:
    tab = Tab("Findings and events", chosen=True)
    qtbot.addWidget(tab)
    assert theme.name == "light"
    assert tab.width() >= tab.sizeHint().width() - 10
    assert tab.isChecked()


def test_a_tab_that_says_something_longer_grows(theme: Theme, qtbot: QtBot) -> None:
    tab = Tab("Failures")
    qtbot.addWidget(tab)
    before = tab.width()
    tab.rename("Failures  312")
    assert tab.width() > before
    assert (tab.text(), tab.accessibleName(), theme.name) == ("Failures  312",) * 2 + ("light",)

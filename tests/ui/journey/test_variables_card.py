"""The card of variables."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.phrase import Phrase
from tests.ui.run.heard import heard
from ui.journey.name_button import NameButton
from ui.journey.variables_card import VariableLine, VariablesCard
from ui.theme.icons import Icon
from ui.theme.theme import Theme


def line(name: str, uses: int = 1, place: str = "") -> VariableLine:
    return VariableLine(name, Phrase("journey", "Sign in"), uses, Icon.LINK, "s_p50", place)


def test_it_says_how_often_each_is_used_and_leads_to_where_it_is_taken(
    theme: Theme, qtbot: QtBot
) -> None:
    card = VariablesCard(theme, str, [line("token", 3, "r2"), line("lost", 0)])
    qtbot.addWidget(card)
    said = {it.text() for it in card.findChildren(QLabel)}
    assert {"used 3 times", "never used"} <= said
    opened = heard(card.opened, str)
    buttons = card.findChildren(NameButton)
    assert [it.text() for it in buttons] == ["token", "lost"]
    assert not buttons[1].isEnabled()
    buttons[0].click()
    assert opened == ["r2"]


def test_of_very_many_the_first_are_shown(theme: Theme, qtbot: QtBot) -> None:
    card = VariablesCard(theme, str, [line(f"v{number}") for number in range(100)])
    qtbot.addWidget(card)
    assert len(card.findChildren(NameButton)) == 60
    assert "and 40 more" in {it.text() for it in card.findChildren(QLabel)}

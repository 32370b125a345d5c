"""The card around the steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio.journey.edit import Edit
from tests.ui.journey.sample_beside import wires_of
from tests.ui.journey.sample_journey import CHECKOUT
from tests.ui.run.heard import heard
from ui.journey.step_model import Beside
from ui.journey.steps_card import StepsCard
from ui.theme.theme import Theme


@pytest.fixture
def card(theme: Theme, qtbot: QtBot) -> StepsCard:
    card = StepsCard(theme, str, QWidget())
    qtbot.addWidget(card)
    card.resize(420, 700)
    card.show_journey(CHECKOUT, is_fixed=False)
    card.show()
    return card


def test_the_head_names_the_variables_of_the_chosen_step(card: StepsCard) -> None:
    card.show_beside(Beside(wires=wires_of(CHECKOUT)))
    card.tree.choose(["n7"])
    assert card.legend.names == ("token", "order_id")
    card.tree.choose(["n7", "n5"])
    assert card.legend.names == ()


@pytest.mark.parametrize("name", ["add_step", "add_loop", "add_choice", "add_code"])
def test_each_button_adds(card: StepsCard, name: str) -> None:
    edits = heard(card.actions_.edited, Edit)
    card.tree.choose(["n7"])
    button = card.findChild(QWidget, name)
    assert button is not None
    assert button.toolTip()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(edits) == 1


def test_what_is_only_looked_at_offers_nothing_to_add(card: StepsCard) -> None:
    card.show_journey(CHECKOUT, is_fixed=True)
    assert not card.add_step.isEnabled()
    assert not card.actions_.action("delete").isEnabled()
    assert card.actions_.action("copy").isEnabled()

"""Cards stand under their tabs."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widget.button import Tab
from ui.widget.card_tabs import CardTabs


def said(cards: CardTabs) -> list[str]:
    return [it.text() for it in cards.findChildren(QLabel) if it.isVisible()]


def test_each_tab_shows_its_cards_or_says_that_there_are_none(qtbot: QtBot) -> None:
    tabs = Tab("One", chosen=True), Tab("Two", chosen=False)
    cards = CardTabs(tabs, ["No first.", "No second."], 18)
    qtbot.addWidget(cards)
    cards.show()
    card = QLabel("card")
    cards.fill(0, [card])
    cards.fill(1, [])
    qtbot.waitUntil(card.isVisible)
    QTest.mouseClick(tabs[1], Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    qtbot.waitUntil(lambda: said(cards) == ["No second."])


def test_a_page_is_new_until_it_was_shown(qtbot: QtBot) -> None:
    cards = CardTabs([Tab("One", chosen=True)], ["None."], 18)
    qtbot.addWidget(cards)
    assert [cards.is_new(0, it) for it in (None, None, (1,), (1,))] == [True, False, True, False]
    cards.forget()
    assert cards.is_new(0, (1,))

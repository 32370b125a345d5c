"""One revision."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.phrase import Phrase
from tests.ui.run.heard import heard
from ui.journey.revision_card import RevisionCard, RevisionLine
from ui.theme.theme import Theme

SAVED = Phrase("journey", "Saved")


def test_it_can_be_compared_and_restored(theme: Theme, qtbot: QtBot) -> None:
    line = RevisionLine(3, "2026-05-02T09:00:00+00:00", SAVED)
    card = RevisionCard(theme, str, line, is_fixed=False)
    qtbot.addWidget(card)
    card.show()
    restored, compared = heard(card.restore_asked, int), heard(card.compare_asked, int)
    card.restore_button.click()
    card.compare_button.click()
    assert (restored, compared) == ([3], [3])


def test_what_stands_now_is_not_restored(theme: Theme, qtbot: QtBot) -> None:
    line = RevisionLine(3, "2026-05-02T09:00:00+00:00", SAVED, is_current=True)
    card = RevisionCard(theme, str, line, is_fixed=False)
    qtbot.addWidget(card)
    card.show()
    assert not card.restore_button.isVisible()
    assert "as it stands now" in {it.text() for it in card.findChildren(QLabel)}


def test_differences_are_sentences(theme: Theme, qtbot: QtBot) -> None:
    told = (Phrase("journey", "“Pay” is new"),)
    line = RevisionLine(3, "2026-05-02T09:00:00+00:00", SAVED, "before the sale", differences=told)
    card = RevisionCard(theme, str, line, is_fixed=True)
    qtbot.addWidget(card)
    card.show()
    assert "“Pay” is new" in {it.text() for it in card.findChildren(QLabel)}
    assert not card.compare_button.isVisible()
    assert not card.restore_button.isVisible()

"""What stands beside the editor."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.phrase import Phrase
from tests.ui.run.heard import heard
from ui.journey.editor_inspector import EditorInspector
from ui.journey.problem_card import ProblemCard, ProblemLine
from ui.journey.revision_card import RevisionCard, RevisionLine
from ui.journey.variables_card import VariableLine, VariablesCard
from ui.theme.icons import Icon
from ui.theme.theme import Theme


@pytest.fixture
def inspector(theme: Theme, qtbot: QtBot) -> EditorInspector:
    inspector = EditorInspector(theme, str)
    qtbot.addWidget(inspector)
    inspector.resize(328, 600)
    inspector.show()
    return inspector


def problem(words: str, *, is_bad: bool) -> ProblemLine:
    return ProblemLine(Phrase("journey", "{words}").of(words=words), is_bad, "n1")


def test_what_cannot_work_stands_first_and_the_tab_counts(
    inspector: EditorInspector, qtbot: QtBot
) -> None:
    inspector.show_problems([problem("doubt", is_bad=False), problem("bad", is_bad=True)])
    assert inspector.problems_tab.text() == "Problems  2"
    cards = inspector.findChildren(ProblemCard)
    qtbot.waitUntil(lambda: all(it.isVisible() for it in cards))
    texts = [it.findChildren(QLabel)[1].text() for it in cards]
    assert texts == ["bad", "doubt"]
    opened = heard(inspector.opened, str)
    cards[0].buttons[0].click()
    assert opened == ["n1"]


def test_nothing_wrong_is_said(inspector: EditorInspector, qtbot: QtBot) -> None:
    inspector.show_problems([problem("bad", is_bad=True)])
    inspector.show_problems([])
    assert inspector.problems_tab.text() == "Problems"

    def shown() -> set[str]:
        return {it.text() for it in inspector.findChildren(QLabel) if it.isVisible()}

    qtbot.waitUntil(lambda: "Nothing is wrong with this journey." in shown())


def test_cards_are_kept_while_nothing_changes(inspector: EditorInspector) -> None:
    line = VariableLine("token", Phrase("journey", "Sign in"), 1, Icon.LINK, "s_p50")
    inspector.show_variables([line])
    before = inspector.findChildren(VariablesCard)
    inspector.show_variables([line])
    assert inspector.findChildren(VariablesCard) == before


def test_revisions_can_be_restored(inspector: EditorInspector, qtbot: QtBot) -> None:
    inspector.revisions_tab.click()
    line = RevisionLine(2, "2026-05-02T09:00:00+00:00", Phrase("journey", "Saved"))
    inspector.show_revisions([line])
    asked = heard(inspector.restore_asked, int)
    card = inspector.findChild(RevisionCard)
    assert isinstance(card, RevisionCard)
    qtbot.waitUntil(card.isVisible)
    card.restore_button.click()
    assert asked == [2]

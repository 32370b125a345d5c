"""One problem, and what repairs it."""

from pytestqt.qtbot import QtBot

from studio.phrase import Phrase
from tests.ui.run.heard import heard
from ui.journey.problem_card import ProblemCard, ProblemLine, RepairChoice
from ui.theme.theme import Theme

PROBLEM = ProblemLine(
    Phrase("journey", "“x” is never taken."),
    is_bad=True,
    place="r2",
    repairs=(RepairChoice(Phrase("journey", "Make it up"), "act"),),
)


def test_each_repair_is_a_button_and_one_goes_there(theme: Theme, qtbot: QtBot) -> None:
    card = ProblemCard(theme, str, PROBLEM, is_fixed=False)
    qtbot.addWidget(card)
    asked, opened = heard(card.repair_asked, str), heard(card.opened, str)
    repair, show = card.buttons
    repair.click()
    show.click()
    assert (asked, opened) == (["act"], ["r2"])


def test_where_nothing_can_be_changed_it_only_leads_there(theme: Theme, qtbot: QtBot) -> None:
    card = ProblemCard(theme, str, PROBLEM, is_fixed=True)
    qtbot.addWidget(card)
    assert [it.text() for it in card.buttons] == ["Show"]

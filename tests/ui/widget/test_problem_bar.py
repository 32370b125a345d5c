"""What happened, what it means, what to do."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.errors import StudioError
from studio.phrase import Phrase
from ui.theme.theme import Theme
from ui.widget.problem_bar import ProblemBar


def test_an_error_is_told_in_its_sentences(theme: Theme, qtbot: QtBot) -> None:
    bar = ProblemBar(theme)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    error = StudioError(
        Phrase("x", "It said {words}.").of(words="<b>no</b>"), remedy=Phrase("x", "Try again.")
    )
    bar.show_error(error, str)
    shown = [it.text() for it in bar.findChildren(QLabel) if it.text() and not it.isHidden()]
    assert shown == ["It said <b>no</b>.", "Try again."]
    assert bar.accessibleName() == "It said <b>no</b>."

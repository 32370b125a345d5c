"""What did not come stands first, and nothing in it is markup."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from studio.importer.carried_over import CarryingOver
from studio.phrase import Phrase
from ui.sheet.carried_list import MOST_LINES, CarriedList


def test_lines_are_ordered_plain_and_not_too_many(qtbot: QtBot) -> None:
    notes = CarryingOver()
    for number in range(MOST_LINES):
        notes.imported(f"step {number}", Phrase("x", "Request"))
    notes.left_out("<b>\u202ehost</b>", Phrase("x", "Script"), Phrase("x", "It is code."))
    shown = CarriedList(str)
    qtbot.addWidget(shown)
    shown.show_entries(notes.noted)
    texts = [it.text() for it in shown.findChildren(QLabel)]
    assert texts[:3] == ["left out", "<b>\\u202ehost</b>", "Script – It is code."]
    assert texts[-1] == "… and 1 more"

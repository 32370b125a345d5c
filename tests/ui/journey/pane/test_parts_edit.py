"""Fields and files of a multipart body."""

from pytestqt.qtbot import QtBot

from studio.journey.body import FieldPart, FilePart
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.parts_edit import PartsEdit


def test_a_file_is_added_and_chosen(desk: Desk, qtbot: QtBot) -> None:
    parts = PartsEdit(desk)
    qtbot.addWidget(parts)
    parts.show_items((FieldPart("a", "1"),))
    told = heard(parts.edited)
    parts.add_menu.actions()[1].trigger()
    parts.rows[1].form.form.fields["file"].take("scan.png")
    assert told[-1] == (
        (FieldPart("a", "1"), FilePart("file", "scan.png", "file.bin")),
        "parts.1.file",
    )

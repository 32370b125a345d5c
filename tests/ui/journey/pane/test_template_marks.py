"""The colours of variables."""

from PySide6.QtGui import QTextCharFormat, QTextDocument

from ui.journey.pane.desk import NOWHERE, Desk
from ui.journey.pane.template_marks import TemplateMarks, in_utf16


def waved(document: QTextDocument) -> list[bool]:
    forms = document.firstBlock().layout().formats()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [form.format.underlineStyle() == wave for form in forms]


def test_keys_of_json_stand_back(desk: Desk) -> None:
    document = QTextDocument('{"a": "{{order_id}}"}')
    marks = TemplateMarks(document, desk, is_json=True)
    marks.rehighlight()
    forms = document.firstBlock().layout().formats()
    found = [(form.start, form.format.foreground().color().name()) for form in forms]
    tokens = desk.theme.tokens
    assert found == [(1, tokens.text2.lower()), (7, tokens.accent.lower())]


def test_what_becomes_known_is_marked_anew(desk: Desk) -> None:
    document = QTextDocument("{{oder_id}}")
    marks = TemplateMarks(document, desk)
    marks.rehighlight()
    assert waved(document) == [True]
    desk.show_around(NOWHERE)
    assert waved(document) == [False]


def test_places_are_counted_as_qt_does() -> None:
    assert in_utf16("a😀") == 3

"""A JSON text with variables in its values."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.body import Hole
from studio.journey.template import Variable
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.json_edit import JsonEdit

HOLE = Hole("/a", (Variable("x"),))


def edit_of(desk: Desk, qtbot: QtBot) -> JsonEdit:
    edit = JsonEdit(desk, "JSON")
    qtbot.addWidget(edit)
    edit.show_json('{"a": "recorded"}', (HOLE,))
    return edit


def test_holes_are_shown_and_what_is_typed_keeps_them(desk: Desk, qtbot: QtBot) -> None:
    edit = edit_of(desk, qtbot)
    told = heard(edit.edited)
    assert edit.edit.shown == '{"a": "{{x}}"}'
    edit.edit.moveCursor(edit.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit.edit, " ")
    assert told == [('{"a": "recorded"} ', (HOLE,))]


def test_a_mistake_is_told_with_its_place_and_put_right(desk: Desk, qtbot: QtBot) -> None:
    edit = edit_of(desk, qtbot)
    broken = heard(edit.broken)
    edit.edit.moveCursor(edit.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit.edit, ",")
    assert broken == ['{"a": "{{x}}"},']
    assert "line 1, sign 15" in edit.problem.text()
    assert not edit.problem.isHidden()
    edit.show_json('{"a": "recorded"}', (HOLE,))
    assert edit.problem.isHidden()
    assert edit.edit.shown == '{"a": "{{x}}"}'


def test_nothing_may_be_allowed(desk: Desk, qtbot: QtBot) -> None:
    edit = JsonEdit(desk, "Variables", may_be_empty=True)
    qtbot.addWidget(edit)
    told = heard(edit.edited)
    edit.show_json("{}", ())
    edit.edit.selectAll()
    edit.edit.cut()
    assert told == [("", ())]
    assert edit.problem.isHidden()

"""A text with variables in it, typed and completed."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studio.journey.template import Secret, Variable
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.completion_list import CompletionList
from ui.journey.pane.desk import Desk
from ui.journey.pane.template_edit import LONGEST, TemplateEdit


@pytest.fixture
def edit(qtbot: QtBot, desk: Desk) -> Iterator[TemplateEdit]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(700, 400)
    edit = TemplateEdit(desk, "Address")
    after = QLabel("after")
    after.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box = QVBoxLayout(page)
    box.addWidget(edit)
    box.addWidget(after)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    yield edit
    page.close()


def list_of(edit: TemplateEdit) -> CompletionList:
    found = edit.window().findChild(CompletionList, "completion_list")
    assert isinstance(found, CompletionList)
    return found


def names(edit: TemplateEdit) -> list[str]:
    found = list_of(edit)
    return [found.item(row).data(Qt.ItemDataRole.UserRole) for row in range(found.count())]


def test_what_is_typed_is_told_as_pieces(edit: TemplateEdit) -> None:
    texts = heard(edit.text_changed)
    QTest.keyClicks(edit, "/a/{{order_id}}")
    assert texts[-1] == ("/a/", Variable("order_id"))


def test_variables_are_offered_while_braces_are_open(edit: TemplateEdit) -> None:
    QTest.keyClicks(edit, "/{{id")
    assert list_of(edit).isVisible()
    assert names(edit) == ["order_id", "basket_id"]
    QTest.keyClick(edit, Qt.Key.Key_Down)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.shown == "/{{basket_id}}"
    assert not list_of(edit).isVisible()


def test_tab_takes_what_is_offered_and_later_leaves_the_field(edit: TemplateEdit) -> None:
    QTest.keyClicks(edit, "{{secr")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.shown == "{{secret.card}}"
    assert edit.hasFocus()
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus()


def test_escape_closes_the_list_and_nothing_else(edit: TemplateEdit) -> None:
    QTest.keyClicks(edit, "{{")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not list_of(edit).isVisible()
    assert edit.shown == "{{"


def test_a_click_takes_a_variable_and_closed_braces_stay_two(edit: TemplateEdit) -> None:
    edit.show_shown("x{{}}y")
    cursor = edit.textCursor()
    cursor.setPosition(3)
    edit.setTextCursor(cursor)
    QTest.keyClicks(edit, "user")
    found = list_of(edit)
    place = found.visualItemRect(found.item(0)).center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert edit.shown == "x{{accounts.user name}}y"


def test_control_space_opens_braces(edit: TemplateEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert edit.shown == "{{"
    assert len(names(edit)) == 4


def test_the_list_goes_with_the_focus(edit: TemplateEdit) -> None:
    QTest.keyClicks(edit, "{{")
    edit.clearFocus()
    assert not list_of(edit).isVisible()


def test_enter_in_one_line_is_told_and_not_typed(edit: TemplateEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(edit.entered):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.shown == ""


def test_a_field_has_its_own_undo(edit: TemplateEdit) -> None:
    edit.show_text("/a")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit, "bc")
    texts = heard(edit.text_changed)
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.shown == "/a"
    assert texts == ["/a"]


def test_showing_tells_nothing_and_the_same_text_keeps_the_cursor(edit: TemplateEdit) -> None:
    texts = heard(edit.shown_changed)
    edit.show_text(("/a/", Variable("x")))
    assert edit.shown == "/a/{{x}}"
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    edit.show_text(("/a/", Variable("x")))
    assert edit.textCursor().position() == len("/a/{{x}}")
    assert texts == []


def test_colours_tell_secrets_and_variables_without_a_value(edit: TemplateEdit, desk: Desk) -> None:
    edit.show_text((Variable("oder_id"), Secret("card"), " 😀 ", Variable("order_id")))
    forms = edit.document().firstBlock().layout().formats()
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    assert [form.format.underlineStyle() == wave for form in forms] == [True, False, False]
    assert forms[1].format.foreground().color().name() == desk.theme.tokens.warn.lower()
    assert forms[2].start == len("{{oder_id}}{{secret.card}} 12 ")


def test_a_misspelt_variable_is_put_right_by_a_menu(edit: TemplateEdit) -> None:
    edit.show_text(("/a/", Variable("oder_id"), "/x"))
    cursor, menu = edit.textCursor(), QMenu(edit)
    edit.add_repairs_at(cursor, menu)
    assert menu.isEmpty()
    cursor.setPosition(6)
    edit.add_repairs_at(cursor, menu)
    assert menu.actions()[0].text() == "Use order_id"
    menu.actions()[0].trigger()
    assert edit.shown == "/a/{{order_id}}/x"


def test_a_repair_of_the_journey_is_asked_for(edit: TemplateEdit, desk: Desk) -> None:
    acts = heard(desk.repair_asked)
    edit.show_text((Variable("lost"), "/x"))
    menu = edit.createStandardContextMenu()
    edit.add_repairs_at(edit.textCursor(), menu)
    assert [it.text() for it in menu.actions()[:1]] == ["Take lost in step 2"]
    menu.actions()[0].trigger()
    assert acts == ["take-lost"]


def test_a_secret_that_cannot_be_is_marked_and_not_told(edit: TemplateEdit) -> None:
    QTest.keyClicks(edit, "{{secret.path}")
    texts = heard(edit.text_changed)
    QTest.keyClicks(edit, "}")
    assert texts == []
    assert edit.property("wrong") is True
    assert "cannot be" in edit.toolTip()


def test_a_very_long_text_is_only_looked_at(edit: TemplateEdit) -> None:
    long = "a" * (LONGEST + 1)
    edit.show_text(long)
    assert edit.shown == long
    assert edit.is_cut
    assert edit.isReadOnly()
    edit.show_text("short")
    assert not edit.isReadOnly()


def test_a_line_grows_with_the_lines_it_is_given(edit: TemplateEdit) -> None:
    low = edit.height()
    edit.show_text("a\nb\nc\nd")
    assert edit.height() > low


def test_a_name_is_there_for_readers(edit: TemplateEdit) -> None:
    assert edit.accessibleName() == "Address"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\\{}\r\n\xa0\u2028x"), max_size=20))
def test_no_text_is_changed_where_nobody_typed(edit: TemplateEdit, text: str) -> None:
    edit.show_text("")
    edit.show_text(text)
    if edit.isReadOnly():  # Qt would change it: it cannot be touched
        return
    texts = heard(edit.text_changed)
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    edit.textCursor().insertText("#")
    assert texts == [text + "#"]
    edit.text_changed.disconnect()


def test_a_style_that_changes_is_followed(edit: TemplateEdit) -> None:
    QWidget.changeEvent(edit, QEvent(QEvent.Type.StyleChange))
    edit.changeEvent(QEvent(QEvent.Type.FontChange))
    assert edit.height() >= 24

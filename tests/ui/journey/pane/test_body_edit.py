"""What a request sends."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.body import NO_BODY, Body, FormBody
from studio.journey.body_kinds import BodyKind, kind_of
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import BODIES, ORDER
from ui.journey.pane.body_edit import KINDS, BodyEdit
from ui.journey.pane.desk import Desk


@pytest.fixture
def edit(desk: Desk, qtbot: QtBot) -> BodyEdit:
    edit = BodyEdit(desk)
    qtbot.addWidget(edit)
    edit.show()
    return edit


def chosen(edit: BodyEdit) -> BodyKind:
    return tuple(KINDS)[edit.body_segment.chosen]


@pytest.mark.parametrize("body", [NO_BODY, *BODIES], ids=lambda it: kind_of(it).value)
def test_each_body_is_shown_by_its_kind(edit: BodyEdit, body: Body) -> None:
    told = heard(edit.edited)
    edit.show_body(body, is_another=True)
    assert chosen(edit) is kind_of(body)
    seen = [kind for kind, it in edit.editors.items() if it.isVisible()]
    assert seen == ([] if body == NO_BODY else [kind_of(body)])
    assert told == []


def test_another_kind_is_chosen_by_keys_and_the_former_is_remembered(edit: BodyEdit) -> None:
    edit.show_body(ORDER, is_another=True)
    told = heard(edit.edited)
    QTest.keyClick(edit.body_segment, Qt.Key.Key_Right)
    assert told == [(FormBody(()), "body.kind")]
    QTest.keyClick(edit.body_segment, Qt.Key.Key_Left)
    assert told[-1] == (ORDER, "body.kind")


def test_typing_is_told_with_a_key_that_merges(edit: BodyEdit) -> None:
    edit.show_body(ORDER, is_another=True)
    told = heard(edit.edited)
    field = edit.editors[BodyKind.JSON].json.edit
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, "  ")
    assert [key for _, key in told] == ["body.json", "body.json"]

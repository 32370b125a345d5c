"""The editor of each kind of body."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.body import (
    Body,
    FileBody,
    FormBody,
    GraphqlBody,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.body_kinds import BodyKind, kind_of
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import BODIES, ORDER
from ui.journey.pane.body_editors import EDITORS
from ui.journey.pane.desk import Desk


def editor_of(desk: Desk, qtbot: QtBot, body: Body) -> Any:  # noqa: ANN401  # of any kind
    editor = EDITORS[kind_of(body)](desk)
    qtbot.addWidget(editor)
    editor.show_record(body)
    return editor


def test_there_is_one_for_every_kind() -> None:
    assert set(EDITORS) == set(BodyKind) - {BodyKind.NONE}


@pytest.mark.parametrize("body", BODIES, ids=lambda it: kind_of(it).value)
def test_showing_tells_nothing(desk: Desk, qtbot: QtBot, body: Body) -> None:
    editor = EDITORS[kind_of(body)](desk)
    qtbot.addWidget(editor)
    told = heard(editor.edited)
    editor.show_record(body)
    editor.show_record(body)
    assert told == []


def test_json_is_typed(desk: Desk, qtbot: QtBot) -> None:
    editor = editor_of(desk, qtbot, ORDER)
    told = heard(editor.edited)
    editor.json.edit.moveCursor(editor.json.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(editor.json.edit, " ")
    assert told == [(JsonBody(ORDER.text + " ", ORDER.holes), "json")]


def test_what_is_no_json_yet_is_kept_as_it_stands(desk: Desk, qtbot: QtBot) -> None:
    editor = editor_of(desk, qtbot, JsonBody("[1]"))
    told = heard(editor.edited)
    editor.json.edit.moveCursor(editor.json.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(editor.json.edit, ",")
    assert told == [(RawBody("[1],", "application/json"), "json")]


Press = Callable[[Any], None]
TYPED: list[tuple[Body, Press, Body]] = [
    (
        FormBody((("a", "1"),)),
        lambda it: QTest.keyClicks(it.fields.rows[0].name_edit, "b"),
        FormBody((("ab", "1"),)),
    ),
    (
        RawBody("", "text/plain"),
        lambda it: QTest.keyClicks(it.edit, "x"),
        RawBody("x", "text/plain"),
    ),
    (
        RawBody("x", "text"),
        lambda it: QTest.keyClicks(it.type_edit, "/a"),
        RawBody("x", "text/a"),
    ),
    (
        FileBody("scan.png", "image"),
        lambda it: QTest.keyClicks(it.fields["type"].edit, "/x"),
        FileBody("scan.png", "image/x"),
    ),
    (
        GraphqlBody("", '{"a": 1}'),
        lambda it: QTest.keyClicks(it.query_edit, "{"),
        GraphqlBody("{", '{"a": 1}'),
    ),
    (PartsBody(()), lambda it: it.parts.add_menu.actions()[0].trigger(), PartsBody(())),
]


@pytest.mark.parametrize(("body", "press", "after"), TYPED)
def test_a_change_by_hand_is_told(
    desk: Desk, qtbot: QtBot, body: Body, press: Press, after: Body
) -> None:
    editor = editor_of(desk, qtbot, body)
    told = heard(editor.edited)
    press(editor)
    if isinstance(body, PartsBody):
        assert len(told[-1][0].parts) == 1
    else:
        assert told[-1][0] == after

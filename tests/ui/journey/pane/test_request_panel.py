"""One request as a sentence."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.auth import BearerAuth
from studio.journey.body import FormBody, JsonBody
from studio.journey.request import QueryField
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import PAID
from ui.journey.pane.body_edit import BodyKind
from ui.journey.pane.desk import Desk
from ui.journey.pane.request_panel import RequestPanel


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[RequestPanel]:
    panel = RequestPanel(desk)
    qtbot.addWidget(panel)
    panel.show_request(PAID)
    panel.show()
    yield panel
    panel.close()


def content(panel: RequestPanel, key: str) -> Any:  # noqa: ANN401  # each its own
    folds = panel.address_folds if key in ("query", "options") else panel.body_folds
    folds.link(key).setChecked(True)
    return folds.content(key)


def test_links_say_how_many_there_are(panel: RequestPanel) -> None:
    assert panel.address_folds.link("query").text() == "2 parameters"
    assert panel.body_folds.link("headers").text() == "2 headers"
    assert panel.body_folds.link("auth").text() == "Sign-in"


def test_changes_of_all_parts_add_up(panel: RequestPanel) -> None:
    told = heard(panel.edited)
    QTest.keyClick(panel.method_box.choice, Qt.Key.Key_Down)
    QTest.keyClicks(panel.address.edit, "/v2")
    QTest.keyClicks(content(panel, "headers").rows[0].name_edit, "s")
    QTest.keyClicks(content(panel, "options").fields["endpoint"].edit, "Pay")
    editor: Any = panel.body.editors[BodyKind.JSON]
    QTest.keyClicks(editor.json.edit, " ")
    request = told[-1][0]
    assert (request.method, request.path, request.endpoint) == ("PUT", "/v2/orders", "Pay")
    assert request.headers[0] == ("Accepts", "application/json")
    assert isinstance(request.body, JsonBody)
    assert request.body.text.startswith(" {")
    assert (request.takes, request.checks, request.query) == (PAID.takes, PAID.checks, PAID.query)
    assert told[-1][1] == "r6.body.json"


def test_the_line_and_the_table_say_the_same(panel: RequestPanel) -> None:
    told = heard(panel.edited)
    table = content(panel, "query").table
    QTest.mouseClick(table.rows[1].on_box, Qt.MouseButton.LeftButton)
    assert panel.address.edit.shown == "/orders?src=web+shop&debug=1"
    panel.address.edit.moveCursor(panel.address.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(panel.address.edit, "2")
    assert table.pairs[1].value == "12"
    assert told[-1][0].query == (QueryField("src", "web+shop"), QueryField("debug", "12"))


def test_a_fold_opened_later_shows_what_is_now(panel: RequestPanel) -> None:
    QTest.keyClicks(panel.address.edit, "/v2")
    panel.address.edit.moveCursor(panel.address.edit.textCursor().MoveOperation.End)
    QTest.keyClicks(panel.address.edit, "&n=1")
    assert [it.name for it in content(panel, "query").table.pairs] == ["src", "debug", "n"]


def test_a_request_may_sign_in_otherwise(panel: RequestPanel) -> None:
    told = heard(panel.edited)
    auth = content(panel, "auth")
    auth.kind_box.chosen_changed.emit(3)
    assert told[-1] == (replace(PAID, auth=BearerAuth("")), "r6.auth.kind")
    assert panel.body_folds.link("auth").text() == "Sign-in: Token (Bearer)"
    auth.kind_box.chosen_changed.emit(0)
    assert told[-1][0].auth is None


def test_another_request_forgets_the_former_bodies(panel: RequestPanel) -> None:
    other = replace(PAID, id="r7", body=FormBody((("a", "1"),)))
    told = heard(panel.edited)
    panel.show_request(other)
    assert told == []
    QTest.keyClick(panel.body.body_segment, Qt.Key.Key_Left)
    assert isinstance(told[-1][0].body, JsonBody)
    assert told[-1][0].body.holes == ()

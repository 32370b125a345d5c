"""A GraphQL operation."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.body import GraphqlBody, Hole
from studio.journey.template import Variable
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.graphql_edit import GraphqlEdit


def test_all_three_parts_are_typed(desk: Desk, qtbot: QtBot) -> None:
    edit = GraphqlEdit(desk)
    qtbot.addWidget(edit)
    told = heard(edit.edited)
    edit.show_record(GraphqlBody("{ me }"))
    assert edit.variables_edit.problem.isHidden()
    QTest.keyClicks(edit.variables_edit.edit, '{"a": "{{x}}"}')
    QTest.keyClicks(edit.name_edit, "Me")
    QTest.keyClicks(edit.query_edit, "query ")
    body = GraphqlBody("query { me }", '{"a": ""}', (Hole("/a", (Variable("x"),)),), "Me")
    assert told[-1] == (body, "query")

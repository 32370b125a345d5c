"""The parameters of an address."""

from pytestqt.qtbot import QtBot

from studio.journey.request import QueryField
from studio.journey.template import Variable
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.pair_row import Pair
from ui.journey.pane.query_table import QueryTable, with_pairs

QUERY = (
    QueryField("q", "blue+shoes"),
    QueryField("odd", "100%"),
    QueryField("page", (Variable("page"),), is_on=False),
)


def test_parameters_are_read_as_people_write_them(desk: Desk, qtbot: QtBot) -> None:
    table = QueryTable(desk)
    qtbot.addWidget(table)
    table.show_query(QUERY)
    assert table.table.pairs[0] == Pair("q", "blue shoes")
    told = heard(table.edited)
    edit = table.table.rows[0].value_edit
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    edit.insertPlainText(" é")
    assert told[-1] == ((QueryField("q", "blue+shoes+%C3%A9"), *QUERY[1:]), "query.0.value")


def test_what_nobody_changed_stays_as_on_the_wire() -> None:
    pairs = [Pair("odd", "100%"), Pair("new", "a b"), Pair("page", (Variable("page"),))]
    assert with_pairs(QUERY, pairs) == (
        QUERY[1],
        QueryField("new", "a%20b"),
        QueryField("page", (Variable("page"),)),
    )

"""A table in the details of a run."""

import pytest
from pytestqt.qtbot import QtBot

from studio.phrase import Phrase
from ui.run.table_part import TablePart, TablePlan
from ui.table.column_table import Column
from ui.theme.theme import Theme

PLAN = TablePlan(
    Phrase("test", "Words"),
    Phrase("test", "There is no word."),
    (
        Column(Phrase("test", "Word"), lambda row: row[0]),
        Column(Phrase("test", "Times"), lambda row: row[1], width_px=80, is_number=True),
    ),
    lambda row: row[0],
    1,
)
Row = tuple[str, int]


@pytest.fixture
def part(theme: Theme, qtbot: QtBot) -> TablePart:
    part = TablePart(theme, str, PLAN)
    qtbot.addWidget(part)
    part.resize(600, 300)
    part.begin()
    part.show()
    return part


def words(part: TablePart) -> list[str]:
    model = part.table.model()
    return [model.index(place, 0).data() for place in range(model.rowCount())]


def test_an_empty_table_says_so(part: TablePart) -> None:
    assert part.empty_label.isVisible()
    assert part.empty_label.text() == "There is no word."
    part.show_rows([("a", 1)], is_over=False)
    assert not part.empty_label.isVisible()
    assert part.table.isVisible()


def test_the_highest_stand_first_and_take_new_places_now_and_then(part: TablePart) -> None:
    part.begin()
    part.show_rows([("a", 1), ("b", 2)], is_over=False)
    for _ in range(3):
        part.show_rows([("a", 9), ("b", 2)], is_over=False)
        assert words(part) == ["b", "a"]
    part.show_rows([("a", 9), ("b", 2)], is_over=False)
    assert words(part) == ["a", "b"]
    part.show_rows([("a", 9), ("b", 20)], is_over=True)
    assert words(part) == ["b", "a"]


def test_a_choice_stays_with_its_row_while_rows_come_and_change(part: TablePart) -> None:
    part.show_rows([("a", 1), ("b", 2)], is_over=False)
    chosen: list[Row] = []
    part.chosen.connect(chosen.append)
    part.table.selectRow(1)
    part.show_rows([("c", 7), ("a", 5), ("b", 2)], is_over=True)
    assert part.current() == ("a", 5)
    assert chosen[0] == ("a", 1)
    assert chosen[-1] == ("a", 5)
    part.show_rows([("a", 50), ("b", 2), ("c", 7)], is_over=True)
    assert part.current() == ("a", 50)


def test_a_new_run_has_nothing_chosen(part: TablePart) -> None:
    part.show_rows([("a", 1)], is_over=False)
    part.table.selectRow(0)
    part.begin()
    part.show_rows([("a", 1)], is_over=False)
    assert part.current() is None


def test_a_filter_leaves_what_matches(part: TablePart) -> None:
    part.show_rows([("apple", 1), ("pear", 2)], is_over=False)
    part.filter("app")
    assert words(part) == ["apple"]
    assert part.matches == (1, 2)

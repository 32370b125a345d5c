"""Columns of exceptions."""

from studio.run.trouble import TaskException
from ui.table.exception_table import COUNT_COLUMN, EXCEPTION_COLUMNS, exception_key

EXCEPTION = TaskException("ValueError", "no\n\u202e", "line 3 in buy", "Traceback", 12, 1.0, 61.0)


def test_cells_say_what_where_and_how_often() -> None:
    told = [column.text(column.value(EXCEPTION)) for column in EXCEPTION_COLUMNS]
    assert told == ["ValueError: no\\n\\u202e", "line 3 in buy", "12", "0:01", "1:01"]
    assert EXCEPTION_COLUMNS[COUNT_COLUMN].value(EXCEPTION) == 12
    bare = TaskException("StopIteration", "", "", "", 1, 0.0, 0.0)
    assert EXCEPTION_COLUMNS[0].value(bare) == "StopIteration"


def test_an_exception_keeps_its_key_while_it_grows() -> None:
    assert exception_key(EXCEPTION) == ("ValueError", "no\n\u202e", "line 3 in buy")

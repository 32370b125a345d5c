"""Columns of the engine's log."""

from studio.run.trouble import LogLine
from ui.table.cells import PillCell
from ui.table.log_table import LAST_COLUMN, LOG_COLUMNS, line_key
from ui.theme.icons import Icon

LINE = LogLine("worker-1", "WARNING", "late\x07", 3, 1.0, 61.0)


def test_cells_say_who_said_what_and_how_often() -> None:
    told = [column.text(column.value(LINE)) for column in LOG_COLUMNS]
    assert told == ["WARNING", "worker-1", "late\\x07", "3", "0:01", "1:01"]
    assert LOG_COLUMNS[LAST_COLUMN].value(LINE) == 61.0


def test_an_error_is_told_from_a_warning_by_sign_and_word() -> None:
    pill = LOG_COLUMNS[0].cell
    assert pill is not None
    assert pill(LINE) == PillCell("WARNING", Icon.WARN, "warn")
    error = LogLine("master", "ERROR", "gone", 1, 1.0, 1.0)
    assert pill(error) == PillCell("ERROR", Icon.BAD, "bad")
    assert line_key(error) != line_key(LINE)

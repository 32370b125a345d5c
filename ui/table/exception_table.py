"""The table of exceptions that left a step."""

from studio.phrase import Phrase
from studio.plain_text import plain
from studio.run.trouble import TaskException
from ui.table.column_table import Column
from ui.widget.figures import clock, count

COUNT_COLUMN = 2
"""Where the number of times stands: tables of exceptions begin sorted by it."""


def exception_key(row: TaskException) -> tuple[object, ...]:
    """Return what stays the same about an exception."""
    return row.kind, row.text, row.place


EXCEPTION_COLUMNS: tuple[Column[TaskException], ...] = (
    Column(
        Phrase("run", "Exception"),
        lambda row: plain(f"{row.kind}: {row.text}" if row.text else row.kind),
    ),
    Column(Phrase("run", "Place"), lambda row: plain(row.place), width_px=220),
    Column(Phrase("run", "Times"), lambda row: row.count, count, 90, is_number=True),
    Column(Phrase("run", "First"), lambda row: row.first_s, clock, 70, is_number=True),
    Column(Phrase("run", "Last"), lambda row: row.last_s, clock, 70, is_number=True),
)

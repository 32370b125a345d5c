"""The table of what the engine said in its log."""

from studio.phrase import Phrase
from studio.plain_text import plain
from studio.run.trouble import LogLine
from ui.table.cells import PillCell
from ui.table.column_table import Column
from ui.theme.icons import Icon
from ui.widget.figures import clock, count

LAST_COLUMN = 5
"""Where the last time stands: logs begin sorted by it, the latest first."""

_WARNING = "WARNING"


def line_key(row: LogLine) -> tuple[object, ...]:
    """Return what stays the same about a line."""
    return row.process, row.level, row.text


def _pill(row: LogLine) -> PillCell:
    if row.level == _WARNING:
        return PillCell(row.level, Icon.WARN, "warn")
    return PillCell(row.level, Icon.BAD, "bad")


LOG_COLUMNS: tuple[Column[LogLine], ...] = (
    Column(Phrase("run", "Level"), lambda row: row.level, width_px=126, cell=_pill),
    Column(Phrase("run", "Process"), lambda row: row.process, width_px=110),
    Column(Phrase("run", "Said"), lambda row: plain(row.text)),
    Column(Phrase("run", "Times"), lambda row: row.count, count, 80, is_number=True),
    Column(Phrase("run", "First"), lambda row: row.first_s, clock, 70, is_number=True),
    Column(Phrase("run", "Last"), lambda row: row.last_s, clock, 70, is_number=True),
)

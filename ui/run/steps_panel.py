"""StepsPanel: every endpoint of a run and its numbers."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.measurement.measurement import Endpoint
from studio.phrase import Phrase
from studio.run.run import RunSnapshot
from studio.scenario.goal import Goal
from ui.bridge.language import Say
from ui.run.table_part import TablePart, TablePlan
from ui.table.endpoint_table import ENDPOINT_COLUMNS, SLOW_COLUMN, EndpointRow, endpoint_rows
from ui.theme.theme import Theme


class StepsPanel(QWidget):
    """A table of endpoints, slowest first."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._goals: Sequence[Goal] = ()
        self.rows = TablePart(theme, say, _PLAN)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.rows)

    @property
    def endpoint(self) -> Endpoint | None:
        """The endpoint that was chosen."""
        row = self.rows.current()
        return row.summary.endpoint if isinstance(row, EndpointRow) else None

    def begin(self, goals: Sequence[Goal]) -> None:
        """Begin a run with these goals."""
        self._goals = goals
        self.rows.begin()

    def show_snapshot(self, snapshot: RunSnapshot) -> None:
        """Show the endpoints as they stand."""
        rows = endpoint_rows(snapshot.endpoints, self._goals)
        self.rows.show_rows(rows, is_over=snapshot.ending is not None)


def _key(row: EndpointRow) -> str:
    return str(row.summary.endpoint)


_PLAN = TablePlan(
    Phrase("run", "Endpoints of this run, slowest first"),
    Phrase("run", "No request has been answered yet."),
    ENDPOINT_COLUMNS,
    _key,
    SLOW_COLUMN,
)

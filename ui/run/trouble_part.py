"""TroublePart: one kind of what went wrong in a run: a table, and what stands behind a row."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.measurement.example import ExampleKind
from studio.phrase import Phrase
from studio.run.run import RunSnapshot
from studio.run.trouble import NO_TROUBLE, LogLine, TaskException, Trouble
from ui.bridge.language import Say
from ui.run.example_view import ExampleView
from ui.run.table_part import TablePart, TablePlan
from ui.run.text_view import TextView
from ui.table import exception_table, failure_table, log_table
from ui.table.example_table import TIME_COLUMN, example_columns, example_key
from ui.table.failure_table import FailureRow, failure_columns, failure_key, failure_rows
from ui.theme.theme import Theme
from ui.widget.layout import hairline


class TroublePart(QWidget):
    """A table of what went wrong; below it, once a row is chosen, what is known of it.

    Signals:
        opened: What stands behind a row is shown from now on; there has to be room for it.
    """

    opened = Signal()

    def __init__(
        self,
        rows: TablePart,
        view: QWidget,
        rows_of: Callable[[Trouble], Sequence[Any]],
        show: Callable[[Any, Trouble], None],
    ) -> None:
        """Put a part together.

        Args:
            rows: The table.
            view: Shows what stands behind a row.
            rows_of: Returns the rows of a run's trouble.
            show: Lets `view` show a row.
        """
        super().__init__()
        self.rows, self.view = rows, view
        self._rows_of, self._show = rows_of, show
        self._trouble = NO_TROUBLE
        self._line = hairline()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(rows, 2)
        box.addWidget(self._line)
        box.addWidget(view, 3)
        self._hide_view()
        rows.chosen.connect(self._choose)

    def begin(self) -> None:
        """Begin a run."""
        self._trouble = NO_TROUBLE
        self._hide_view()
        self.rows.begin()

    def show_snapshot(self, snapshot: RunSnapshot) -> None:
        """Show the run as it stands."""
        self._trouble = snapshot.trouble
        self.rows.show_rows(self._rows_of(self._trouble), is_over=snapshot.ending is not None)

    def _hide_view(self) -> None:
        self.view.hide()
        self._line.hide()

    def _choose(self, row: object) -> None:
        self._show(row, self._trouble)
        if self.view.isHidden():
            self.view.show()
            self._line.show()
            self.opened.emit()


def failures_part(theme: Theme, say: Say) -> TroublePart:
    """Return the causes of failures, with the exchanges that were kept of each."""
    view = ExampleView(theme, say)

    def show(row: FailureRow, trouble: Trouble) -> None:
        view.show_examples(trouble.examples_of(row.cause))

    plan = TablePlan(
        Phrase("run", "Causes of failures, most frequent first"),
        Phrase("run", "No request has failed."),
        failure_columns(say),
        failure_key,
        failure_table.COUNT_COLUMN,
    )
    rows = TablePart(theme, say, plan)
    return TroublePart(rows, view, lambda trouble: failure_rows(trouble.causes), show)


def slow_part(theme: Theme, say: Say) -> TroublePart:
    """Return the exchanges that were kept because they were slow, or asked for."""
    view = ExampleView(theme, say)
    plan = TablePlan(
        Phrase("run", "Slow requests, slowest first"),
        Phrase(
            "run",
            "No request was slower than usual. To see any exchange whole while a run goes on,"
            " choose its endpoint under Steps and press “Keep next”.",
        ),
        example_columns(say),
        example_key,
        TIME_COLUMN,
    )
    rows = TablePart(theme, say, plan)
    return TroublePart(rows, view, _slow, lambda row, _: view.show_examples((row,)))


def exceptions_part(theme: Theme, say: Say) -> TroublePart:
    """Return the exceptions that left a step, with the way of each."""
    view = TextView(theme, say, Phrase("run", "Traceback of the first of them"))

    def show(row: TaskException, _trouble: Trouble) -> None:
        view.show_text(row.traceback)

    plan = TablePlan(
        Phrase("run", "Exceptions that left a step, most frequent first"),
        Phrase("run", "No exception has left a step."),
        exception_table.EXCEPTION_COLUMNS,
        exception_table.exception_key,
        exception_table.COUNT_COLUMN,
    )
    rows = TablePart(theme, say, plan)
    return TroublePart(rows, view, lambda trouble: trouble.exceptions, show)


def log_part(theme: Theme, say: Say) -> TroublePart:
    """Return what the engine said in its log."""
    view = TextView(theme, say, Phrase("run", "What was said the first time"))

    def show(row: LogLine, _trouble: Trouble) -> None:
        view.show_text(row.text)

    plan = TablePlan(
        Phrase("run", "The engine's log, latest first"),
        Phrase("run", "The engine has had nothing to complain of."),
        log_table.LOG_COLUMNS,
        log_table.line_key,
        log_table.LAST_COLUMN,
    )
    rows = TablePart(theme, say, plan)
    return TroublePart(rows, view, lambda trouble: trouble.lines, show)


def _slow(trouble: Trouble) -> Sequence[Any]:
    return [it for it in trouble.examples if it.kind is not ExampleKind.FAILED]

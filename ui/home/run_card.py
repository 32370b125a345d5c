"""RunCard: one of the last runs, in a sentence."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame

from studio.phrase import Phrase
from studio.run.record import RunSummary
from ui.bridge.language import Say
from ui.table.run_table import state_pill
from ui.theme.theme import Theme
from ui.widget.figures import count, milliseconds, moment, percent
from ui.widget.layout import column, row
from ui.widget.spark import Spark
from ui.widget.text import ElidedLabel, label


class RunCard(QFrame):
    """A run that can be opened by a click or by Enter.

    Signals:
        opened: The run's name.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, say: Say, run: RunSummary) -> None:
        super().__init__()
        self._run = run.run
        self.setProperty("card", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        pill = state_pill(run.state, run.ending, run.verdict, say)
        spark = Spark(theme)
        spark.show_values(run.trend, "s_p95")
        failed = run.failures / run.requests if run.requests else 0.0
        numbers = Phrase("home", "p95 {slow} · {requests} requests · {failed} failed").of(
            slow=milliseconds(run.p95_ms), requests=count(run.requests), failed=percent(failed)
        )
        title = f"{run.run} · {run.scenario}"
        box = column(
            row(label(title, "strong"), None, label(pill.text, pill=pill.tone)),
            row(label(say(numbers), "small2"), None, spark),
            ElidedLabel(run.question or moment(run.started_at), "muted"),
            spacing=6,
        )
        box.setContentsMargins(16, 12, 16, 12)
        self.setLayout(box)
        self.setAccessibleName(f"{title}: {pill.text}. {say(numbers)}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the run."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit(self._run)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the run by Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._run)
        else:
            super().keyPressEvent(event)

"""RunListPage: all runs of a project."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.run.record import RunSummary
from ui.bridge.language import Say
from ui.table.column_table import ColumnTable
from ui.table.data_table import DataTable
from ui.table.run_table import run_columns
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.empty_state import EmptyState
from ui.widget.figures import count
from ui.widget.layout import card, row
from ui.widget.text import label


class RunListPage(QWidget):
    """All runs, newest first, and a field that filters them.

    Signals:
        run_opened: The name of the run to be shown.
        practice_asked: The practice run is to be prepared.
    """

    run_opened = Signal(str)
    practice_asked = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self.setObjectName("page")
        self._model = ColumnTable(run_columns(say), say, _key, self)
        self.run_table = DataTable(theme, self._model, say(Phrase("run", "Runs, newest first")))
        self.run_table.row_opened.connect(self._open)
        self.filter_edit = self._make_filter()
        self.match_label = label("", "muted")
        self.practice_button = self._make_practice_button()
        self.clear_button = Button(theme, say(Phrase("run", "Clear filter")))
        self.clear_button.clicked.connect(self.filter_edit.clear)
        self.empty_state = EmptyState(
            theme,
            Icon.RUNS,
            say(Phrase("run", "No run yet")),
            say(Phrase("run", "The first takes 45 seconds.")),
            self.practice_button,
        )
        self.no_match = self._make_no_match()
        self._pages = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.run_table)
        self.show_runs(())

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show these runs, which are in the order they are to be listed in."""
        self._model.show(runs)
        self._show_matches()
        index = self._model.index(0, 0)
        if runs and index.isValid() and not self.run_table.currentIndex().isValid():
            self.run_table.setCurrentIndex(index)

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        text = self._say(Phrase("run", "Filter runs"))
        field.setPlaceholderText(text)
        field.setAccessibleName(text)
        field.setFixedWidth(260)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._filter)
        field.returnPressed.connect(self._leave_filter)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(field.setFocus)
        return field

    def _make_practice_button(self) -> Button:
        text = self._say(Phrase("run", "Practice run"))
        button = Button(self._theme, text, Icon.PLAY, "primary")
        button.clicked.connect(self._ask_practice)
        return button

    def _make_no_match(self) -> QWidget:
        return EmptyState(
            self._theme,
            Icon.SEARCH,
            self._say(Phrase("run", "No run matches")),
            self._say(Phrase("run", "Runs are searched by every word in their line.")),
            self.clear_button,
        )

    def _lay_out(self) -> None:
        title = label(self._say(Phrase("run", "Runs")), "h1")
        holder = card()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 6, 0, 6)
        inside.addWidget(self.run_table)
        for page in (holder, self.no_match, self.empty_state):
            self._pages.addWidget(page)
        self._pages.setFrameShape(QFrame.Shape.NoFrame)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 14, 20, 12)
        box.setSpacing(12)
        box.addLayout(row(title, 12, self.filter_edit, self.match_label, None))
        box.addWidget(self._pages, 1)

    def _show_matches(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        self._pages.setCurrentIndex(2 if not total else 1 if not shown else 0)
        self.filter_edit.setVisible(total > 0)
        text = ""
        if total and self.filter_edit.text().strip():
            text = self._say(
                Phrase("run", "{shown} of {total} match").of(shown=count(shown), total=count(total))
            )
        self.match_label.setText(text)

    def _filter(self, words: str) -> None:
        self._model.filter(words)
        self._show_matches()

    def _leave_filter(self) -> None:
        self.run_table.setFocus()
        self.run_table.setCurrentIndex(self._model.index(0, 0))

    def _open(self, summary: RunSummary) -> None:
        self.run_opened.emit(summary.run)

    def _ask_practice(self) -> None:
        self.practice_asked.emit()


def _key(row_: RunSummary) -> str:
    return row_.run

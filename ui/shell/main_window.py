"""MainWindow: the bars, the rail, and the page it points to; nothing else."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from ui.bridge.place import Place
from ui.shell.rail import Rail
from ui.shell.status_bar import StatusBar
from ui.shell.top_bar import TopBar
from ui.theme.theme import Theme
from ui.widget.layout import column
from ui.widget.problem_bar import ProblemBar
from ui.widget.toast import Toast

LEAST_WIDTH_PX, LEAST_HEIGHT_PX = 1024, 640
USUAL_WIDTH_PX, USUAL_HEIGHT_PX = 1440, 900


class MainWindow(QMainWindow):
    """The window around the pages.

    Signals:
        gone_to: The `Place` one is on now.
        stop_asked: Ctrl+. was pressed, or Stop in the status bar.
        closing: The window is being closed.
    """

    gone_to = Signal(object)
    stop_asked = Signal()
    closing = Signal()

    def __init__(
        self,
        theme: Theme,
        pages: Mapping[Place, QWidget],
        rail: Rail,
        top_bar: TopBar,
        status_bar: StatusBar,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Swarmbook")
        self.setMinimumSize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)
        self.resize(USUAL_WIDTH_PX, USUAL_HEIGHT_PX)
        self.rail, self.top_bar, self.status_bar = rail, top_bar, status_bar
        self._pages = pages
        self.at = self.was_at = Place.HOME
        self._stack = QStackedWidget()
        self.problem_bar = ProblemBar(theme)
        for page in pages.values():
            self._stack.addWidget(page)
        self.whole = self._whole()
        self.setCentralWidget(self.whole)
        self.toast = Toast(self)
        rail.gone_to.connect(self.go)
        status_bar.stop_asked.connect(self.stop_asked)
        self._add_keys()
        self.go(Place.HOME)

    def go(self, place: Place) -> None:
        """Show a page."""
        self.was_at, self.at = self.at, place
        self._stack.setCurrentWidget(self._pages[place])
        self.rail.mark(place)
        self.problem_bar.hide()
        self.gone_to.emit(place)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let others finish what they are doing; nobody need watch that."""
        self.hide()
        self.closing.emit()
        super().closeEvent(event)

    def _whole(self) -> QWidget:
        whole = QWidget()
        whole.setObjectName("page")
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.top_bar, 0, 0, 1, 2)
        grid.addWidget(self.rail, 1, 0)
        grid.addLayout(column(self._over_page(), self._stack, spacing=0), 1, 1)
        grid.addWidget(self.status_bar, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        return whole

    def _over_page(self) -> QHBoxLayout:
        """Lay out what a page may not say itself: a problem of the whole window."""
        line = QHBoxLayout()
        line.setContentsMargins(20, 0, 20, 0)
        line.addWidget(self.problem_bar)
        return line

    def _add_keys(self) -> None:
        QShortcut(QKeySequence("Ctrl+."), self).activated.connect(self.stop_asked)

"""RunsPlace: the list of runs, or the one that was opened."""

from PySide6.QtWidgets import QStackedWidget

from ui.bridge.language import Say
from ui.run.list_page import RunListPage
from ui.run.run_page import RunPage
from ui.theme.theme import Theme


class RunsPlace(QStackedWidget):
    """What the rail's *Runs* leads to."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self.list_page = RunListPage(theme, say)
        self.run_page = RunPage(theme, say)
        self.addWidget(self.list_page)
        self.addWidget(self.run_page)
        self.run_page.back_asked.connect(self.show_list)

    @property
    def shows_run(self) -> bool:
        """Whether one run is shown, and not the list."""
        return self.currentWidget() is self.run_page

    def show_list(self) -> None:
        """Show the list of runs."""
        self.setCurrentWidget(self.list_page)

    def show_run(self) -> None:
        """Show the one run."""
        self.setCurrentWidget(self.run_page)

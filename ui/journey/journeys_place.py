"""JourneysPlace: the list of journeys, or the one that was opened."""

from PySide6.QtWidgets import QStackedWidget

from ui.bridge.language import Say
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.list_page import JourneyListPage
from ui.theme.theme import Theme


class JourneysPlace(QStackedWidget):
    """What the rail's *Journeys* leads to."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self.list_page = JourneyListPage(theme, say)
        self.editor_page = JourneyEditorPage(theme, say)
        self.addWidget(self.list_page)
        self.addWidget(self.editor_page)

    @property
    def shows_journey(self) -> bool:
        """Whether one journey is shown, and not the list."""
        return self.currentWidget() is self.editor_page

    def show_list(self) -> None:
        """Show the list of journeys."""
        self.setCurrentWidget(self.list_page)

    def show_journey(self) -> None:
        """Show the one journey."""
        self.setCurrentWidget(self.editor_page)
        self.editor_page.tree.setFocus()

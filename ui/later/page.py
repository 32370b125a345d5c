"""LaterPage: what a place will be for, said honestly while it is not there yet."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.empty_state import EmptyState


class LaterPage(QWidget):
    """A page that comes with a later version."""

    def __init__(self, theme: Theme, say: Say, icon: Icon, title: Phrase, sentence: Phrase) -> None:
        super().__init__()
        later = say(Phrase("later", "This part is being built and comes with a later version."))
        box = QVBoxLayout(self)
        box.addWidget(EmptyState(theme, icon, say(title), f"{say(sentence)}\n\n{later}"))

"""EmptyState: what a place is for, while there is nothing in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.layout import column, row
from ui.widget.text import label

_WIDEST_PX = 460


class EmptyState(QWidget):
    """An icon, a title, a sentence, and what to do about it."""

    def __init__(
        self, theme: Theme, icon: Icon, title: str, sentence: str, *buttons: Button
    ) -> None:
        super().__init__()
        words = label(sentence, "body2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(_WIDEST_PX)
        picture = IconLabel(theme, icon, "text3", 40)
        self.setLayout(
            column(
                None,
                row(None, picture, None),
                8,
                row(None, label(title, "title"), None),
                row(None, words, None),
                6,
                row(None, *buttons, None),
                None,
                None,
                spacing=8,
            )
        )

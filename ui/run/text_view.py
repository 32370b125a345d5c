"""TextView: one long text of a run, such as a traceback, with a button that copies it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.code_text import CodeText
from ui.widget.layout import row
from ui.widget.text import label

_LEAST_PX = 170


class TextView(QWidget):
    """A text under its title; it keeps its place while it stays the same."""

    def __init__(self, theme: Theme, say: Say, title: Phrase) -> None:
        super().__init__()
        self.setMinimumHeight(_LEAST_PX)
        self.text = CodeText(say(title))
        self.copy_button = Button(theme, say(Phrase("run", "Copy")), Icon.COPY, "quiet")
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(6)
        box.addLayout(row(label(say(title), "label"), None, self.copy_button))
        box.addWidget(self.text, 1)
        self.copy_button.clicked.connect(self._copy)

    def show_text(self, text: str) -> None:
        """Show a text from outside."""
        self.text.show_text(plain(text, keep="\n\t"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

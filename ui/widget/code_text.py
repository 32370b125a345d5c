"""CodeText: text in signs of one width that can be read, selected and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit


class CodeText(QPlainTextEdit):
    """Plain text that nobody can change, wrapped where it is too wide."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def show_text(self, text: str) -> None:
        """Show a text; one that is shown already keeps its place and its selection."""
        if text != self.toPlainText():
            self.setPlainText(text)

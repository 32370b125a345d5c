"""CodeEdit: Python or a query in signs of one width, to the byte."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

from ui.journey.pane.exact_text import ExactText

_BLANKS = re.compile(r"[ \t]*")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_LINES, _EDGE_PX = 24, 14
_STEP = "    "


class CodeEdit(QPlainTextEdit):
    """Several lines of code; a new line is indented like the one before.

    Signals:
        edited: The text after a change by hand.
    """

    edited = Signal(str)

    def __init__(self, name: str, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self._exact = ExactText()
        self._is_showing = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.document().setDocumentMargin(1)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._read)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def text(self) -> str:
        """What is written, to the byte."""
        return self._exact.text

    def show_text(self, text: str) -> None:
        """Show another text; nothing is told of it."""
        if text != self._exact.text:
            self._exact = ExactText(text)
            self._is_showing = True
            self.setPlainText(self._exact.raw)
            self._is_showing = False
            self.setReadOnly(self.document().toRawText() != self._exact.raw)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indent a new line like the one before, and deeper after a colon."""
        if Qt.Key(event.key()) in _ENTER:
            before = self.textCursor().block().text()[: self.textCursor().positionInBlock()]
            blanks = _BLANKS.match(before)
            deeper = _STEP if before.rstrip().endswith(":") else ""
            self.textCursor().insertText(f"\n{blanks[0] if blanks else ''}{deeper}")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self, _size: object = None) -> None:
        shown = round(self.document().documentLayout().documentSize().height())
        lines = max(self._lines, min(shown, _MOST_LINES))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + _EDGE_PX)

    def _read(self) -> None:
        raw = self.document().toRawText()
        if not self._is_showing and raw != self._exact.raw:
            self._exact.edit(raw)
            self.edited.emit(self._exact.text)

"""TemplateMarks: the colours of `{{variables}}`, of secrets, and of those that have no value."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from studio.journey.template import SECRET_PREFIX, marks_in
from ui.journey.pane.desk import Desk

_KEY = re.compile(r'"(?:[^"\\]|\\.)*"(?=\s*:)')
_LONGEST_LINE = 20_000
"""A longer line is shown plain: it would hold up every key."""


class TemplateMarks(QSyntaxHighlighter):
    """Marks the variables of a document."""

    def __init__(self, document: QTextDocument, desk: Desk, *, is_json: bool = False) -> None:
        super().__init__(document)
        self._desk, self._is_json = desk, is_json
        desk.changed.connect(self.rehighlight)
        desk.theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        if len(text) > _LONGEST_LINE:
            return
        if self._is_json:
            for match in _KEY.finditer(text):
                self._mark(text, match.start(), match.end(), self._key())
        for begins, ends, name in marks_in(text):
            self._mark(text, begins, ends, self._variable(name))

    def _mark(self, text: str, begins: int, ends: int, form: QTextCharFormat) -> None:
        at = in_utf16(text[:begins])
        self.setFormat(at, in_utf16(text[begins:ends]), form)

    def _key(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(self._desk.theme.tokens.text2))
        return form

    def _variable(self, name: str) -> QTextCharFormat:
        tokens, form = self._desk.theme.tokens, QTextCharFormat()
        is_secret = name.startswith(f"{SECRET_PREFIX}.")
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setForeground(QColor(tokens.warn if is_secret else tokens.accent))
        form.setBackground(QColor(tokens.warn_soft if is_secret else tokens.accent_soft))
        if name in self._desk.around.undefined:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(QColor(tokens.bad))
        return form


def in_utf16(text: str) -> int:
    """Return how many places a text takes in Qt, where rare signs take two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

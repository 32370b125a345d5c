"""CodePanel: the locustfile of a journey beside its steps, the lines of the chosen step lit."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout

from studio.errors import StudioError
from studio.locustfile.source_map import MappedSource
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.code_text import CodeText
from ui.widget.layout import hairline, row
from ui.widget.problem_bar import ProblemBar
from ui.widget.text import ElidedLabel, label


class CodePanel(QFrame):
    """The code, read-only.

    Signals:
        take_over_asked: The journey is to become Python that is written by hand.
    """

    take_over_asked = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._source = MappedSource("", ())
        self._chosen: Collection[str] = ()
        self.setProperty("card", True)
        self.code_text = CodeText(say(Phrase("journey", "The locustfile of this journey")))
        self.code_text.setObjectName("code_text")
        self.code_text.setLineWrapMode(CodeText.LineWrapMode.NoWrap)
        self.code_text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.problem_bar = ProblemBar(theme)
        self.copy_button = Button(
            theme, say(Phrase("journey", "Copy")), Icon.COPY, "quiet", say(_COPY_TIP)
        )
        self.take_over_button = Button(
            theme,
            say(Phrase("journey", "Take over by hand…")),
            Icon.EDIT,
            "quiet",
            say(_TAKE_OVER_TIP),
        )
        self.lines_label = ElidedLabel("", "muted")
        self._lay_out()
        self.copy_button.clicked.connect(self._copy)
        self.take_over_button.clicked.connect(self.take_over_asked)
        theme.changed.connect(self._light)

    def show_source(self, source: MappedSource) -> None:
        """Show the code of the journey as it stands; the place one looks at stays."""
        self.problem_bar.hide()
        self.code_text.setEnabled(True)
        if source.text != self._source.text:
            bar = self.code_text.verticalScrollBar()
            at = bar.value()
            self.code_text.setPlainText(source.text)
            bar.setValue(at)
        self._source = source
        self._light()

    def show_error(self, error: StudioError) -> None:
        """Say why there is no code; what was shown last is grey."""
        self.problem_bar.show_error(error, self._say)
        self.code_text.setEnabled(False)

    def light(self, chosen: Collection[str]) -> None:
        """Light the lines of these nodes and requests, and bring the first into view."""
        if tuple(chosen) == tuple(self._chosen):
            return
        self._chosen = tuple(chosen)
        self._light()
        places = [it for it in self._source.places if it.id in self._chosen]
        if places:
            block = self.code_text.document().findBlockByNumber(places[0].first - 1)
            self.code_text.setTextCursor(QTextCursor(block))
            self.code_text.centerCursor()

    @property
    def lit(self) -> tuple[tuple[int, int], ...]:
        """The lines that are lit, each the first and the last, from 1."""
        return tuple((it.first, it.last) for it in self._source.places if it.id in self._chosen)

    def _light(self) -> None:
        colour = QColor(self._theme.tokens.accent_soft)
        document = self.code_text.document()
        marks: list[QTextEdit.ExtraSelection] = []
        for first, last in self.lit:
            for number in range(first - 1, last):
                mark = QTextEdit.ExtraSelection()
                mark.format.setBackground(colour)  # pyright: ignore[reportAttributeAccessIssue]
                full = QTextFormat.Property.FullWidthSelection
                mark.format.setProperty(full, True)  # pyright: ignore[reportAttributeAccessIssue]
                cursor = QTextCursor(document.findBlockByNumber(number))
                mark.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
                marks.append(mark)
        self.code_text.setExtraSelections(marks)
        lines = sum(last - first + 1 for first, last in self.lit)
        words = Phrase("journey", "%n line(s) of the chosen step", "", 1).of(n=lines)
        self.lines_label.setText(self._say(words) if lines else "")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._source.text)

    def _lay_out(self) -> None:
        head = row(label("locustfile.py", "strong"), spacing=8)
        head.addWidget(self.lines_label, 1)
        head.addWidget(self.copy_button)
        head.addWidget(self.take_over_button)
        head.setContentsMargins(14, 4, 6, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 8)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(hairline())
        box.addWidget(self.problem_bar)
        inside = row(spacing=0)
        inside.setContentsMargins(10, 8, 10, 0)
        inside.addWidget(self.code_text)
        box.addLayout(inside, 1)


_COPY_TIP = Phrase("journey", "Copy the whole file")
_TAKE_OVER_TIP = Phrase(
    "journey", "Go on in Python: the journey is kept as it is, and a copy becomes code"
)

"""ExampleView: kept exchanges, one at a time, with request and answer side by side."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.measurement.example import Example
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.run.example_text import answer_text, headline, request_text, whole_text
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.code_text import CodeText
from ui.widget.layout import column, row
from ui.widget.text import ElidedLabel, label

LEAST_PX = 250


class ExampleView(QWidget):
    """The exchanges that were kept of one cause; the one that is looked at stays."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._examples: tuple[Example, ...] = ()
        self._place = 0
        self.setMinimumHeight(LEAST_PX)
        previous, following = Phrase("run", "Previous exchange"), Phrase("run", "Next exchange")
        self.previous_button = Button(theme, "", Icon.PREVIOUS, "quiet", say(previous))
        self.next_button = Button(theme, "", Icon.NEXT, "quiet", say(following))
        self.place_label = label("", "smallstrong")
        self.headline = ElidedLabel("", "small2")
        copy = Phrase("run", "Copy")
        tip = Phrase("run", "Copy request and answer; secrets are struck out")
        self.copy_button = Button(theme, say(copy), Icon.COPY, "quiet", say(tip))
        self.request_text = CodeText(say(Phrase("run", "Request")))
        self.answer_text = CodeText(say(Phrase("run", "Answer")))
        self._lay_out()
        self.previous_button.clicked.connect(self._go_back)
        self.next_button.clicked.connect(self._go_on)
        self.copy_button.clicked.connect(self._copy)
        self._show()

    def show_examples(self, examples: Sequence[Example]) -> None:
        """Show these; one of them that is being looked at is still looked at."""
        if tuple(examples) == self._examples:
            return
        seen = self._examples[self._place] if self._examples else None
        self._examples = tuple(examples)
        self._place = self._examples.index(seen) if seen in self._examples else 0
        self._show()

    def _show(self) -> None:
        total = len(self._examples)
        self.previous_button.setEnabled(self._place > 0)
        self.next_button.setEnabled(self._place < total - 1)
        for part in (self.previous_button, self.next_button, self.place_label, self.copy_button):
            part.setVisible(total > 0)
        place = Phrase("run", "{place} of {total} kept").of(place=self._place + 1, total=total)
        self.place_label.setText(self._say(place) if total else "")
        if not total:
            self.headline.setText(self._say(_NOTHING_KEPT))
            self.request_text.show_text("")
            self.answer_text.show_text("")
            return
        example = self._examples[self._place]
        self.headline.setText(headline(example, self._say))
        self.request_text.show_text(request_text(example, self._say))
        self.answer_text.show_text(answer_text(example, self._say))

    def _go_back(self) -> None:
        self._place -= 1
        self._show()

    def _go_on(self) -> None:
        self._place += 1
        self._show()

    def _copy(self) -> None:
        text = whole_text(self._examples[self._place], self._say)
        QGuiApplication.clipboard().setText(text)

    def _lay_out(self) -> None:
        head = row(self.previous_button, self.place_label, self.next_button, 8, spacing=4)
        head.addWidget(self.headline, 1)
        head.addWidget(self.copy_button)
        sides = QHBoxLayout()
        sides.setSpacing(10)
        for title, text in (
            (Phrase("run", "Request"), self.request_text),
            (Phrase("run", "Answer"), self.answer_text),
        ):
            side = column(label(self._say(title), "label"), spacing=4)
            side.addWidget(text, 1)
            sides.addLayout(side, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 8)
        box.setSpacing(6)
        box.addLayout(head)
        box.addLayout(sides, 1)


_NOTHING_KEPT = Phrase(
    "run", "No exchange of this cause was kept: a run keeps the first few of each, 200 in all."
)

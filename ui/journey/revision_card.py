"""RevisionCard: a journey as it once stood."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.figures import moment
from ui.widget.layout import row
from ui.widget.text import ElidedLabel, label


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One revision."""

    number: int
    made_at: str
    """On the wall clock, UTC, ISO 8601."""

    why: Phrase
    label: str = ""
    """What somebody called it."""

    is_current: bool = False
    """Whether the journey stands as it did then."""

    differences: tuple[Phrase, ...] | None = None
    """What is different from how it stands now; None: nobody has asked."""


class RevisionCard(QFrame):
    """One revision.

    Signals:
        restore_asked: Its number: the journey is to become as it was.
        compare_asked: Its number: what is different is to be shown.
    """

    restore_asked = Signal(int)
    compare_asked = Signal(int)

    def __init__(self, theme: Theme, say: Say, line: RevisionLine, *, is_fixed: bool) -> None:
        super().__init__()
        self._number = line.number
        self.setProperty("card", True)
        title = Phrase("journey", "Revision {n}").of(n=line.number)
        head = row(label(say(title), "strong"), None, label(moment(line.made_at), "muted"))
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 9, 12, 7)
        box.setSpacing(2)
        box.addLayout(head)
        box.addWidget(ElidedLabel(line.label or say(line.why), "small2"))
        for words in line.differences or ():
            box.addWidget(label(say(words), "muted", wrap=True))
        if line.differences == ():
            box.addWidget(label(say(Phrase("journey", "Nothing is different now.")), "muted"))
        self.compare_button = Button(
            theme, say(Phrase("journey", "What is different?")), Icon.DIFFERENCE, "link"
        )
        self.restore_button = Button(theme, say(Phrase("journey", "Restore")), Icon.ANEW, "link")
        self.compare_button.clicked.connect(self._compare)
        self.restore_button.clicked.connect(self._restore)
        buttons = row(self.compare_button, self.restore_button, None, spacing=14)
        if line.is_current:
            buttons.insertWidget(0, label(say(Phrase("journey", "as it stands now")), "good"))
        box.addLayout(buttons)
        self.restore_button.setVisible(not is_fixed and not line.is_current)
        self.compare_button.setVisible(line.differences is None and not line.is_current)

    def _compare(self) -> None:
        self.compare_asked.emit(self._number)

    def _restore(self) -> None:
        self.restore_asked.emit(self._number)

"""ProblemCard: something that is wrong with a journey, where, and the buttons that repair it."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.layout import row
from ui.widget.text import label


@dataclass(frozen=True, slots=True)
class RepairChoice:
    """One way to repair it."""

    words: Phrase
    act: object
    """Handed back when it is chosen."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """Something that is wrong."""

    words: Phrase
    is_bad: bool
    """Whether it cannot work; otherwise it is only doubted."""

    place: str = ""
    """The node or request it is about; empty: the journey."""

    repairs: tuple[RepairChoice, ...] = ()


class ProblemCard(QFrame):
    """One problem.

    Signals:
        opened: The id of the node or request it is about.
        repair_asked: The act of the repair that was chosen.
    """

    opened = Signal(str)
    repair_asked = Signal(object)

    def __init__(self, theme: Theme, say: Say, problem: ProblemLine, *, is_fixed: bool) -> None:
        super().__init__()
        self._problem = problem
        self.setProperty("card", True)
        icon, tone = (Icon.BAD, "bad") if problem.is_bad else (Icon.WARN, "warn")
        words = label(say(problem.words), "body2", wrap=True)
        head = row(IconLabel(theme, icon, tone, 16), spacing=8)
        head.addWidget(words, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 8)
        box.setSpacing(4)
        box.addLayout(head)
        self.buttons: list[Button] = []
        for repair in () if is_fixed else problem.repairs:
            button = Button(theme, say(repair.words), Icon.REPAIR, "link")
            button.clicked.connect(partial(self._repair, repair.act))
            self.buttons.append(button)
        if problem.place:
            show = Button(theme, say(Phrase("journey", "Show")), Icon.EYE, "link")
            show.clicked.connect(self._open)
            self.buttons.append(show)
        for button in self.buttons:
            line = row(24, button, None, spacing=0)
            box.addLayout(line)

    def _repair(self, act: object) -> None:
        self.repair_asked.emit(act)

    def _open(self) -> None:
        self.opened.emit(self._problem.place)

"""VariablesCard: the variables of a journey, where each comes from and how often it is used."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.journey.name_button import NameButton
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.icon_label import IconLabel
from ui.widget.layout import column, row
from ui.widget.text import ElidedLabel, label

_MOST = 60


@dataclass(frozen=True, slots=True)
class VariableLine:
    """One variable."""

    name: str
    source: Phrase
    """Where its value comes from."""

    uses: int
    icon: Icon
    tone: str
    """The name of a colour: that of its wire, if it has one."""

    place: str = ""
    """The node or request to go to; empty: there is none."""


class VariablesCard(QFrame):
    """All variables; a click goes to where one is taken.

    Signals:
        opened: The id of the node or request a variable is taken at.
    """

    opened = Signal(str)

    def __init__(self, theme: Theme, say: Say, lines: Sequence[VariableLine]) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self.setProperty("card", True)
        self.setObjectName("variables_card")
        title = label(say(Phrase("journey", "Variables on the way")), "strong")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 11, 12, 11)
        box.setSpacing(8)
        box.addLayout(row(IconLabel(theme, Icon.LINK, "accent"), title, None))
        for line in lines[:_MOST]:
            box.addLayout(self._line(line))
        if not lines:
            box.addWidget(label(say(_NOTHING), "muted", wrap=True))
        if len(lines) > _MOST:
            more = Phrase("journey", "and %n more", "", 1).of(n=len(lines) - _MOST)
            box.addWidget(label(say(more), "muted"))

    def _line(self, line: VariableLine) -> QVBoxLayout:
        name = NameButton(plain(line.name), line.place)
        name.setEnabled(bool(line.place))
        name.opened.connect(self.opened)
        uses = Phrase("journey", "used %n time(s)", "", 1).of(n=line.uses)
        unused = Phrase("journey", "never used")
        used = label(self._say(uses if line.uses else unused), "muted" if line.uses else "warn")
        first = row(IconLabel(self._theme, line.icon, line.tone, 13), name, None, used)
        second = QHBoxLayout()
        second.setContentsMargins(21, 0, 0, 0)
        second.addWidget(ElidedLabel(self._say(line.source), "muted"))
        return column(first, second, spacing=0)


_NOTHING = Phrase(
    "journey",
    "No variable yet. A value that the site gives out anew each time is taken from an answer and"
    " sent again later.",
)

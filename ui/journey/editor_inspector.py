"""EditorInspector: what is wrong with a journey, its variables, its data, and its revisions."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QVBoxLayout,
    QWidget,
)

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.journey.problem_card import ProblemCard, ProblemLine
from ui.journey.revision_card import RevisionCard, RevisionLine
from ui.journey.variables_card import VariableLine, VariablesCard
from ui.theme.theme import Theme
from ui.widget.button import Tab
from ui.widget.card_tabs import CardTabs
from ui.widget.text import label

WIDTH_PX = 328
_MOST_PROBLEMS = 40


class EditorInspector(QFrame):
    """Tabs of cards; a tab is made anew only when what it shows has changed.

    Signals:
        opened: The id of a node or request that is to be shown.
        repair_asked: The act of the repair that was chosen.
        restore_asked: The number of the revision the journey is to become again.
        compare_asked: The number of the revision it is to be held against.
    """

    opened = Signal(str)
    repair_asked = Signal(object)
    restore_asked = Signal(int)
    compare_asked = Signal(int)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._is_fixed = False
        self._problems: tuple[ProblemLine, ...] = ()
        self.setObjectName("inspector")
        self.setFixedWidth(WIDTH_PX)
        self.problems_tab = Tab(say(_TITLES[0]), chosen=True)
        self.variables_tab = Tab(say(_TITLES[1]), chosen=False)
        self.revisions_tab = Tab(say(_TITLES[2]), chosen=False)
        self.data_tab = Tab(say(_TITLES[3]), chosen=False)
        self._tabs = (self.problems_tab, self.variables_tab, self.revisions_tab, self.data_tab)
        self._cards = CardTabs(self._tabs, [say(it) for it in _EMPTY], 12)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._cards)
        self.show_problems(())
        self.show_variables(())
        self.show_revisions(())

    @property
    def problems(self) -> tuple[ProblemLine, ...]:
        """What is wrong, as it is shown."""
        return self._problems

    def fix(self, *, is_fixed: bool) -> None:
        """Offer no repairs where nothing can be changed."""
        if is_fixed != self._is_fixed:
            self._is_fixed = is_fixed
            self._cards.forget()

    def show_problems(self, problems: Sequence[ProblemLine]) -> None:
        """Show what is wrong, what cannot work first."""
        told = tuple(sorted(problems, key=lambda it: not it.is_bad))
        if not self._cards.is_new(0, told):
            return
        self._problems = told
        cards: list[QWidget] = []
        for problem in told[:_MOST_PROBLEMS]:
            card = ProblemCard(self._theme, self._say, problem, is_fixed=self._is_fixed)
            card.opened.connect(self.opened)
            card.repair_asked.connect(self.repair_asked)
            cards.append(card)
        if len(told) > _MOST_PROBLEMS:
            more = Phrase("journey", "and %n more", "", 1).of(n=len(told) - _MOST_PROBLEMS)
            cards.append(label(self._say(more), "muted"))
        self._fill(0, cards, len(told))

    def show_variables(self, lines: Sequence[VariableLine]) -> None:
        """Show the variables."""
        if not self._cards.is_new(1, tuple(lines)):
            return
        card = VariablesCard(self._theme, self._say, lines)
        card.opened.connect(self.opened)
        self._fill(1, [card], 0)  # there is no room for one more number

    def show_revisions(self, lines: Sequence[RevisionLine]) -> None:
        """Show the revisions, newest first."""
        if not self._cards.is_new(2, tuple(lines)):
            return
        cards: list[QWidget] = []
        for line in lines:
            card = RevisionCard(self._theme, self._say, line, is_fixed=self._is_fixed)
            card.restore_asked.connect(self.restore_asked)
            card.compare_asked.connect(self.compare_asked)
            cards.append(card)
        self._fill(2, cards, 0)

    def put_data(self, panel: QWidget) -> None:
        """Show the data files in a panel, which stays."""
        self._cards.put(3, panel)

    def count_data(self, count: int) -> None:
        """Say how many data files there are."""
        title = self._say(_TITLES[3])
        self.data_tab.rename(f"{title}  {count}" if count else title)

    def _fill(self, page: int, cards: Sequence[QWidget], count: int) -> None:
        title = self._say(_TITLES[page])
        self._tabs[page].rename(f"{title}  {count}" if count else title)
        self._cards.fill(page, cards)


_TITLES = (
    Phrase("journey", "Problems"),
    Phrase("journey", "Variables"),
    Phrase("journey", "Revisions"),
    Phrase("journey", "Data"),
)
_EMPTY = (
    Phrase("journey", "Nothing is wrong with this journey."),
    Phrase("journey", "No variable yet."),
    Phrase("journey", "No revision yet. One is kept at each run, and whenever you press Ctrl+S."),
)

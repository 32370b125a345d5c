"""StepsCard: the steps of a journey with the buttons that add to them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from studio.journey.journey import Journey
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.journey.step_actions import StepActions
from ui.journey.step_model import Beside
from ui.journey.step_tree import StepTree
from ui.journey.wire_legend import WireLegend
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.layout import hairline, row
from ui.widget.text import label


class StepsCard(QFrame):
    """Head, a bar to search by, tree and foot."""

    def __init__(self, theme: Theme, say: Say, search: QWidget) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self.setProperty("card", True)
        self.tree = StepTree(theme, say)
        self.actions_ = StepActions(say, self.tree)
        self.legend = WireLegend(theme, say)
        self.more_button = Button(theme, "", Icon.MORE, "quiet", say(Phrase("journey", "More")))
        self.more_button.setMenu(self.actions_.menu())
        self.add_step = self._button("add_step", Phrase("journey", "Step"), Icon.ADD)
        self.add_loop = self._button("add_loop", Phrase("journey", "Loop"), Icon.LOOP)
        self.add_choice = self._button("add_choice", Phrase("journey", "Choice"), Icon.CHOICE)
        self.add_code = self._button("add_code", None, Icon.CODE)
        self._lay_out(search)
        self.tree.chosen_changed.connect(self._show_legend)
        self.tree.lines_model.changed.connect(self._show_legend)

    def show_journey(self, journey: Journey, *, is_fixed: bool) -> None:
        """Show a journey; `is_fixed`: nothing of it can be changed."""
        self.tree.lines_model.fix(is_fixed=is_fixed)
        self.actions_.show_journey(journey, is_fixed=is_fixed)
        self.tree.show_journey(journey)
        for button in (self.add_step, self.add_loop, self.add_choice, self.add_code):
            button.setEnabled(not is_fixed)

    def show_beside(self, beside: Beside) -> None:
        """Show wires, what is wrong, and what the last trial said."""
        self.tree.show_beside(beside)

    def _button(self, name: str, words: Phrase | None, icon: Icon) -> Button:
        action = self.actions_.action(name)
        tip = _tip(action)
        button = Button(self._theme, self._say(words) if words else "", icon, "quiet", tip)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action.trigger)
        return button

    def _show_legend(self) -> None:
        rows = self.tree.lines_model.rows
        chosen = [rows[it.key] for it in self.tree.chosen if it.key in rows]
        strands = self.tree.lines_model.strands(chosen[0]) if len(chosen) == 1 else ()
        self.legend.show_strands(strands)

    def _lay_out(self, search: QWidget) -> None:
        head = row(label(self._say(Phrase("journey", "Steps")), "strong"), spacing=6)
        head.addWidget(self.legend, 1)
        head.addWidget(self.more_button)
        head.setContentsMargins(14, 4, 6, 2)
        foot = row(self.add_step, self.add_loop, self.add_choice, None, self.add_code, spacing=2)
        foot.setContentsMargins(8, 3, 6, 3)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(hairline())
        box.addWidget(search)
        box.addWidget(self.tree, 1)
        box.addWidget(hairline())
        box.addLayout(foot)


def _tip(action: QAction) -> str:
    keys = action.shortcut().toString()
    return f"{action.text()} ({keys})" if keys else action.text()

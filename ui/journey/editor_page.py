"""JourneyEditorPage: one journey, its steps, the chosen one, its code and what is beside it."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.journey.editing import change_settings
from studio.journey.undo import History
from ui.bridge.language import Say
from ui.journey.code_panel import CodePanel
from ui.journey.editor_header import EditorHeader
from ui.journey.editor_inspector import EditorInspector
from ui.journey.facts import Facts
from ui.journey.find_bar import FindBar
from ui.journey.step_model import Beside
from ui.journey.steps_card import StepsCard
from ui.theme.theme import Theme
from ui.widget.problem_bar import ProblemBar

INSPECTOR_FROM_PX = 1256
"""Below this width of the page (1340 px with the rail) the inspector opens by Ctrl+B alone."""


class JourneyEditorPage(QWidget):
    """A journey that is edited, or only looked at.

    Signals:
        edited: An `Edit` of the journey that is shown.
        undo_asked: The last edit is to be taken back.
        redo_asked: It is to be done again.
        save_asked: A revision is to be kept.
        try_asked: The journey is to be tried once.
        run_asked: A run with it is to be set up.
        back_asked: The list of journeys is to be shown.
        undoable: Something was done that is to be said, with the offer to undo it.
        chosen_changed: The ids of the nodes and requests that are chosen.
        code_wanted: Whether the code is shown.
        pasted: A text was pasted that is no part of a journey.
    """

    edited = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()
    save_asked = Signal()
    try_asked = Signal()
    run_asked = Signal()
    back_asked = Signal()
    undoable = Signal(str)
    chosen_changed = Signal(object)
    code_wanted = Signal(bool)
    pasted = Signal(str)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._history: History | None = None
        self._is_showing = False
        self._inspector_wanted: bool | None = None
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.header = EditorHeader(theme, say)
        self.problem_bar = ProblemBar(theme)
        self.find_bar = FindBar(theme, say)
        self.steps = StepsCard(theme, say, self.find_bar)
        self.tree = self.steps.tree
        self.code_panel = CodePanel(theme, say)
        self.inspector = EditorInspector(theme, say)
        self.beside_steps = QStackedWidget()
        self.below = QVBoxLayout()
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self._add_keys()

    @property
    def history(self) -> History | None:
        """The journey that is shown, with what was done to it."""
        return self._history

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the nodes and requests that are chosen, from the top down."""
        return tuple(it.node for it in self.tree.chosen)

    def show_history(self, history: History, facts: Facts, chosen: Collection[str] = ()) -> None:
        """Show a journey as it stands; `chosen` is chosen in it, or else what was."""
        is_other = self._history is None or self._history.journey.id != history.journey.id
        self._history = history
        self.problem_bar.hide()
        self.header.show_history(history, facts)
        self.inspector.fix(is_fixed=facts.is_fixed)
        self.find_bar.fix(is_fixed=facts.is_fixed)
        self._is_showing = True
        self.steps.show_journey(history.journey, is_fixed=facts.is_fixed)
        if chosen:
            self.tree.choose(list(chosen), opens=True)
        elif is_other:
            self._choose_first()
        self._is_showing = False
        self._tell_chosen()

    def show_facts(self, facts: Facts) -> None:
        """Show what else is known of the journey by now."""
        if self._history is not None:
            self.header.show_history(self._history, facts)

    def show_beside(self, beside: Beside) -> None:
        """Show wires, what is wrong, and what the last trial said, beside the steps."""
        self.steps.show_beside(beside)

    def show_error(self, error: StudioError) -> None:
        """Say what could not be done."""
        self.problem_bar.show_error(error, self._say)

    def put_pane(self, pane: QWidget) -> None:
        """Show this beside the steps, as long as the code is not."""
        self.beside_steps.insertWidget(0, pane)
        self.beside_steps.setCurrentIndex(0)

    def put_below(self, panel: QWidget) -> None:
        """Show this below the steps."""
        self.below.addWidget(panel)

    def give_room(self, is_wanted: bool) -> None:  # a slot
        """Leave the page to what is below the steps, or take the room back."""
        self._middle.setVisible(not is_wanted)

    def go_to(self, place: str) -> None:
        """Choose a node or a request, wherever it is folded away."""
        self.tree.choose([place], opens=True)
        self.tree.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the inspector where there is no room for it."""
        super().resizeEvent(event)
        self._place_inspector()

    def _choose_first(self) -> None:
        first = next((it for it in self.tree.lines_model.lines if it.number), None)
        self.tree.choose([first.node] if first else [])
        self.tree.scrollToTop()

    def _tell_chosen(self) -> None:
        if self._is_showing:
            return
        chosen = self.chosen
        self.code_panel.light(chosen)
        self.chosen_changed.emit(chosen)

    def _rename(self, name: str) -> None:
        if self._history is not None:
            journey = self._history.journey
            self.edited.emit(change_settings(journey, replace(journey, name=name)))

    def _show_code(self, is_wanted: bool) -> None:  # a slot
        code_at = self.beside_steps.indexOf(self.code_panel)
        self.beside_steps.setCurrentIndex(code_at if is_wanted else 0)
        self.code_wanted.emit(is_wanted)

    def _toggle_code(self) -> None:
        self.header.view_segment.choose(1 - self.header.view_segment.chosen)

    def _connect(self) -> None:
        header, actions = self.header, self.steps.actions_
        for signal, other in (
            (header.undo_asked, self.undo_asked),
            (header.redo_asked, self.redo_asked),
            (header.try_asked, self.try_asked),
            (header.run_asked, self.run_asked),
            (header.back_asked, self.back_asked),
            (actions.edited, self.edited),
            (actions.deleted, self.undoable),
            (actions.pasted, self.pasted),
        ):
            signal.connect(other)
        header.named.connect(self._rename)
        header.code_wanted.connect(self._show_code)
        actions.refused.connect(self.show_error)
        self.tree.chosen_changed.connect(self._tell_chosen)
        self.inspector.opened.connect(self.go_to)
        self.find_bar.closed.connect(self.tree.setFocus)

    def _add_keys(self) -> None:
        for keys, slot in (
            ("Ctrl+Z", self.header.undo_button.click),
            ("Ctrl+Shift+Z", self.header.redo_button.click),
            ("Ctrl+Y", self.header.redo_button.click),
            ("F5", self.header.try_button.click),
            ("Ctrl+R", self.header.run_button.click),
            ("Ctrl+E", self._toggle_code),
            ("Ctrl+S", self.save_asked.emit),
            ("Ctrl+F", self.find_bar.open),
            ("Ctrl+B", self._toggle_inspector),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _toggle_inspector(self) -> None:
        self._inspector_wanted = not self.inspector.isVisible()
        self._place_inspector()

    def _place_inspector(self) -> None:
        has_room = self.width() >= INSPECTOR_FROM_PX
        wanted = has_room if self._inspector_wanted is None else self._inspector_wanted
        self.inspector.setVisible(wanted)

    def _lay_out(self) -> None:
        self.beside_steps.addWidget(self.code_panel)
        middle = self._middle
        middle.setObjectName("panes")
        middle.setHandleWidth(12)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.steps)
        middle.addWidget(self.beside_steps)
        middle.setStretchFactor(0, 45)
        middle.setStretchFactor(1, 55)
        middle.setSizes([450, 550])
        box = QVBoxLayout()
        box.setContentsMargins(20, 14, 20, 12)
        box.setSpacing(12)
        box.addWidget(self.header)
        box.addWidget(self.problem_bar)
        box.addWidget(middle, 1)
        box.addLayout(self.below)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(box, 1)
        whole.addWidget(self.inspector)
        self.inspector.hide()  # until there is room

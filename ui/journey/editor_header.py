"""EditorHeader: which journey this is, how it stands, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from studio.journey.undo import History
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.journey.facts import Facts, facts_words, standing
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.layout import column, row
from ui.widget.segment import Segment
from ui.widget.text import ElidedLabel, label, set_pill

_LONGEST_NAME = 100


class NameEdit(QLineEdit):
    """A title that is typed in where it stands; Enter keeps it, Esc does not.

    Signals:
        named: Another name was typed.
    """

    named = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._given = ""
        self.setProperty("kind", "title")
        self.setMaxLength(_LONGEST_NAME)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        self.returnPressed.connect(self._keep)

    def show_name(self, name: str) -> None:
        """Show a name, unless another is being typed."""
        self._given = name
        if not self.hasFocus() and self.text() != name:
            self.setText(name)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._given)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed."""
        super().focusOutEvent(event)
        self._keep()

    def _keep(self) -> None:
        name = self.text().strip()
        if not name:
            self.setText(self._given)
        elif name != self._given:
            self._given = name
            self.named.emit(name)

    def _fit(self) -> None:
        width = self.fontMetrics().horizontalAdvance(self.text() or " ") + 16
        self.setFixedWidth(max(60, min(width, 380)))


class EditorHeader(QWidget):
    """Name, state, facts, and the buttons of a journey.

    Signals:
        named: The journey is to be called so.
        undo_asked: The last edit is to be taken back.
        redo_asked: It is to be done again.
        code_wanted: Whether the code is to be shown beside the steps.
        try_asked: The journey is to be tried once.
        run_asked: A run with this journey is to be set up.
        back_asked: The list of journeys is to be shown.
    """

    named = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()
    code_wanted = Signal(bool)
    try_asked = Signal()
    run_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self.name_edit = NameEdit(say(Phrase("journey", "Name of the journey")))
        self.name_edit.setObjectName("name_edit")
        self.state_pill = label("", pill="plain")
        self.facts = ElidedLabel("", "small2")
        self.back_button = self._quiet(Icon.BACK, Phrase("journey", "Back to all journeys"))
        self.undo_button = self._quiet(Icon.ANEW, _NO_UNDO)
        self.redo_button = self._quiet(Icon.AGAIN, _NO_REDO)
        self.undo_button.setObjectName("undo_button")
        self.redo_button.setObjectName("redo_button")
        views = [say(Phrase("journey", "Steps")), say(Phrase("journey", "Code"))]
        self.view_segment = Segment(views, 0, say(Phrase("journey", "Show as")))
        self.view_segment.setObjectName("view_segment")
        self.try_button = Button(
            theme,
            say(Phrase("journey", "Try once")),
            Icon.GOOD,
            tip=say(Phrase("journey", "One user, one pass (F5)")),
        )
        self.try_button.setObjectName("try_button")
        self.run_button = Button(
            theme,
            say(Phrase("journey", "Run…")),
            Icon.PLAY,
            "primary",
            say(Phrase("journey", "Set up a run (Ctrl+R)")),
        )
        self.run_button.setObjectName("run_button")
        self._lay_out()
        self._connect()

    def show_history(self, history: History, facts: Facts) -> None:
        """Show how the journey stands, and what can be undone."""
        self.name_edit.show_name(history.journey.name)
        self.name_edit.setReadOnly(facts.is_fixed)
        pill, words = standing(history.journey, facts)
        set_pill(self.state_pill, pill)
        self.state_pill.setText(self._say(words))
        self.facts.setText(facts_words(history.journey, facts, self._say))
        undo = None if facts.is_fixed else history.undoes
        redo = None if facts.is_fixed else history.redoes
        undo_words = Phrase("journey", "Undo: {edit} (Ctrl+Z)")
        redo_words = Phrase("journey", "Redo: {edit} (Ctrl+Shift+Z)")
        self._show(self.undo_button, undo, undo_words, _NO_UNDO)
        self._show(self.redo_button, redo, redo_words, _NO_REDO)

    def allow(self, *, trial: Phrase | None, run: Phrase | None) -> None:
        """Let the journey be tried and run, or say why it cannot be."""
        for button, reason, usual in (
            (self.try_button, trial, Phrase("journey", "One user, one pass (F5)")),
            (self.run_button, run, Phrase("journey", "Set up a run (Ctrl+R)")),
        ):
            button.setEnabled(reason is None)
            button.setToolTip(self._say(reason or usual))

    def _show(self, button: Button, edit: Phrase | None, words: Phrase, none: Phrase) -> None:
        text = self._say(words.of(edit=self._say(edit))) if edit else self._say(none)
        button.setEnabled(edit is not None)
        button.setToolTip(text)
        button.setAccessibleName(text)

    def _quiet(self, icon: Icon, words: Phrase) -> Button:
        return Button(self._theme, "", icon, "quiet", self._say(words))

    def _connect(self) -> None:
        self.name_edit.named.connect(self.named)
        for button, signal in (
            (self.undo_button, self.undo_asked),
            (self.redo_button, self.redo_asked),
            (self.try_button, self.try_asked),
            (self.run_button, self.run_asked),
            (self.back_button, self.back_asked),
        ):
            button.clicked.connect(signal)
        self.view_segment.chosen_changed.connect(self._choose_view)

    def _choose_view(self, place: int) -> None:
        self.code_wanted.emit(place == 1)

    def _lay_out(self) -> None:
        first = row(self.name_edit, self.state_pill, None, spacing=10)
        heading = column(first, self.facts, spacing=3)
        line = row(
            self.back_button,
            self.undo_button,
            self.redo_button,
            4,
            self.view_segment,
            4,
            self.try_button,
            self.run_button,
            spacing=8,
        )
        line.insertLayout(0, heading, 1)
        self.setLayout(line)


_NO_UNDO = Phrase("journey", "There is nothing to undo (Ctrl+Z)")
_NO_REDO = Phrase("journey", "There is nothing to redo (Ctrl+Shift+Z)")

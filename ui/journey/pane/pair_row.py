"""PairRow: one name and its value, in a table of such rows."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from studio.journey.pairs_text import read_pairs
from studio.journey.template import Text
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.template_edit import TemplateEdit
from ui.theme.icons import Icon
from ui.widget.button import Button

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ALT = Qt.KeyboardModifier.AltModifier
_BUTTON_PX = 28


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and its value."""

    name: str
    value: Text
    is_on: bool = True


class NameEdit(QLineEdit):
    """A name; several names and values that are pasted into it are told instead of typed.

    Signals:
        pasted: The text that was pasted.
    """

    pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take several pairs from a paste."""
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if len(read_pairs(text)) > 1:
                self.pasted.emit(text)
                return
        super().keyPressEvent(event)


class PairRow(QWidget):
    """A name, its value, and the buttons of its row.

    Signals:
        edited: The pair after a change by hand, and what of it was changed.
        removed: It is to go.
        moved: It is to go so many places down.
        pasted: A text with several pairs, to stand here.
    """

    edited = Signal(object, str)
    removed = Signal()
    moved = Signal(int)
    pasted = Signal(str)

    def __init__(self, desk: Desk, names: tuple[str, str], *, can_be_off: bool) -> None:
        super().__init__()
        self._pair = Pair("", "")
        say = desk.say
        self.on_box = QCheckBox()
        self.on_box.setAccessibleName(say(Phrase("journey", "Is sent")))
        self.on_box.setToolTip(say(Phrase("journey", "Is sent")))
        self.on_box.setMinimumSize(24, 24)
        self.name_edit = NameEdit()
        self.name_edit.setAccessibleName(names[0])
        self.name_edit.setPlaceholderText(names[0])
        self.name_edit.setProperty("mono", True)
        self.value_edit = TemplateEdit(desk, names[1])
        self.value_edit.setPlaceholderText(names[1])
        tip = Phrase("journey", "Remove (Alt+Del); move with Alt+↑ and Alt+↓")
        self.remove_button = Button(desk.theme, "", Icon.CLOSE, "quiet", say(tip))
        self.remove_button.setFixedWidth(_BUTTON_PX)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        box.addWidget(self.on_box, 0, top)
        if not can_be_off:
            self.on_box.hide()
        box.addWidget(self.name_edit, 2, top)
        box.addWidget(self.value_edit, 3)
        box.addWidget(self.remove_button, 0, top)
        self._connect()

    def show_pair(self, pair: Pair) -> None:
        """Show another pair; nothing is told of it."""
        self._pair = pair
        if self.name_edit.text() != pair.name:
            self.name_edit.setText(pair.name)
        self.value_edit.show_text(pair.value)
        self.on_box.setChecked(pair.is_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, remove with Alt and Delete."""
        key = Qt.Key(event.key())
        if key in _MOVES and event.modifiers() == _ALT:
            self.moved.emit(_MOVES[key])
        elif key == Qt.Key.Key_Delete and event.modifiers() == _ALT:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.name_edit.textEdited.connect(self._rename)
        self.name_edit.pasted.connect(self.pasted)
        self.value_edit.text_changed.connect(self._fill)
        self.on_box.clicked.connect(self._switch)
        self.remove_button.clicked.connect(self.removed)

    def _rename(self, name: str) -> None:
        self._tell(replace(self._pair, name=name), "name")

    def _fill(self, value: Text) -> None:
        self._tell(replace(self._pair, value=value), "value")

    def _switch(self, is_on: bool) -> None:
        self._tell(replace(self._pair, is_on=is_on), "on")

    def _tell(self, pair: Pair, part: str) -> None:
        self._pair = pair
        self.edited.emit(pair, part)

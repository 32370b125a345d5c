"""MethodBox: the method of a request, one of the usual or any other."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from studio.errors import StudioError
from studio.journey.typed_line import read_method
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.widget.choice_field import ChoiceField
from ui.widget.layout import restyle

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_OTHER = len(METHODS)
_WIDTH_PX = 96
_LONGEST = 20


class MethodBox(QWidget):
    """A choice of the method; another one is typed.

    Signals:
        edited: The method that was chosen or typed.
    """

    edited = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say = desk.say
        self.setObjectName("method_box")
        name, other = say(Phrase("journey", "Method")), say(Phrase("journey", "Other…"))
        self.choice = ChoiceField(desk.theme, (*METHODS, other), 0, name)
        self.choice.setFixedWidth(_WIDTH_PX)
        self.other_edit = QLineEdit()
        self.other_edit.setMaxLength(_LONGEST)
        self.other_edit.setAccessibleName(name)
        self.other_edit.setPlaceholderText("PURGE")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.choice)
        box.addWidget(self.other_edit)
        self.setFixedWidth(_WIDTH_PX)
        self.other_edit.hide()
        self.setFocusProxy(self.choice)
        self.choice.chosen_changed.connect(self._choose)
        self.other_edit.textEdited.connect(self._type)

    def show_method(self, method: str) -> None:
        """Show a method; nothing is told of it."""
        is_usual = method in METHODS
        self.choice.choose(METHODS.index(method) if is_usual else _OTHER)
        self._show_other(is_shown=not is_usual)
        if not is_usual and self.other_edit.text().upper() != method:
            self.other_edit.setText(method)
        restyle(self.choice, "method", method if is_usual else "")

    def _show_other(self, *, is_shown: bool) -> None:
        self.other_edit.setVisible(is_shown)
        self.setFixedWidth(2 * _WIDTH_PX if is_shown else _WIDTH_PX)

    def _choose(self, place: int) -> None:
        self._show_other(is_shown=place == _OTHER)
        if place == _OTHER:
            self.other_edit.setFocus()
        else:
            restyle(self.choice, "method", METHODS[place])
            self.edited.emit(METHODS[place])

    def _type(self, line: str) -> None:
        try:
            method = read_method(line)
        except StudioError:
            restyle(self.other_edit, "wrong", value=True)
        else:
            restyle(self.other_edit, "wrong", value=False)
            self.edited.emit(method)

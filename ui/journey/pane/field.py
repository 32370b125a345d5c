"""Fields: one value each, typed or chosen; what cannot be is said below and told to nobody."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.template_edit import TemplateEdit
from ui.widget.choice_field import ChoiceField
from ui.widget.layout import restyle
from ui.widget.number_field import NumberField
from ui.widget.text import label


class Field(QWidget):
    """A value, and below it what is wrong with what was typed.

    Signals:
        edited: The value, changed by hand.
    """

    edited = Signal(object)

    def __init__(self, desk: Desk, control: QWidget) -> None:
        super().__init__()
        self.desk, self.control = desk, control
        self.problem = label("", "bad", wrap=True)
        self.problem.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(control)
        box.addWidget(self.problem)
        self.setFocusProxy(control)

    def show_value(self, value: Any) -> None:  # noqa: ANN401  # each field has its own
        """Show another value; nothing is told of it."""
        raise NotImplementedError

    def refuse(self, error: StudioError) -> None:
        """Say why what was typed cannot be."""
        remedy = self.desk.say(error.remedy) if error.remedy.text else ""
        self.problem.setText(f"{self.desk.say(error.happened)} {remedy}".strip())
        self.problem.show()
        restyle(self.control, "wrong", value=True)

    def accept(self) -> None:
        """Say nothing against what was typed."""
        self.problem.hide()
        restyle(self.control, "wrong", value=False)


Make = Callable[[Desk, str], Field]
"""Makes a field with a name for readers."""


class LineField(Field):
    """A line that stands for a value of any kind."""

    def __init__(
        self,
        desk: Desk,
        name: str,
        read: Callable[[str], object] = str,
        write: Callable[[Any], str] = str,
    ) -> None:
        """Make a line.

        Args:
            desk: The desk.
            name: For readers.
            read: What a line stands for; raises a StudioError where it stands for nothing.
            write: The line that stands for a value.
        """
        self.edit = QLineEdit()
        super().__init__(desk, self.edit)
        self._read, self._write = read, write
        self._value: Any = None
        self.edit.setAccessibleName(name)
        self.edit.textEdited.connect(self._type)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a value; a line that stands for it already stays as it was typed."""
        self._value = value
        try:
            is_shown = self._read(self.edit.text()) == value
        except StudioError:
            is_shown = False
        if not is_shown or not self.edit.text():
            self.edit.setText(self._write(value))
        self.accept()

    def _type(self, line: str) -> None:
        try:
            value = self._read(line)
        except StudioError as error:
            self.refuse(error)
        else:
            self.accept()
            if value != self._value:
                self._value = value
                self.edited.emit(value)


class TextField(Field):
    """A text with variables."""

    def __init__(self, desk: Desk, name: str, lines: int = 1) -> None:
        self.edit = TemplateEdit(desk, name, lines)
        super().__init__(desk, self.edit)
        self.edit.text_changed.connect(self.edited)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a text."""
        self.edit.show_text(value)


class CountField(Field):
    """A whole number."""

    def __init__(self, desk: Desk, name: str, least: int, most: int, unit: str = "") -> None:
        self.number = QuietNumber(least, most, least, unit)
        super().__init__(desk, self.number)
        self.number.setAccessibleName(name)
        self._is_showing = False
        self.number.valueChanged.connect(self._tell)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a number."""
        self._is_showing = True
        self.number.setValue(value)
        self._is_showing = False
        self.accept()

    def _tell(self, value: int) -> None:
        if not self._is_showing:
            self.edited.emit(value)


class OneOfField(Field):
    """One of a few values, each with its words."""

    def __init__(self, desk: Desk, name: str, words: Mapping[Any, Phrase]) -> None:
        self._values = tuple(words)
        self.choice = ChoiceField(desk.theme, [desk.say(it) for it in words.values()], 0, name)
        super().__init__(desk, self.choice)
        self.choice.chosen_changed.connect(self._tell)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show which is chosen."""
        self.choice.choose(self._values.index(value))

    def _tell(self, place: int) -> None:
        self.edited.emit(self._values[place])


class FlagField(Field):
    """Yes or no."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.box = QCheckBox(name)
        super().__init__(desk, self.box)
        self.box.setAccessibleName(name)
        self.box.setMinimumHeight(24)
        self.box.clicked.connect(self._tell)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show whether it is so."""
        self.box.setChecked(value)

    def _tell(self, is_so: bool) -> None:
        self.edited.emit(is_so)


class QuietNumber(NumberField):
    """A number that the wheel moves only while it has the focus: a page is scrolled over it."""

    def __init__(self, least: int, most: int, value: int, unit: str = "") -> None:
        super().__init__(least, most, value, unit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

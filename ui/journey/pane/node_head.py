"""NodeHead: number and name of a node, and what can be done with it as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.text import ElidedLabel, label

_LONGEST = 200
_BADGE_PX = 26
_SWITCH_OFF = Phrase("journey", "Switch off: it is kept and not walked (Space)")
_SWITCH_ON = Phrase("journey", "Switch on (Space)")


class _Name(QLineEdit):
    """A name while it is changed.

    Signals:
        left: Escape was pressed.
    """

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NodeHead(QWidget):
    """The title of a pane.

    Signals:
        renamed: Another name was typed.
        switched: It is to be on, or off.
        copy_asked: It is to be duplicated.
        delete_asked: It is to go.
    """

    renamed = Signal(str)
    switched = Signal(bool)
    copy_asked = Signal()
    delete_asked = Signal()

    def __init__(self, desk: Desk, icon: Icon | None = None) -> None:
        super().__init__()
        self._desk, self._is_on = desk, True
        say = desk.say
        self.number_label = label("", "badge")
        self.number_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number_label.setMinimumWidth(_BADGE_PX)
        self.number_label.setFixedHeight(_BADGE_PX)
        self.name_label = ElidedLabel("", "title")
        self.name_edit = _Name()
        self.name_edit.setObjectName("name_edit")
        self.name_edit.setMaxLength(_LONGEST)
        self.name_edit.setAccessibleName(say(Phrase("journey", "Name")))
        self._names = QStackedWidget()
        self._names.addWidget(self.name_label)
        self._names.addWidget(self.name_edit)
        self._names.setFixedHeight(32)
        self.off_label = label(say(Phrase("journey", "off")), pill="plain")
        self.edit_button = self._button(Icon.EDIT, Phrase("journey", "Rename (F2)"))
        self.on_button = self._button(Icon.EYE, _SWITCH_OFF)
        self.copy_button = self._button(Icon.COPY, Phrase("journey", "Duplicate (Ctrl+D)"))
        self.delete_button = self._button(Icon.DELETE, Phrase("journey", "Delete (Del)"))
        self._symbol = IconLabel(desk.theme, icon, "accent", 18) if icon else None
        if self._symbol is not None:
            self._symbol.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()

    def show_head(self, name: str, *, is_on: bool = True) -> None:
        """Show the name of a node, and whether it is on."""
        if self.name_label.text() != name:
            self.name_label.setText(name)
            self.stop_renaming()
        self._is_on = is_on
        self.off_label.setVisible(not is_on)
        self.on_button.show_icon(Icon.EYE if is_on else Icon.EYE_OFF)
        tip = self._desk.say(_SWITCH_OFF if is_on else _SWITCH_ON)
        self.on_button.setToolTip(tip)
        self.on_button.setAccessibleName(tip)
        number = self._desk.around.number
        self.number_label.setText(number)
        self.number_label.setVisible(bool(number) and self._symbol is None)

    def rename(self) -> None:
        """Let the name be typed."""
        self.name_edit.setText(self.name_label.text())
        self._names.setCurrentWidget(self.name_edit)
        self.name_edit.selectAll()
        self.name_edit.setFocus()

    def stop_renaming(self) -> None:
        """Show the name as it is."""
        self._names.setCurrentWidget(self.name_label)

    def keep_only_name(self) -> None:
        """Have none of the buttons that act on a node of a list."""
        for button in (self.on_button, self.copy_button, self.delete_button):
            button.hide()

    def _button(self, icon: Icon, tip: Phrase) -> Button:
        return Button(self._desk.theme, "", icon, "quiet", self._desk.say(tip))

    def _lay_out(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._symbol or self.number_label)
        box.addWidget(self._names, 1)
        box.addWidget(self.off_label, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.edit_button, self.on_button, self.copy_button, self.delete_button):
            box.addWidget(button)
        self.off_label.hide()

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self.rename)
        self.on_button.clicked.connect(self._switch)
        self.copy_button.clicked.connect(self.copy_asked)
        self.delete_button.clicked.connect(self.delete_asked)
        self.name_edit.returnPressed.connect(self._take_name)
        self.name_edit.editingFinished.connect(self._take_name)
        self.name_edit.left.connect(self._give_up)

    def _switch(self) -> None:
        self.switched.emit(not self._is_on)

    def _give_up(self) -> None:
        self.name_edit.setText(self.name_label.text())
        self.stop_renaming()
        self.edit_button.setFocus()

    def _take_name(self) -> None:
        name = self.name_edit.text().strip()
        is_shown = self._names.currentWidget() is self.name_edit
        self.stop_renaming()
        if is_shown and name and name != self.name_label.text():
            self.name_label.setText(name)
            self.renamed.emit(name)

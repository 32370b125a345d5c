"""UsersSheet: another number of virtual users for a run that goes on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.scenario.load_profile import MOST_USERS
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.layout import row
from ui.widget.number_field import NumberField
from ui.widget.text import label

WIDTH_PX = 340
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UsersSheet(QWidget):
    """One number and two buttons; Enter applies, Esc closes the sheet around it.

    Signals:
        users_asked: The number was applied.
        cancelled: Cancel was pressed.
    """

    users_asked = Signal(int)
    cancelled = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self.users_spin = NumberField(0, MOST_USERS, 1, "")
        self.users_spin.setAccessibleName(say(Phrase("run", "Virtual users from now on")))
        self.apply_button = Button(theme, say(Phrase("run", "Apply")), Icon.GOOD, "primary")
        self.cancel_button = Button(theme, say(Phrase("run", "Cancel")))
        note = Phrase("run", "The plan of this run is left; this number stays until you change it.")
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(12)
        box.addWidget(label(say(Phrase("run", "Virtual users from now on")), "title"))
        box.addWidget(self.users_spin)
        box.addWidget(label(say(note), "muted", wrap=True))
        box.addLayout(row(None, self.cancel_button, self.apply_button))
        self.setFocusProxy(self.users_spin)
        self.apply_button.clicked.connect(self._apply)
        self.cancel_button.clicked.connect(self._cancel)

    def show_users(self, users: int) -> None:
        """Begin with the number there are to be now."""
        self.users_spin.setValue(users)
        self.users_spin.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply by Enter, from wherever the focus is."""
        if event.key() in _ENTER:
            self._apply()
        else:
            super().keyPressEvent(event)

    def _apply(self) -> None:
        self.users_asked.emit(self.users_spin.value())

    def _cancel(self) -> None:
        self.cancelled.emit()

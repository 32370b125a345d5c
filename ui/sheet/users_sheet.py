"""UsersSheet: another number of users, or of starts per second, for a run that goes on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.scenario.arrival_rate import MOST_PER_S
from studio.scenario.load_profile import MOST_USERS
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.decimal_field import DecimalField
from ui.widget.layout import row
from ui.widget.number_field import NumberField
from ui.widget.text import label

WIDTH_PX = 340
_USERS = Phrase("run", "Virtual users from now on")
_RATE = Phrase("run", "Journeys started per second from now on")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UsersSheet(QWidget):
    """One number and two buttons; Enter applies, Esc closes the sheet around it.

    Signals:
        users_asked: The number of users was applied.
        rate_asked: The number of starts per second was applied.
        cancelled: Cancel was pressed.
    """

    users_asked = Signal(int)
    rate_asked = Signal(float)
    cancelled = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self.title = label("", "title")
        self.users_spin = NumberField(0, MOST_USERS, 1, "")
        self.users_spin.setAccessibleName(say(_USERS))
        self.rate_spin = DecimalField(0.1, MOST_PER_S, 1.0)
        self.rate_spin.setAccessibleName(say(_RATE))
        self.rate_spin.hide()
        self.apply_button = Button(theme, say(Phrase("run", "Apply")), Icon.GOOD, "primary")
        self.cancel_button = Button(theme, say(Phrase("run", "Cancel")))
        note = Phrase("run", "The plan of this run is left; this number stays until you change it.")
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(12)
        box.addWidget(self.title)
        box.addWidget(self.users_spin)
        box.addWidget(self.rate_spin)
        box.addWidget(label(say(note), "muted", wrap=True))
        box.addLayout(row(None, self.cancel_button, self.apply_button))
        self.setFocusProxy(self.users_spin)
        self.apply_button.clicked.connect(self._apply)
        self.cancel_button.clicked.connect(self._cancel)

    def show_users(self, users: int) -> None:
        """Ask for users; begin with the number there are to be now."""
        self.users_spin.setValue(users)
        self.users_spin.selectAll()
        self._ask_for(_USERS, self.users_spin, self.rate_spin)

    def show_rate(self, per_s: float) -> None:
        """Ask for starts per second; begin with so many."""
        self.rate_spin.setValue(per_s)
        self.rate_spin.selectAll()
        self._ask_for(_RATE, self.rate_spin, self.users_spin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply by Enter, from wherever the focus is."""
        if event.key() in _ENTER:
            self._apply()
        else:
            super().keyPressEvent(event)

    def _ask_for(self, words: Phrase, asked: QWidget, other: QWidget) -> None:
        self.title.setText(self._say(words))
        asked.show()
        other.hide()
        self.setFocusProxy(asked)

    def _apply(self) -> None:
        if self.focusProxy() is self.rate_spin:
            self.rate_asked.emit(self.rate_spin.value())
        else:
            self.users_asked.emit(self.users_spin.value())

    def _cancel(self) -> None:
        self.cancelled.emit()

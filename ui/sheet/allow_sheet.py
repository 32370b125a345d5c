"""AllowSheet: who allowed a target that nobody has allowed on this computer yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from studio.address import Address, Reach
from studio.computer.allowed_target import LONGEST_S, MOST_USERS, NotYetAllowedError, Permission
from studio.phrase import Phrase
from studio.run.setup import RunSetup
from studio.scenario.load_profile import MOST_USERS as MOST
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.figures import count, duration
from ui.widget.layout import hairline, row
from ui.widget.number_field import NumberField
from ui.widget.text import label

WIDTH_PX = 560
_LONGEST_NAME = 200


class AllowSheet(QWidget):
    """Says what is about to be sent where, and asks who allowed it.

    A target in a private network is allowed by one press. One beyond it needs the name of a person,
    and its address typed by hand: nobody may be hurt by a slip.

    Signals:
        allowed: A `Permission` was given.
        cancelled: Cancel was pressed.
    """

    allowed = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._asked: NotYetAllowedError | None = None
        self._longest_s = LONGEST_S
        self.title = label("", "title", wrap=True)
        self.sentence = label("", "body2", wrap=True)
        self.reason = label("", "warn", wrap=True)
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(_LONGEST_NAME)

        self.address_edit = QLineEdit()
        self.address_edit.setMaxLength(_LONGEST_NAME)
        self.users_spin = NumberField(1, MOST, 100, "")
        self.missing = label("", "small2", wrap=True)
        self.cancel_button = Button(theme, say(Phrase("run", "Cancel")))
        self.allow_button = Button(
            theme,
            say(Phrase("target", "Allow and start")),
            Icon.PLAY,
            "primary",
            say(Phrase("target", "Allow this target and start the run (Ctrl+Enter)")),
        )
        self._name_words = label(say(Phrase("target", "Who allowed it?")), "label")
        self._address_words = label(say(Phrase("target", "Type its address")), "label")
        self._users_words = label(say(Phrase("target", "Users at most")), "label")
        self._lay_out()
        self._connect()

    def show_request(self, asked: NotYetAllowedError, setup: RunSetup) -> None:
        """Ask about a target of a run that was about to be started."""
        self._asked = asked
        load = setup.scenario.load
        is_public = asked.reach is Reach.PUBLIC
        self._longest_s = max(LONGEST_S, load.duration_s)
        host = asked.address.host
        title = Phrase("target", "May {host} be put under load?").of(host=host)
        self.title.setText(self._say(title))
        users, length = count(load.most_users), duration(load.duration_s)
        words = _about(asked.reach).of(users=users, length=length, target=str(asked.address))
        self.sentence.setText(self._say(words))
        self.reason.setText(self._say(asked.happened))
        self.address_edit.setPlaceholderText(host)
        for edit in (self.name_edit, self.address_edit):
            edit.clear()
        for widget in (self._address_words, self.address_edit):
            widget.setVisible(is_public)
        owner = Phrase("target", "The name of its owner")
        self.name_edit.setPlaceholderText(
            self._say(owner if is_public else Phrase("target", "You, if it stays empty"))
        )
        usual = MOST_USERS.get(asked.reach, load.most_users)
        self.users_spin.setValue(max(usual, load.most_users))
        self.users_spin.setMinimum(max(1, load.most_users))
        self._look()

    def _look(self) -> None:
        missing = self._missing()
        self.allow_button.setEnabled(missing is None)
        self.missing.setText("" if missing is None else self._say(missing))
        self.missing.setVisible(missing is not None)

    def _missing(self) -> Phrase | None:
        """Return what is still to be filled in; None if nothing is."""
        if self._asked is None or self._asked.reach is not Reach.PUBLIC:
            return None
        if not self.name_edit.text().strip():
            return Phrase("target", "Say who allowed it: their name is printed in the report.")
        if not _is_typed(self.address_edit.text(), self._asked.address):
            return Phrase("target", "Type {host} to go on.").of(host=self._asked.address.host)
        return None

    def _allow(self) -> None:
        if self._asked is not None and self.allow_button.isEnabled():
            self.allowed.emit(
                Permission(
                    self._asked.address,
                    self._asked.reach,
                    self.name_edit.text().strip(),
                    self.users_spin.value(),
                    self._longest_s,
                )
            )

    def _cancel(self) -> None:
        self.cancelled.emit()

    def _hear_text(self, _text: str) -> None:
        self._look()

    def _connect(self) -> None:
        self.name_edit.textChanged.connect(self._hear_text)
        self.address_edit.textChanged.connect(self._hear_text)
        self.allow_button.clicked.connect(self._allow)
        self.cancel_button.clicked.connect(self._cancel)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._allow)

    def _lay_out(self) -> None:
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setColumnStretch(1, 1)
        fields = (
            (self._name_words, self.name_edit),
            (self._users_words, self.users_spin),
            (self._address_words, self.address_edit),
        )
        for place, (words, field) in enumerate(fields):
            words.setBuddy(field)
            field.setAccessibleName(words.text())
            form.addWidget(words, place, 0)
            form.addWidget(field, place, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 14)
        box.setSpacing(12)
        for part in (self.title, self.sentence, self.reason):
            box.addWidget(part)
        box.addLayout(form)
        box.addWidget(self.missing)
        box.addWidget(hairline())
        box.addLayout(row(None, self.cancel_button, self.allow_button))
        self.setFocusProxy(self.name_edit)


def _about(reach: Reach) -> Phrase:
    if reach is Reach.PUBLIC:
        return Phrase(
            "target",
            "You are about to send up to {users} users, for {length}, to {target} (not on your"
            " network). Whoever owns it must know and agree.",
        )
    return Phrase(
        "target",
        "You are about to send up to {users} users, for {length}, to {target} (in a private"
        " network).",
    )


def _is_typed(text: str, address: Address) -> bool:
    """Return whether a text is the address, with or without what stands around its host."""
    typed = text.strip().rstrip("/").lower()
    return typed in (address.host, str(address), str(address).partition("//")[2])

"""FindBar: searches the steps of a journey, and replaces what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.layout import row
from ui.widget.text import label


class FindBar(QFrame):
    """A field for what is searched, one for what takes its place.

    Signals:
        searched: The words that are looked for have changed.
        gone_on: 1: the next that was found is to be shown; -1: the one before.
        replace_asked: All that was found is to be replaced: by what.
        closed: The search is over.
    """

    searched = Signal(str)
    gone_on = Signal(int)
    replace_asked = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self.search_edit = self._field(Phrase("journey", "Find in names, addresses and bodies"))
        self.search_edit.setObjectName("search_edit")
        self.replace_edit = self._field(Phrase("journey", "Replace by"))
        self.replace_edit.setObjectName("replace_edit")
        self.count_label = label("", "muted")
        quiet = "quiet"
        self.previous_button = Button(
            theme, "", Icon.UP, quiet, say(Phrase("journey", "The one before (Shift+Enter)"))
        )
        self.next_button = Button(
            theme, "", Icon.DOWN, quiet, say(Phrase("journey", "The next one (Enter)"))
        )
        self.close_button = Button(
            theme, "", Icon.CLOSE, quiet, say(Phrase("journey", "Close (Esc)"))
        )
        self.replace_button = Button(
            theme, say(Phrase("journey", "Replace all")), Icon.SWAP, "small"
        )
        self.replace_row = QWidget()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.search_edit.text()

    def open(self) -> None:
        """Begin to search."""
        self.show()
        self.search_edit.setFocus()
        self.search_edit.selectAll()
        self.searched.emit(self.words)

    def show_count(self, count: int) -> None:
        """Say how much was found."""
        found = Phrase("journey", "%n place(s)", "", 1).of(n=count)
        nothing = Phrase("journey", "nothing")
        self.count_label.setText(self._say(found if count else nothing) if self.words else "")
        self.replace_button.setEnabled(count > 0)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(count > 0)

    def fix(self, *, is_fixed: bool) -> None:
        """Offer to replace only where something can be changed."""
        self.replace_row.setVisible(not is_fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, back by Shift+Enter, and close by Esc."""
        match event.key():
            case Qt.Key.Key_Escape:
                self._close()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.gone_on.emit(-1 if is_back else 1)
            case _:
                super().keyPressEvent(event)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _field(self, words: Phrase) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self._say(words))
        field.setAccessibleName(self._say(words))
        return field

    def _connect(self) -> None:
        self.search_edit.textChanged.connect(self.searched)
        self.previous_button.clicked.connect(lambda: self.gone_on.emit(-1))
        self.next_button.clicked.connect(lambda: self.gone_on.emit(1))
        self.close_button.clicked.connect(self._close)
        self.replace_button.clicked.connect(
            lambda: self.replace_asked.emit(self.replace_edit.text())
        )

    def _lay_out(self) -> None:
        first = row(spacing=4)
        first.addWidget(self.search_edit, 1)
        for part in (self.count_label, self.previous_button, self.next_button, self.close_button):
            first.addWidget(part)
        second = row(spacing=4)
        second.addWidget(self.replace_edit, 1)
        second.addWidget(self.replace_button)
        self.replace_row.setLayout(second)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 8, 8, 8)
        box.setSpacing(6)
        box.addLayout(first)
        box.addWidget(self.replace_row)

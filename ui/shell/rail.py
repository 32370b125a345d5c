"""Rail: the pages, each with an icon and a word."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.bridge.place import Place
from ui.theme.icons import Icon, icon
from ui.theme.theme import Theme
from ui.widget.layout import column

WIDTH_PX = 84

TITLES = {
    Place.HOME: Phrase("rail", "Home"),
    Place.JOURNEYS: Phrase("rail", "Journeys"),
    Place.RECORDER: Phrase("rail", "Recorder"),
    Place.RUNS: Phrase("rail", "Runs"),
    Place.COMPARE: Phrase("rail", "Compare"),
    Place.NOTEBOOK: Phrase("rail", "Notebook"),
    Place.TARGETS: Phrase("rail", "Targets"),
    Place.SETTINGS: Phrase("rail", "Settings"),
}
"""What each page is called."""

_ICONS = {
    Place.HOME: Icon.HOME,
    Place.JOURNEYS: Icon.JOURNEYS,
    Place.RECORDER: Icon.RECORDER,
    Place.RUNS: Icon.RUNS,
    Place.COMPARE: Icon.COMPARE,
    Place.NOTEBOOK: Icon.NOTEBOOK,
    Place.TARGETS: Icon.TARGETS,
    Place.SETTINGS: Icon.SETTINGS,
}
_KEYS = [*(f"Ctrl+{number}" for number in range(1, 8)), "Ctrl+,"]


class Rail(QFrame):
    """One button a page; words are never hidden.

    Signals:
        gone_to: The `Place` that was chosen.
    """

    gone_to = Signal(object)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH_PX)
        self._group = QButtonGroup(self)
        self._buttons = {
            place: self._button(place, say(word), key)
            for (place, word), key in zip(TITLES.items(), _KEYS, strict=True)
        }
        *pages, settings = self._buttons.values()
        line = column(*pages, None, settings, spacing=4)
        line.setContentsMargins(8, 10, 8, 10)
        self.setLayout(line)
        self._group.buttonClicked.connect(self._tell)
        theme.changed.connect(self._tint)
        self._tint()

    def mark(self, place: Place) -> None:
        """Show which page one is on."""
        self._buttons[place].setChecked(True)

    def _button(self, place: Place, word: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(place)
        button.setProperty("nav", True)
        button.setText(word)
        button.setAccessibleName(word)
        button.setToolTip(f"{word} ({key})")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setShortcut(key)
        button.setCheckable(True)
        button.setIconSize(QSize(22, 22))
        button.setFixedSize(68, 54)
        self._group.addButton(button)
        return button

    def _tint(self) -> None:
        tokens = self._theme.tokens
        for place, picture in _ICONS.items():
            both = QIcon(icon(picture, tokens.text2))
            chosen = icon(picture, tokens.accent).pixmap(QSize(22, 22))
            both.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
            self._buttons[place].setIcon(both)

    def _tell(self, button: QToolButton) -> None:
        self.gone_to.emit(Place(button.objectName()))

"""NameButton: a name that leads to the place it is found at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

_WIDEST_PX = 180


class NameButton(QPushButton):
    """A link in signs of one width.

    Signals:
        opened: The place it leads to.
    """

    opened = Signal(str)

    def __init__(self, name: str, place: str) -> None:
        super().__init__(name)
        self._place = place
        self.setProperty("kind", "name")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setMaximumWidth(_WIDEST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.opened.emit(self._place)

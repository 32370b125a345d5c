"""ChoiceField: a choice of one among several, of which only the chosen one is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from ui.theme.icons import Icon, pixmap
from ui.theme.theme import Theme

_ICON_PX = 11
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ROOM_PX, _EDGE_PX, _NARROW_PX = 40, 9, 130


class ChoiceField(QPushButton):
    """A button that shows what is chosen and opens a menu; the arrow keys choose, too.

    Signals:
        chosen_changed: The place of what was chosen by hand, from 0.
    """

    chosen_changed = Signal(int)

    def __init__(self, theme: Theme, choices: Sequence[str], chosen: int, name: str) -> None:
        super().__init__()
        self._theme, self._choices, self._chosen = theme, tuple(choices), chosen
        self._name = name
        self.setProperty("kind", "field")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(name)
        for place, choice in enumerate(self._choices):
            action = self._menu.addAction(choice)
            action.triggered.connect(lambda _checked=False, place=place: self._take(place))
        self.clicked.connect(self._pop_up)
        self.choose(chosen)
        theme.changed.connect(self.update)

    @property
    def chosen(self) -> int:
        """The place of what is chosen, from 0."""
        return self._chosen

    def choose(self, place: int) -> None:
        """Choose one; nothing is told of it."""
        self._chosen = place
        self._cut()
        self.setAccessibleName(f"{self._name}: {self._choices[place]}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words where there is no room for them."""
        super().resizeEvent(event)
        self._cut()

    def sizeHint(self) -> QSize:
        """Return a size in which each choice has room."""
        return QSize(self._width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a size in which most choices have room."""
        return QSize(min(self._width(), _NARROW_PX), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an arrow at the far end."""
        super().paintEvent(event)
        left = self.width() - _ICON_PX - _EDGE_PX
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = _EDGE_PX
        picture = pixmap(Icon.DOWN, self._theme.tokens.text3, _ICON_PX)
        QPainter(self).drawPixmap(QPoint(left, (self.height() - _ICON_PX) // 2), picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the one before or after by the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._take((self._chosen + step) % len(self._choices))

    def _pop_up(self) -> None:
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _take(self, place: int) -> None:
        if place != self._chosen:
            self.choose(place)
            self.chosen_changed.emit(place)

    def _cut(self) -> None:
        words, room = self._choices[self._chosen], self.width() - _ROOM_PX + _EDGE_PX
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setToolTip(words if shown != words else "")
        self.setText(shown.replace("&", "&&"))

    def _width(self) -> int:
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(choice) for choice in self._choices) + _ROOM_PX

"""Section: one part of a sentence about a step, such as Sends; narrow, its title stands above."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.icon_label import IconLabel
from ui.widget.layout import column, row
from ui.widget.text import label

_SIDE_PX, _NARROW_PX, _TOP_PX = 98, 400, 4


class Section(QWidget):
    """An icon, a word, and beside it what is said."""

    def __init__(self, theme: Theme, icon: Icon, title: str, content: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._content, self._side = content, QWidget()
        words = row(IconLabel(theme, icon, "text3", 15), label(title, "strong"), None, spacing=7)
        side = column(_TOP_PX, words, None, spacing=0)
        side.addStrut(_SIDE_PX)
        self._side.setLayout(side)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._side)
        self._box.addWidget(content, 1)

    def minimumSizeHint(self) -> QSize:
        """Return a size in which the title stands above."""
        size = super().minimumSizeHint()
        side, content = self._side.minimumSizeHint(), self._content.minimumSizeHint()
        return QSize(max(side.width(), content.width()), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the title above where there is little room."""
        super().resizeEvent(event)
        side, content = self._side.minimumSizeHint(), self._content.minimumSizeHint()
        least = max(_NARROW_PX, side.width() + content.width())
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        is_narrow = event.size().width() < least
        self._box.setDirection(down if is_narrow else across)
        self._box.setSpacing(_TOP_PX if is_narrow else 0)

"""Toast: a short word about what has just happened, and its undo, gone after six seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.widget.layout import row
from ui.widget.text import label

_SHOWN_MS = 6000
_EDGE_PX = 52


class Toast(QFrame):
    """Lies over the bottom of a window."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("toast")
        self._text = label("")
        self.undo_button = QPushButton()
        self.undo_button.setProperty("kind", "toast")
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.undo_button.clicked.connect(self._undo)
        self._to_undo: Callable[[], object] | None = None
        line = row(self._text, self.undo_button, spacing=14)
        line.setContentsMargins(14, 9, 14, 9)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: str = "", to_undo: Callable[[], object] | None = None) -> None:
        """Show a text in place of the one before; `undo` is the word on the button that undoes."""
        self._text.setText(text)
        self._to_undo = to_undo
        self.undo_button.setText(undo)
        self.undo_button.setAccessibleName(undo)
        self.undo_button.setVisible(to_undo is not None)
        catches = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        self.setAttribute(catches, to_undo is None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _undo(self) -> None:
        to_undo, self._to_undo = self._to_undo, None
        self.hide()
        if to_undo is not None:
            to_undo()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        left = (self._over.width() - self.width()) // 2
        self.move(left, self._over.height() - self.height() - _EDGE_PX)

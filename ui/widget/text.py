"""Texts in the roles of the style sheet; whatever they say is plain text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.widget.layout import restyle

_LEAST_PX = 60


def label(
    text: str, role: str | None = None, *, wrap: bool = False, pill: str | None = None
) -> QLabel:
    """Return a text, which is never taken for markup."""
    widget = QLabel()
    widget.setTextFormat(Qt.TextFormat.PlainText)
    widget.setText(text)
    if role:
        widget.setProperty("role", role)
    if pill:
        widget.setProperty("pill", pill)
    widget.setWordWrap(wrap)
    return widget


def set_pill(widget: QLabel, pill: str) -> None:
    """Give a label another tone: good, warn, bad, accent or plain."""
    restyle(widget, "pill", pill)


def set_role(widget: QLabel, role: str) -> None:
    """Give a label another role."""
    restyle(widget, "role", role)


class ElidedLabel(QLabel):
    """A text that gives way: it is cut with … before it makes the page too wide."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setMinimumWidth(_LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Return a width of which little is left when there is no room."""
        return QSize(_LEAST_PX, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        is_cut = text != self.text()
        self.setToolTip(self.text() if is_cut else "")
        alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(alignment), text)

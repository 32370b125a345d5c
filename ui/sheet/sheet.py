"""Sheet: a panel over the page, inside the window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widget.layout import card

_VEIL_ALPHA = 190
_EDGE_PX = 24
_BORDER_PX = 6


class Sheet(QWidget):
    """Covers a page and shows a panel in its middle; the focus stays inside while it is open.

    Signals:
        closed: It was closed, by Esc or because its panel is done.
    """

    closed = Signal()

    def __init__(self, theme: Theme, panel: QWidget, width_px: int) -> None:
        super().__init__()
        self._theme, self._panel = theme, panel
        self._before: QWidget | None = None
        self._card = card()
        self._card.setFixedWidth(width_px)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(panel)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._area)
        box = QVBoxLayout(self)
        box.setContentsMargins(_EDGE_PX, _EDGE_PX, _EDGE_PX, _EDGE_PX)
        box.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        panel.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()
        theme.changed.connect(self.update)

    @property
    def is_open(self) -> bool:
        """Whether it covers a page."""
        return self.isVisible()

    def open_over(self, page: QWidget) -> None:
        """Cover a page; the first field of the panel has the focus."""
        self._before = page.window().focusWidget()
        if self.parentWidget() is not page:
            self.setParent(page)
            page.installEventFilter(self)
        self.setGeometry(page.rect())
        self.show()
        self.raise_()
        self._panel.setFocus()
        if self.window().focusWidget() not in self._fields():
            self.focusNextPrevChild(True)

    def close_sheet(self) -> None:
        """Uncover the page; the focus goes back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.closed.emit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # Qt's name
        """Move the focus to the next field of the panel, and from its last one to its first."""
        fields = self._fields()
        if not fields:
            return False
        current = self.window().focusWidget()
        place = fields.index(current) if current in fields else (-1 if next else 0)
        wanted = fields[(place + (1 if next else -1)) % len(fields)]
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        wanted.setFocus(reason)
        self._area.ensureWidgetVisible(wanted)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the page below, and as the panel needs to be."""
        page = self.parentWidget()
        if event.type() == QEvent.Type.Resize and page is not None and watched is page:
            self.setGeometry(page.rect())
        if event.type() == QEvent.Type.LayoutRequest and watched is self._panel:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave an edge of the page to be seen; a panel that is higher scrolls."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; no other key reaches the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Veil the page below."""
        veil = QColor(self._theme.tokens.bg)
        veil.setAlpha(_VEIL_ALPHA)
        QPainter(self).fillRect(self.rect(), veil)

    def _fit(self) -> None:
        needed = self._panel.heightForWidth(self._card.width() - _BORDER_PX)
        wanted = (needed if needed > 0 else self._panel.sizeHint().height()) + _BORDER_PX
        self._card.setFixedHeight(max(1, min(wanted, self.height() - 2 * _EDGE_PX)))

    def _fields(self) -> list[QWidget]:
        """Return what can have the focus, in the order it was laid out in."""
        fields: list[QWidget] = []
        field = self.nextInFocusChain()
        while field is not None and field is not self:
            takes = bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)
            inside = self.isAncestorOf(field) and field.focusProxy() is None
            if takes and inside and field.isEnabled() and field.isVisibleTo(self):
                fields.append(field)
            field = field.nextInFocusChain()
        return fields

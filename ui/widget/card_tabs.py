"""CardTabs: tabs of cards, each made anew only when what it shows has changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.widget.button import Tab
from ui.widget.layout import hairline, row
from ui.widget.text import label


class CardTabs(QWidget):
    """A row of tabs over pages that scroll."""

    def __init__(self, tabs: Sequence[Tab], nothing: Sequence[str], spacing: int) -> None:
        """Lay the tabs out.

        Args:
            tabs: In order.
            nothing: What a page says that has no card, in the same order; pages beyond are filled
                by `put` alone.
            spacing: Between the tabs, in pixels.
        """
        super().__init__()
        self._nothing = nothing
        self._shown: dict[int, object] = {}
        self._pages = QStackedWidget()
        self._boxes = tuple(self._add_page() for _tab in tabs)
        group = QButtonGroup(self)
        for place, tab in enumerate(tabs):
            group.addButton(tab, place)
        group.idClicked.connect(self._pages.setCurrentIndex)
        head = row(*tabs, None, spacing=spacing)
        head.setContentsMargins(20, 6, 16, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(hairline())
        box.addWidget(self._pages, 1)

    def is_new(self, page: int, content: object) -> bool:
        """Return whether a page shows something else; from now on it is taken to show this."""
        is_new = page not in self._shown or self._shown[page] != content
        self._shown[page] = content
        return is_new

    def forget(self) -> None:
        """Make every page anew when it is shown next."""
        self._shown.clear()

    def fill(self, page: int, cards: Sequence[QWidget]) -> None:
        """Show cards on a page, in place of those before."""
        box = self._boxes[page]
        while (item := box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in cards or [label(self._nothing[page], "muted", wrap=True)]:
            box.addWidget(part)
        box.addStretch(1)

    def put(self, page: int, widget: QWidget) -> None:
        """Show one widget on a page, which stays."""
        self._boxes[page].addWidget(widget)

    def _add_page(self) -> QVBoxLayout:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(16, 14, 16, 16)
        box.setSpacing(10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._pages.addWidget(area)
        return box

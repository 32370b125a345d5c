"""What tables paint in a cell: a step, a number with its bar, a pill, a small picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.table.column_table import CELL_ROLE, NUMBER_ROLE
from ui.theme.fonts import mono_font, ui_font
from ui.theme.icons import Icon, pixmap
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE

PAD_PX = 12
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_MIRRORED = Qt.LayoutDirection.RightToLeft
_METHOD_TOKEN = {"GET": "accent", "POST": "good", "PUT": "warn", "PATCH": "warn", "DELETE": "bad"}
_LEFT_TO_RIGHT = "\u2066{}\u2069"
"""Keeps a path or a number with its unit in order inside Arabic."""


@dataclass(frozen=True, slots=True)
class EndpointCell:
    """A method in its colour and a path."""

    method: str
    path: str


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A number, a bar below it, and whether it is one to worry about."""

    text: str
    share: float | None = None
    """How long the bar is, 0 to 1; None has none."""

    tone: str = "border_strong"
    """A token's name: the bar's colour, and the number's where `is_alarming`."""

    is_alarming: bool = False


@dataclass(frozen=True, slots=True)
class PillCell:
    """A symbol and a word in the colours of a tone."""

    text: str
    icon: Icon
    tone: str
    """`good`, `warn`, `bad`, `accent` or `plain`."""


@dataclass(frozen=True, slots=True)
class TrendCell:
    """The course of a number, without axes."""

    values: tuple[float, ...]
    tone: str = "s_p95"


Cell = EndpointCell | NumberCell | PillCell | TrendCell
"""Whatever a column may hand to the delegate."""


class CellDelegate(QStyledItemDelegate):
    """Paints the ground of a cell as the style does, and then what the cell is."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave the text out where a cell is painted, and keep numbers in their own order."""
        super().initStyleOption(option, index)
        text = str(index.data() or "")
        if index.data(CELL_ROLE) is not None:
            text = ""
        elif index.data(NUMBER_ROLE):
            text = _LEFT_TO_RIGHT.format(text)
        option.text = text  # pyright: ignore[reportAttributeAccessIssue]  # missing in the stubs

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        super().paint(painter, option, index)
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        room = QRectF(option.rect)
        is_mirrored = option.direction == _MIRRORED
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(room)
        self._draw(painter, room, cell, is_mirrored=is_mirrored)
        painter.restore()

    def _draw(self, painter: QPainter, room: QRectF, cell: Cell, *, is_mirrored: bool) -> None:
        match cell:
            case EndpointCell():
                self._draw_endpoint(painter, room, cell, is_mirrored=is_mirrored)
            case NumberCell():
                self._draw_number(painter, room, cell, is_mirrored=is_mirrored)
            case PillCell():
                self._draw_pill(painter, room, cell, is_mirrored=is_mirrored)
            case TrendCell():
                self._draw_trend(painter, room, cell)

    def _draw_endpoint(
        self, painter: QPainter, room: QRectF, cell: EndpointCell, *, is_mirrored: bool
    ) -> None:
        strong, plain = (
            mono_font(TYPE["caption"], QFont.Weight.DemiBold),
            mono_font(TYPE["small"], QFont.Weight.Normal),
        )
        painter.setFont(strong)
        width = painter.fontMetrics().horizontalAdvance(cell.method) + 8
        inner = room.adjusted(PAD_PX, 0, -PAD_PX, 0)
        painter.setPen(self._colour(_METHOD_TOKEN.get(cell.method, "text2")))
        painter.drawText(inner, _RIGHT if is_mirrored else _LEFT, cell.method)
        painter.setFont(plain)
        painter.setPen(self._colour("text"))
        rest = inner.adjusted(0, 0, -width, 0) if is_mirrored else inner.adjusted(width, 0, 0, 0)
        path = painter.fontMetrics().elidedText(
            cell.path, Qt.TextElideMode.ElideMiddle, int(rest.width())
        )
        painter.drawText(rest, _RIGHT if is_mirrored else _LEFT, _LEFT_TO_RIGHT.format(path))

    def _draw_number(
        self, painter: QPainter, room: QRectF, cell: NumberCell, *, is_mirrored: bool
    ) -> None:
        weight = QFont.Weight.DemiBold if cell.is_alarming else QFont.Weight.Normal
        painter.setFont(ui_font(TYPE["body"], weight))
        painter.setPen(self._colour(cell.tone if cell.is_alarming else "text"))
        place = room.adjusted(PAD_PX, 0, -PAD_PX, -3 if cell.share is not None else 0)
        text = _LEFT_TO_RIGHT.format(cell.text)
        painter.drawText(place, _LEFT if is_mirrored else _RIGHT, text)
        if cell.share is not None:
            bar = QRectF(room.left() + 14, room.bottom() - 7, room.width() - 26, 3)
            self._draw_bar(painter, bar, cell, is_mirrored=is_mirrored)

    def _draw_bar(
        self, painter: QPainter, bar: QRectF, cell: NumberCell, *, is_mirrored: bool
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("sunken"))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        filled = max(3.0, bar.width() * min(1.0, cell.share or 0.0))
        left = bar.left() if is_mirrored else bar.right() - filled
        painter.setBrush(self._colour(cell.tone))
        painter.drawRoundedRect(QRectF(left, bar.top(), filled, bar.height()), 1.5, 1.5)

    def _draw_pill(
        self, painter: QPainter, room: QRectF, cell: PillCell, *, is_mirrored: bool
    ) -> None:
        is_plain = cell.tone == "plain"
        shade = self._colour("text2" if is_plain else cell.tone)
        painter.setFont(ui_font(TYPE["small"], QFont.Weight.DemiBold))
        width = painter.fontMetrics().horizontalAdvance(cell.text) + 38
        left = room.right() - PAD_PX - width if is_mirrored else room.left() + PAD_PX
        pill = QRectF(left, room.center().y() - 10.5, width, 21)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("sunken" if is_plain else f"{cell.tone}_soft"))
        painter.drawRoundedRect(pill, 10.4, 10.4)
        picture = QPointF(pill.right() - 21 if is_mirrored else pill.left() + 8, pill.top() + 4)
        painter.drawPixmap(picture, pixmap(cell.icon, shade.name(), 13))
        painter.setPen(shade)
        place = pill.adjusted(10, 0, -26, 0) if is_mirrored else pill.adjusted(26, 0, -8, 0)
        painter.drawText(place, _RIGHT if is_mirrored else _LEFT, cell.text)

    def _draw_trend(self, painter: QPainter, room: QRectF, cell: TrendCell) -> None:
        # Time runs from left to right in every language.
        line = trend_line(cell.values, room.adjusted(PAD_PX, 9, -PAD_PX - 3, -9))
        if not line:
            return
        painter.setPen(QPen(self._colour(cell.tone), 1.6))
        painter.drawPolyline(QPolygonF(line))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(cell.tone))
        painter.drawEllipse(line[-1], 2.2, 2.2)

    def _colour(self, token: str) -> QColor:
        return QColor(str(getattr(self._theme.tokens, token)))


def trend_line(values: Sequence[float], room: QRectF) -> list[QPointF]:
    """Return the corners of a number's course, 0 at the bottom of its room."""
    if not values:
        return []
    top = max(*values, 1e-9)
    step = room.width() / max(1, len(values) - 1)
    return [
        QPointF(room.left() + place * step, room.bottom() - value / top * room.height())
        for place, value in enumerate(values)
    ]

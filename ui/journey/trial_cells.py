"""How a line of a comparison is painted: what there was, what there is, and what that means."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from studio.plain_text import plain
from studio.trial.difference import Difference, DifferenceKind
from ui.bridge.language import Say
from ui.journey.said import said
from ui.table.cells import PAD_PX, CellDelegate
from ui.table.column_table import CELL_ROLE
from ui.theme.fonts import mono_font, ui_font
from ui.theme.icons import Icon, pixmap
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_LONGEST = 300
_GROUND_PX = 18
_ICON_PX = 14


@dataclass(frozen=True, slots=True)
class ValueCell:
    """A name and a value, as they stand in an answer."""

    name: str
    value: str
    tone: str
    """`good`, `warn`, `bad`, `plain`, or empty where nothing differs."""


@dataclass(frozen=True, slots=True)
class MeaningCell:
    """What a difference means."""

    text: str
    icon: Icon
    tone: str


LOOKS = {
    DifferenceKind.SAME: (Icon.EQUAL, ""),
    DifferenceKind.TAKEN: (Icon.LINK, "good"),
    DifferenceKind.SENT_LATER: (Icon.WARN, "warn"),
    DifferenceKind.NEVER_SENT: (Icon.MINUS, "plain"),
    DifferenceKind.MISSING: (Icon.WARN, "warn"),
    DifferenceKind.OUTCOME: (Icon.BAD, "bad"),
    DifferenceKind.SHAPE: (Icon.DIFFERENCE, "warn"),
}


def value_cell(difference: Difference, *, is_now: bool) -> ValueCell:
    """Return what is painted for one side of a comparison."""
    value = difference.now if is_now else difference.then
    tone = LOOKS[difference.kind][1] if value is not None else ""
    return ValueCell(plain(difference.name)[:_LONGEST], _shown(value), tone)


def meaning_cell(difference: Difference, say: Say) -> MeaningCell:
    """Return what is painted for what a difference means."""
    icon, tone = LOOKS[difference.kind]
    return MeaningCell(said(difference.says, say), icon, tone)


def side_text(difference: Difference, *, is_now: bool) -> str:
    """Return one side of a comparison as a text."""
    cell = value_cell(difference, is_now=is_now)
    return f"{cell.name}: {cell.value}"


def _shown(value: str | None) -> str:
    return "–" if value is None else plain(value)[:_LONGEST]


class TrialCellDelegate(CellDelegate):
    """Paints these cells; code reads from left to right in every language."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._shades = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        super().paint(painter, option, index)
        cell = index.data(CELL_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(option.rect)
        painter.setClipRect(room)
        match cell:
            case ValueCell():
                self._draw_value(painter, room, cell)
            case MeaningCell():
                is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
                self._draw_meaning(painter, room, cell, is_mirrored=is_mirrored)
            case _:
                pass
        painter.restore()

    def _draw_value(self, painter: QPainter, room: QRectF, cell: ValueCell) -> None:
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(mono_font(TYPE["small"]))
        metrics = painter.fontMetrics()
        left = room.left() + PAD_PX
        head = f"{cell.name}: "
        painter.setPen(self._shade("text3"))
        painter.drawText(QRectF(left, room.top(), room.width(), room.height()), _LEFT, head)
        left += metrics.horizontalAdvance(head)
        space = max(0, int(room.right() - left - PAD_PX))
        value = metrics.elidedText(cell.value, Qt.TextElideMode.ElideRight, space)
        width = metrics.horizontalAdvance(value)
        if cell.tone:
            ground = "border" if cell.tone == "plain" else f"{cell.tone}_soft"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._shade(ground))
            top = room.center().y() - _GROUND_PX / 2
            painter.drawRoundedRect(QRectF(left - 4, top, width + 8, _GROUND_PX), 4, 4)
        painter.setPen(self._shade({"": "text", "plain": "text2"}.get(cell.tone, cell.tone)))
        painter.drawText(QRectF(left, room.top(), width + 4, room.height()), _LEFT, value)

    def _draw_meaning(
        self, painter: QPainter, room: QRectF, cell: MeaningCell, *, is_mirrored: bool
    ) -> None:
        shade = self._shade("text3" if cell.tone in ("", "plain") else cell.tone)
        left = room.right() - PAD_PX - _ICON_PX if is_mirrored else room.left() + PAD_PX
        place = QPointF(left, room.center().y() - _ICON_PX / 2)
        painter.drawPixmap(place, pixmap(cell.icon, shade.name(), _ICON_PX))
        painter.setFont(ui_font(TYPE["small"]))
        painter.setPen(self._shade("text3" if cell.tone in ("", "plain") else "text"))
        words = room.adjusted(8, 0, -36, 0) if is_mirrored else room.adjusted(34, 0, -8, 0)
        text = painter.fontMetrics().elidedText(
            cell.text, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, _RIGHT if is_mirrored else _LEFT, text)

    def _shade(self, token: str) -> QColor:
        return QColor(str(getattr(self._shades.tokens, token)))

"""StepDelegate: draws the lines of a journey."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.journey.brush import Band, Brush, Ink
from ui.journey.line import Line, LineKind
from ui.journey.step_model import LINE_ROLE, StepModel, Told
from ui.theme.fonts import mono_font, ui_font
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE
from ui.widget.figures import milliseconds

HEIGHTS_PX = {
    LineKind.SECTION: 33,
    LineKind.BLOCK: 30,
    LineKind.WAY: 30,
    LineKind.STEP: 44,
    LineKind.REQUEST: 26,
}
INDENT_PX = 22
LANE_PX = 14
EDGE_PX = 16
"""Between the last lane and the end of the line."""

_TIME_PX = 62
_SLOW_MS = 300.0
_STRONG, _MEDIUM = QFont.Weight.DemiBold, QFont.Weight.Medium
_NUMBER_END, _NAME_AT, _RAIL_AT = 38, 50, 37
_METHOD_TOKENS = {"GET": "accent", "POST": "good", "PUT": "warn", "PATCH": "warn", "DELETE": "bad"}
TONES = ("s_p50", "s_p95", "s_p99", "s_8", "s_7", "s_rps")
"""The colours of variables, by their place among them."""

Index = QModelIndex | QPersistentModelIndex


class StepDelegate(QStyledItemDelegate):
    """Draws sections, blocks, steps, requests, and the wires beside them."""

    def __init__(self, theme: Theme, say: Say, model: StepModel, parent: QListView) -> None:
        super().__init__(parent)
        self._theme, self._say, self._model = theme, say, model
        self._view = parent
        self._off = say(Phrase("journey", "off"))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how high a line is."""
        return QSize(100, HEIGHTS_PX[self._model.lines[index.row()].kind])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = cast("Line", index.data(LINE_ROLE))
        room = QRectF(option.rect)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        state = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brush = Brush(painter, self._theme, room, is_mirrored=is_mirrored)
        self._ground(brush, line, is_chosen=is_chosen, is_hovered=is_hovered)
        self._rails(brush, line)
        match line.kind:
            case LineKind.SECTION:
                self._section(brush, line, index.row())
            case LineKind.BLOCK | LineKind.WAY:
                self._block(brush, line)
            case LineKind.STEP:
                self._step(brush, line, is_chosen=is_chosen)
            case LineKind.REQUEST:
                self._request(brush, line)
        self._wires(brush, index.row(), "accent_soft" if is_chosen else "surface")
        if index == self._view.currentIndex() and self._view.hasFocus() and not is_chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(brush.colour("accent"))
            painter.drawRoundedRect(room.adjusted(2, 1, -2, -1), 4, 4)
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Return the field a name is typed in."""
        field = QLineEdit(parent)
        field.setObjectName("rename_edit")
        field.setAccessibleName(self._say(Phrase("journey", "Name of the step")))
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field where the name stands."""
        line = cast("Line", index.data(LINE_ROLE))
        rect = option.rect
        before = 42 + INDENT_PX * line.depth
        after = self.side_px + 4
        if option.direction == Qt.LayoutDirection.RightToLeft:
            before, after = after, before
        editor.setGeometry(
            rect.adjusted(before, 0, -after, -8 if line.kind is LineKind.STEP else 0)
        )

    @property
    def side_px(self) -> int:
        """How much room the wires and the times of the last trial take."""
        return self.wires_px + (_TIME_PX + 30 if self._model.beside.told else 0)

    @property
    def wires_px(self) -> int:
        """How much room the wires take."""
        return EDGE_PX + LANE_PX * self._model.lanes

    def lane_at(self, x: float) -> int | None:
        """Return which lane is so far from the end of the line; None: none."""
        lane = self._model.lanes - 1 - int((x - EDGE_PX + LANE_PX / 2) // LANE_PX)
        return lane if 0 <= lane < self._model.lanes and x >= EDGE_PX - LANE_PX / 2 else None

    def _ground(self, brush: Brush, line: Line, *, is_chosen: bool, is_hovered: bool) -> None:
        if is_chosen:
            brush.fill(0, brush.room.width(), "accent_soft")
            brush.fill(0, 3, "accent")
        elif is_hovered and line.kind is not LineKind.SECTION:
            brush.fill(0, brush.room.width(), "hover")
        if is_chosen or (is_hovered and line.kind is not LineKind.SECTION):
            brush.icon(Icon.GRIP, 7, (brush.room.height() - 14) / 2, 14, "text3")

    def _rails(self, brush: Brush, line: Line) -> None:
        height = brush.room.height()
        for level, rail in enumerate(line.rails):
            if rail:
                end = height if rail == 1 else height / 2
                brush.upright(_RAIL_AT + INDENT_PX * level, 0, end, "border_strong")

    def _section(self, brush: Brush, line: Line, row: int) -> None:
        if line.icon:
            brush.icon(line.icon, 14, 11, 14, "text3")
        font = ui_font(TYPE["small"], _STRONG)
        room = brush.room.width() - 36 - self.wires_px
        end = brush.text(self._model.title(line), 36, (2, 31), Ink(font, "text2"), room)
        lines = self._model.lines
        if row + 1 == len(lines) or lines[row + 1].kind is LineKind.SECTION:
            nothing = self._say(Phrase("journey", "nothing yet"))
            brush.text(nothing, end + 8, (2, 31), Ink(ui_font(TYPE["small"]), "text3"))

    def _block(self, brush: Brush, line: Line) -> None:
        x = INDENT_PX * line.depth
        token = "text2" if line.is_on else "text3"
        if line.icon:
            brush.icon(line.icon, 30 + x, 8, 14, "text3")
        at = _NAME_AT + x
        room = brush.room.width() - at - self.wires_px - 30
        font = ui_font(TYPE["small"])
        end = brush.text(self._model.title(line), at, (0, 30), Ink(font, token), room)
        self._underline(brush, line, at, end, 23)
        end = self._badges(brush, line, end + 8, 6)
        if line.is_open is False:
            brush.icon(Icon.NEXT, end + 2, 9, 12, "text3")
        elif line.is_open:
            brush.upright(_RAIL_AT + x, 25, 30, "border_strong")

    def _step(self, brush: Brush, line: Line, *, is_chosen: bool) -> None:
        x = INDENT_PX * line.depth
        small = ui_font(TYPE["small"])
        number = str(line.number)
        brush.text(number, _NUMBER_END + x, (5, 18), Ink(small, "text3"), at_end=True)
        at = _NAME_AT + x
        name = ui_font(weight=_STRONG if is_chosen else _MEDIUM)
        room = brush.room.width() - at - self.side_px - self._badges_px(brush, line)
        token = "text" if line.is_on else "text3"
        end = brush.text(self._model.title(line), at, (5, 18), Ink(name, token), room)
        self._underline(brush, line, at, end, 23)
        self._badges(brush, line, end + 8, 6)
        if line.method:
            self._address(brush, line, at, (23, 16))
        elif line.icon:
            brush.icon(line.icon, at, 25, 13, "text3")
            self._address(brush, line, at + 13, (23, 16))
        told = self._model.beside.told.get(line.node)
        if told is not None and line.is_on:
            self._time(brush, told)

    def _request(self, brush: Brush, line: Line) -> None:
        at = _NAME_AT + 14 + INDENT_PX * line.depth
        brush.upright(at - 8, 0, 26, "border")
        end = self._address(brush, line, at, (0, 26))
        self._underline(brush, line, at, end, 21)
        if not line.is_on:
            brush.badge(self._off, end + 8, 5)
        told = self._model.beside.told.get(line.node)
        if told is not None and line.is_on:
            self._time_words(brush, told, 4)

    def _address(self, brush: Brush, line: Line, at: float, band: Band) -> float:
        token = _METHOD_TOKENS.get(line.method, "text2") if line.is_on else "text3"
        strong = Ink(mono_font(TYPE["caption"], _STRONG), token)
        end = brush.exact(plain(line.method[:12]), at, band, strong) + 7
        room = brush.room.width() - end - self.side_px
        mono = Ink(mono_font(TYPE["caption"]), "text3")
        return brush.exact(plain(line.address), end, band, mono, room)

    def _badges(self, brush: Brush, line: Line, x: float, top: float) -> float:
        for words in self._badge_words(line):
            x = brush.badge(words, x, top) + 4
        return x

    def _badge_words(self, line: Line) -> list[str]:
        words = [self._model.badge(it) for it in line.badges]
        return words if line.is_on else [*words, self._off]

    def _badges_px(self, brush: Brush, line: Line) -> float:
        brush.painter.setFont(ui_font(TYPE["caption"], _STRONG))
        metrics = brush.painter.fontMetrics()
        return 8.0 + sum(metrics.horizontalAdvance(it) + 16 for it in self._badge_words(line))

    def _underline(self, brush: Brush, line: Line, start: float, end: float, top: float) -> None:
        if line.node in self._model.beside.found:
            brush.painter.fillRect(
                brush.place(start - 2, end - start + 4, top, 2), brush.colour("s_7")
            )
        mark = self._model.beside.marks.get(line.node)
        if mark is not None and line.kind is not LineKind.WAY:
            brush.wave(start, end - start, top, "bad" if mark.is_bad else "warn")

    def _time(self, brush: Brush, told: Told) -> None:
        self._time_words(brush, told, 5)
        x = brush.room.width() - EDGE_PX - LANE_PX * self._model.lanes - 8 - _TIME_PX
        token = "s_p95" if told.ms > _SLOW_MS else "border_strong"
        brush.bar(x, _TIME_PX, 29, told.ms / max(self._model.slowest_ms, 1), token)

    def _time_words(self, brush: Brush, told: Told, top: float) -> None:
        x = brush.room.width() - EDGE_PX - LANE_PX * self._model.lanes - 8 - _TIME_PX
        words = f"\u2066{milliseconds(told.ms)}\u2069"
        font = ui_font(TYPE["small"])
        brush.text(words, x + _TIME_PX, (top, 18), Ink(font, "text"), at_end=True)
        good = told.has_passed
        icon, token = (Icon.GOOD, "good") if good else (Icon.BAD, "bad")
        brush.icon(icon, x - 8, top + 2, 14, token)

    def _wires(self, brush: Brush, row: int, ground: str) -> None:
        height = brush.room.height()
        for it in self._model.strands(row):
            token = TONES[it.tone % len(TONES)] if it.is_mine else "border_strong"
            x = brush.room.width() - EDGE_PX - (self._model.lanes - 1 - it.lane) * LANE_PX
            top, bottom = (0 if it.above else height / 2), (height if it.below else height / 2)
            brush.upright(x, top, bottom, token, 2.0 if it.is_mine else 1.4)
            if it.mark:
                brush.dot(x, height / 2, token, None if it.mark == "dot" else ground)

"""ProfileChart: a load drawn before it is run; its corners are taken by mouse and keys."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.phrase import Phrase
from studio.scenario.load_shape import LoadShape, Unit, preview, shape_of
from studio.scenario.moving import add_point, can_move, move_corner, remove_point
from studio.scenario.shapes import Drawing
from ui.bridge.language import Say
from ui.chart.profile_painting import paint_axes, paint_corners, paint_line
from ui.chart.profile_scale import ProfileScale
from ui.theme.fonts import ui_font
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE
from ui.widget.figures import clock, rate

_REACH_PX = 12.0
"""How near to a corner the mouse must be to take it."""

_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_NEXT = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ProfileChart(QWidget):
    """Virtual users, or starts per second, over time, as a run would have them.

    A corner is dragged; by keys, Page Up and Page Down choose one and the arrow keys move it. A
    drawn load gets another corner by a double click or Insert, and loses one by Delete.

    Signals:
        load_changed: The load, after a corner was moved, added or removed by hand.
    """

    load_changed = Signal(object)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._profile: LoadShape | None = None
        self._chosen = 1
        self._grabbed: ProfileScale | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName(say(Phrase("run", "Chart: virtual users over time")))
        theme.changed.connect(self.update)

    def show_profile(self, profile: LoadShape | None) -> None:
        """Draw a profile; None leaves the chart empty, for there is none that could be run."""
        self._profile = None if profile is None else shape_of(profile)
        self.setAccessibleDescription("" if profile is None else self._sentence(profile))
        moves = self._profile is not None and can_move(self._profile)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if moves else Qt.FocusPolicy.NoFocus)
        self._chosen = min(self._chosen, max(1, len(self._scale().corners) - 1))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size at which its texts can be read."""
        return QSize(320, 150)

    def corners(self) -> tuple[QPointF, ...]:
        """Return where the corners of the profile are drawn."""
        return self._scale().points()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the axes and the profile."""
        if self._profile is None:
            return
        painter, scale = QPainter(self), self._scale()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(TYPE["caption"]))
        tokens = self._theme.tokens
        paint_axes(painter, scale, tokens)
        paint_line(painter, scale, tokens, expected=not can_move(self._profile))
        if can_move(self._profile):
            paint_corners(painter, scale, tokens, self._chosen if self.hasFocus() else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the corner below the mouse."""
        scale = self._scale()
        corner = scale.corner_at(event.position(), _REACH_PX)
        if corner is None or not self._moves():
            return
        self._chosen, self._grabbed = corner, scale
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the corner that was taken; else show that one can be."""
        if self._grabbed is None:
            near = self._scale().corner_at(event.position(), _REACH_PX)
            is_near = near is not None and self._moves()
            cursor = Qt.CursorShape.OpenHandCursor if is_near else Qt.CursorShape.ArrowCursor
            self.setCursor(cursor)
            return
        self._move(*self._grabbed.value_at(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the corner go."""
        self._grabbed = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Add a corner to a drawn load."""
        if isinstance(self._profile, Drawing):
            at_s, users = self._scale().value_at(event.position())
            self._take(add_point(self._profile, at_s, round(users)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a corner, move it, add one or remove it."""
        key = Qt.Key(event.key())
        if key in _MOVES and self._moves():
            self._nudge(*_MOVES[key])
        elif key in _NEXT:
            self._choose(self._chosen + _NEXT[key])
        elif key in _REMOVE and isinstance(self._profile, Drawing):
            self._take(remove_point(self._profile, self._chosen))
        elif key == Qt.Key.Key_Insert and isinstance(self._profile, Drawing):
            self._insert(self._profile)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which corner is chosen."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no corner as chosen."""
        super().focusOutEvent(event)
        self.update()

    def _scale(self) -> ProfileScale:
        """Return where everything is drawn; while a corner is held, the axes stay."""
        held = self._grabbed
        if self._profile is None:
            return ProfileScale.of(((0.0, 0.0),), self.rect())
        corners = self._profile.corners()
        return ProfileScale.of(corners, self.rect()) if held is None else held.showing(corners)

    def _moves(self) -> bool:
        return self._profile is not None and can_move(self._profile)

    def _nudge(self, later: int, more: int) -> None:
        scale = self._scale()
        at_s, value = scale.corners[self._chosen]
        self._move(at_s + later * scale.step_s, value + more * scale.step)

    def _move(self, at_s: float, value: float) -> None:
        if self._profile is not None:
            self._take(move_corner(self._profile, self._chosen, at_s, value))

    def _insert(self, drawing: Drawing) -> None:
        corners = self._scale().corners
        (begin_s, begin), (end_s, end) = corners[self._chosen - 1], corners[self._chosen]
        self._take(add_point(drawing, (begin_s + end_s) / 2, round((begin + end) / 2)))

    def _choose(self, corner: int) -> None:
        self._chosen = max(1, min(corner, len(self._scale().corners) - 1))
        self.update()

    def _take(self, load: LoadShape) -> None:
        if load != self._profile:
            self.show_profile(load)
            self.load_changed.emit(load)

    def _sentence(self, profile: LoadShape) -> str:
        seen, length = preview(profile), clock(profile.duration_s)
        if seen.unit is Unit.STARTS_PER_S:
            words = Phrase("run", "Up to {rate} journeys started a second, {length} long.")
            return self._say(words.of(rate=rate(seen.most), length=length))
        words = Phrase("run", "Up to %n virtual user(s), {length} long.", "", 1)
        return self._say(words.of(n=profile.most_users, length=length))

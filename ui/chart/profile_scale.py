"""ProfileScale: where moments and heights of a load lie on the screen, there and back."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF

from ui.chart.value_ticks import round_top

_LEFT_PX, _BELOW_PX, _ABOVE_PX, _RIGHT_PX = 46.0, 20.0, 8.0, 14.0
_ROOM = 1.08
"""A little more than the load itself, so that its last corner can be taken further."""

_STEPS_S = (1, 5, 10, 30, 60, 300, 600, 1800, 3600)


@dataclass(frozen=True, slots=True)
class ProfileScale:
    """The axes of a drawn load."""

    corners: tuple[tuple[float, float], ...]
    """Moments in s and heights."""

    inner: QRectF
    """Where the load is drawn."""

    length_s: float
    """How long the time axis is."""

    top: float
    """How high the other axis is."""

    @classmethod
    def of(cls, corners: Sequence[tuple[float, float]], place: QRect) -> "ProfileScale":
        """Return axes that fit a load into a place."""
        inner = QRectF(place).adjusted(_LEFT_PX, _ABOVE_PX, -_RIGHT_PX, -_BELOW_PX)
        length_s = max(1.0, corners[-1][0] * _ROOM)
        top = round_top(max(1.0, *(value for _, value in corners), 1.0))
        return cls(tuple(corners), inner, length_s, top)

    def showing(self, corners: Sequence[tuple[float, float]]) -> "ProfileScale":
        """Return the same axes for another load."""
        return replace(self, corners=tuple(corners))

    @property
    def step_s(self) -> float:
        """The step in which moments are set by hand: about what two pixels mean, rounded."""
        wanted_s = 2 * self.length_s / max(1.0, self.inner.width())
        return next((step for step in _STEPS_S if step >= wanted_s), _STEPS_S[-1])

    @property
    def step(self) -> float:
        """The step in which heights are set by hand: 1, 2 or 5 and so many zeros."""
        wanted = max(1.0, 2 * self.top / max(1.0, self.inner.height()))
        decade = 10.0 ** math.floor(math.log10(wanted))
        return next(factor * decade for factor in (1, 2, 5, 10) if factor * decade >= wanted)

    def x(self, at_s: float) -> float:
        """Return where a moment lies."""
        return self.inner.left() + at_s / self.length_s * self.inner.width()

    def y(self, value: float) -> float:
        """Return where a height lies."""
        return self.inner.bottom() - value / self.top * self.inner.height()

    def points(self) -> tuple[QPointF, ...]:
        """Return where the corners lie."""
        return tuple(QPointF(self.x(at_s), self.y(value)) for at_s, value in self.corners)

    def value_at(self, point: QPointF) -> tuple[float, float]:
        """Return the moment and the height at a point, in whole steps, inside the axes."""
        share = (point.x() - self.inner.left()) / max(1.0, self.inner.width())
        rise = (self.inner.bottom() - point.y()) / max(1.0, self.inner.height())
        at_s = min(max(share, 0.0), 1.0) * self.length_s
        value = min(max(rise, 0.0), 1.0) * self.top
        return round(at_s / self.step_s) * self.step_s, round(value / self.step) * self.step

    def corner_at(self, point: QPointF, reach_px: float) -> int | None:
        """Return the nearest corner within reach, from 1; None if there is none."""
        near = [
            (math.hypot(corner.x() - point.x(), corner.y() - point.y()), number)
            for number, corner in enumerate(self.points())
            if number
        ]
        distance, number = min(near, default=(math.inf, 0))
        return number if distance <= reach_px else None

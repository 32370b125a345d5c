"""Stroke: how a line of a chart is drawn, the same in the plot and in its legend."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from ui.theme.tokens import Palette

AREA_ALPHA = 90


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn."""

    token: str
    """The colour's name among the tokens."""

    width_px: float = 1.9
    """Solid lines may be wide, for they are drawn in segments; dashed ones stay below 1.6."""

    dash: tuple[float, ...] = ()
    is_area: bool = False
    """Whether the ground below the line is filled."""


def colour(tokens: Palette, token: str, alpha: int = 255) -> QColor:
    """Return the colour behind a token's name."""
    shade = QColor(str(getattr(tokens, token)))
    shade.setAlpha(alpha)
    return shade


def pen(stroke: Stroke, tokens: Palette, ratio: float = 1.0) -> QPen:
    """Return the pen of a stroke; plots measure in device pixels and pass their ratio."""
    result = QPen(colour(tokens, stroke.token), stroke.width_px * ratio)
    result.setCosmetic(True)
    result.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash:
        result.setCapStyle(Qt.PenCapStyle.FlatCap)
        result.setDashPattern(list(stroke.dash))
    else:
        result.setCapStyle(Qt.PenCapStyle.RoundCap)
    return result

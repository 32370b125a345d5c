"""How a load is painted."""

from PySide6.QtGui import QImage, QPainter

from ui.chart.profile_painting import paint_axes, paint_corners, paint_line
from ui.chart.profile_scale import ProfileScale
from ui.theme.theme import Theme


def painted(theme: Theme, *, expected: bool, chosen: int | None) -> QImage:
    image = QImage(360, 160, QImage.Format.Format_RGB32)
    image.fill(0)
    scale = ProfileScale.of(((0, 0), (60, 50), (120, 50)), image.rect())
    painter = QPainter(image)
    paint_axes(painter, scale, theme.tokens)
    paint_line(painter, scale, theme.tokens, expected=expected)
    paint_corners(painter, scale, theme.tokens, chosen)
    painter.end()
    return image


def test_what_is_expected_and_what_is_chosen_are_seen(theme: Theme) -> None:
    plain = painted(theme, expected=False, chosen=None)
    assert plain == painted(theme, expected=False, chosen=None)
    assert plain != painted(theme, expected=True, chosen=None)
    assert plain != painted(theme, expected=False, chosen=1)

"""How lines are drawn."""

from PySide6.QtCore import Qt

from ui.chart.stroke import Stroke, colour, pen
from ui.theme.tokens import DARK, LIGHT


def test_a_pen_has_the_colour_of_the_theme_and_the_width_of_the_screen() -> None:
    stroke = Stroke("s_p95", 1.5)
    assert pen(stroke, LIGHT).color().name().upper() == LIGHT.s_p95
    assert pen(stroke, DARK, 2.0).color().name().upper() == DARK.s_p95
    assert pen(stroke, DARK, 2.0).widthF() == 3.0


def test_dashed_lines_end_flat_so_that_gaps_stay_gaps() -> None:
    dashed = pen(Stroke("s_p99", 1.5, (4, 3)), LIGHT)
    assert dashed.dashPattern() == [4, 3]
    assert dashed.capStyle() == Qt.PenCapStyle.FlatCap


def test_a_colour_may_be_see_through() -> None:
    assert colour(LIGHT, "bad", 90).alpha() == 90

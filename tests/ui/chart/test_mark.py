"""Lines across a plot."""

from ui.chart.mark import moment, stretches


def test_neighbouring_seconds_are_one_stretch() -> None:
    assert stretches({9, 3, 4, 5}) == ((3, 5), (9, 9))
    assert stretches(()) == ()


def test_a_moment_is_upright_thin_and_dashed() -> None:
    mark = moment(12.5, "bad")
    assert (mark.at, mark.is_level, mark.stroke.width_px) == (12.5, False, 1.0)
    assert mark.stroke.dash

"""The share of failed requests over time."""

from pytestqt.qtbot import QtBot

from studio.measurement.timeline import Point
from ui.chart.course import Course, course
from ui.chart.failure_strip import FailureStrip, failed_shares
from ui.chart.run_axis import RunAxis
from ui.chart.time_plot import TimePlot
from ui.theme.theme import Theme
from ui.widget.figures import percent


def make_course(*failures: int) -> Course:
    return course(
        [Point(at_s, 10, failed, 1, 1.0, 1.0, 1.0) for at_s, failed in enumerate(failures)]
    )


def test_only_stretches_with_failures_are_drawn() -> None:
    starts, shares = failed_shares(make_course(0, 0, 5, 0, 10, 10, 0), 2)
    assert list(starts) == [2, 4]
    assert list(shares) == [0.25, 1.0]


def test_a_second_that_was_lost_takes_no_other_with_it() -> None:
    points = [Point(at_s, 10, 5, 1, 1.0, 1.0, 1.0, is_gap=at_s == 1) for at_s in range(4)]
    starts, shares = failed_shares(course(points), 2)
    assert list(starts) == [0, 2]
    assert list(shares) == [0.5, 0.5]


def test_no_seconds_have_no_stretches() -> None:
    starts, shares = failed_shares(make_course(), 3)
    assert len(starts) == len(shares) == 0


def test_it_says_its_share_and_paints_it(theme: Theme, qtbot: QtBot) -> None:
    axis = RunAxis()
    axis.plan(10)
    axis.grow(3)
    plot = TimePlot(theme, axis, has_times=False)
    strip = FailureStrip(theme, str, axis, plot)
    for widget in (plot, strip):
        qtbot.addWidget(widget)
        widget.resize(400, 60)
    strip.feed(make_course(0, 0, 0, 0))
    clean = strip.grab().toImage()
    strip.feed(make_course(0, 5, 5, 0))
    assert strip.grab().toImage() != clean
    assert percent(0.25) in strip.accessibleDescription()

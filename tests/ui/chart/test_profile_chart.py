"""A load profile before it is run."""

from pytestqt.qtbot import QtBot

from studio.scenario.load_profile import constant, rise_and_hold
from ui.chart.profile_chart import ProfileChart
from ui.theme.theme import Theme


def make_chart(theme: Theme, qtbot: QtBot) -> ProfileChart:
    chart = ProfileChart(theme, str)
    qtbot.addWidget(chart)
    chart.resize(360, 150)
    return chart


def test_the_corners_rise_and_hold(theme: Theme, qtbot: QtBot) -> None:
    chart = make_chart(theme, qtbot)
    chart.show_profile(rise_and_hold(60, 15, 30))
    begin, top, end = chart.corners()
    assert begin.x() < top.x() < end.x()
    assert begin.y() > top.y() == end.y()


def test_it_says_what_it_draws(theme: Theme, qtbot: QtBot) -> None:
    chart = make_chart(theme, qtbot)
    chart.show_profile(constant(12, 90))
    assert chart.accessibleDescription() == "Up to 12 virtual users, 1:30 long."
    drawn = chart.grab().toImage()
    chart.show_profile(None)
    assert chart.accessibleDescription() == ""
    assert chart.grab().toImage() != drawn

"""Names and values of a chart's lines."""

import pytest
from pytestqt.qtbot import QtBot

from ui.chart.legend_key import Entry, LegendKey
from ui.chart.stroke import Stroke
from ui.theme.theme import Theme


@pytest.fixture
def key(theme: Theme, qtbot: QtBot) -> LegendKey:
    key = LegendKey(theme, (Entry("p95", Stroke("s_p95")), Entry("goal", Stroke("text3"))))
    qtbot.addWidget(key)
    return key


def test_values_stand_behind_their_names(key: LegendKey) -> None:
    key.show_values(("618 ms", "500 ms"))
    assert key.text == key.accessibleName() == "p95 618 ms, goal 500 ms"


def test_an_entry_without_a_value_takes_no_room(key: LegendKey) -> None:
    key.show_values(("618 ms", "500 ms"))
    both = key.sizeHint().width()
    key.show_values(("618 ms", ""))
    assert key.sizeHint().width() < both
    assert key.text == "p95 618 ms"


def test_a_shorter_value_does_not_make_its_neighbours_dance(key: LegendKey) -> None:
    key.show_values(("1 618 ms", "500 ms"))
    wide = key.sizeHint().width()
    key.show_values(("9 ms", "500 ms"))
    assert key.sizeHint().width() == wide


def test_it_is_painted(key: LegendKey) -> None:
    key.show_values(("618 ms", "500 ms"))
    image = key.grab().toImage()
    assert image.pixelColor(7, 9) != image.pixelColor(0, 0)

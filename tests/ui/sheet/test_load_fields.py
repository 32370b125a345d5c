"""The numbers of a load."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.scenario.arrival_rate import rising_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import LoadProfileError
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import Constant, Drawing, Point, RiseAndHold, Soak, Spike, Steps
from ui.sheet.load_fields import KINDS, LoadFields

LOADS: tuple[LoadShape, ...] = (
    Constant(12, 90),
    RiseAndHold(60, 15, 30, 5),
    Steps(10, -2, 4, 30, 5),
    Spike(10, 90, 60, 5, 30, 45),
    Soak(40, 300, 7200),
    rising_rate(12.5, 10, 70, 200),
    LimitSearch(5, 400, 30),
    Drawing((Point(30, 60), Point(90, 0))),
)


@pytest.fixture
def fields(qtbot: QtBot) -> LoadFields:
    fields = LoadFields(str)
    qtbot.addWidget(fields)
    fields.show()
    return fields


def test_there_is_a_name_for_every_kind() -> None:
    assert {type(load) for load in LOADS} == set(KINDS)


@pytest.mark.parametrize("load", LOADS, ids=lambda load: type(load).__name__)
def test_what_is_shown_comes_back(fields: LoadFields, load: LoadShape) -> None:
    fields.show_load(load)
    assert fields.load() == load


def test_only_the_numbers_of_the_kind_are_seen(fields: LoadFields) -> None:
    fields.show_load(Constant(12, 90))
    assert fields.numbers["users"].isVisible()
    assert not fields.durations["rise"].isVisible()
    fields.show_load(LimitSearch(5, 400, 30))
    assert fields.durations["step"].isVisible()
    assert not fields.numbers["users"].isVisible()


def test_a_drawing_is_typed(fields: LoadFields, qtbot: QtBot) -> None:
    fields.show_load(Drawing((Point(30, 60),)))
    fields.points_edit.selectAll()
    with qtbot.waitSignal(fields.changed):
        QTest.keyClicks(fields.points_edit, "1:00 5, 2:00 9")
    assert fields.load() == Drawing((Point(60, 5), Point(120, 9)))
    QTest.keyClicks(fields.points_edit, ", and more")
    with pytest.raises(LoadProfileError):
        fields.load()

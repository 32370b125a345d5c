"""The variables of the chosen step, by name."""

import pytest
from pytestqt.qtbot import QtBot

from ui.journey.wire_lanes import Strand
from ui.journey.wire_legend import WireLegend
from ui.theme.theme import Theme


@pytest.fixture
def legend(theme: Theme, qtbot: QtBot) -> WireLegend:
    legend = WireLegend(theme, str)
    qtbot.addWidget(legend)
    legend.resize(300, 20)
    legend.show()
    return legend


def strand(name: str, mark: str) -> Strand:
    return Strand(name, 0, 0, is_mine=True, above=True, below=True, mark=mark)


def test_what_only_passes_by_is_not_named(legend: WireLegend) -> None:
    empty = legend.grab().toImage()
    legend.show_strands([strand("token", "ring"), strand("passing", ""), strand("id", "dot")])
    assert legend.names == ("token", "id")
    assert legend.accessibleName() == "Variables of this step: token, id"
    assert legend.grab().toImage() != empty


def test_names_without_room_are_left_out_and_said_all_the_same(legend: WireLegend) -> None:
    legend.show_strands([strand(f"variable_{number}", "dot") for number in range(20)])
    legend.resize(100, 20)
    assert not legend.grab().isNull()
    assert "variable_19" in legend.toolTip()

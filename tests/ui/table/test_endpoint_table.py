"""Endpoints and what they are held against."""

from studio.measurement.measurement import Endpoint
from studio.measurement.summary import EndpointSummary
from studio.scenario.goal import Bound, Goal, Measure
from ui.table.cells import EndpointCell, NumberCell
from ui.table.endpoint_table import ENDPOINT_COLUMNS, SLOW_COLUMN, endpoint_rows

FAST = EndpointSummary(Endpoint("GET", "/"), 1200, 0, 30.0, 12, 100, 150, 5, 400, 20, 900)
SLOW = EndpointSummary(Endpoint("POST", "/todos"), 90, 9, 2.5, 310, 1000, 1500, 40, 2000, 400, 90)
GOALS = (Goal(Measure.P95, Bound.AT_MOST, 500.0),)


def test_the_slowest_has_the_longest_bar() -> None:
    assert [row.share_of_slowest for row in endpoint_rows((FAST, SLOW), ())] == [0.1, 1.0]
    assert endpoint_rows((), GOALS) == ()


def test_a_goal_for_all_holds_for_each_and_one_of_its_own_is_stronger() -> None:
    own = Goal(Measure.P95, Bound.AT_MOST, 50.0, "GET /")
    assert [row.is_slow for row in endpoint_rows((FAST, SLOW), GOALS)] == [False, True]
    assert [row.is_slow for row in endpoint_rows((FAST, SLOW), (*GOALS, own))] == [True, True]


def test_failures_alarm_from_one_per_cent_or_from_the_goal() -> None:
    patient = Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.2)
    assert [row.is_failing for row in endpoint_rows((FAST, SLOW), ())] == [False, True]
    assert [row.is_failing for row in endpoint_rows((FAST, SLOW), (patient,))] == [False, False]


def test_cells_show_what_needs_the_eye() -> None:
    fast, slow = endpoint_rows((FAST, SLOW), GOALS)
    painted = {place: column.cell for place, column in enumerate(ENDPOINT_COLUMNS) if column.cell}
    assert painted[0](slow) == EndpointCell("POST", "/todos")
    assert painted[2](fast) == NumberCell("\u2013", tone="bad")
    cell = painted[SLOW_COLUMN](slow)
    assert isinstance(cell, NumberCell)
    assert (cell.share, cell.tone) == (1.0, "s_p95")


def test_every_column_sorts_by_one_type_and_is_written() -> None:
    for column in ENDPOINT_COLUMNS:
        values = [column.value(row) for row in endpoint_rows((FAST, SLOW), GOALS)]
        assert sorted(values)
        assert all(column.text(value) for value in values)

"""Columns of the causes of failures."""

from studio.measurement.cause import FailureCause
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from ui.table.cells import EndpointCell, NumberCell
from ui.table.failure_table import COUNT_COLUMN, failure_columns, failure_key, failure_rows

CAUSES = (
    FailureCause(Endpoint("GET", "/a"), Outcome.STATUS_5XX, "status 500", 30, 3.0, 65.0),
    FailureCause(Endpoint("GET", "/b"), Outcome.RESET, "gone\x1b[2J", 10, 4.0, 4.0),
)


def test_shares_add_up_to_all_failures() -> None:
    assert [row.share for row in failure_rows(CAUSES)] == [0.75, 0.25]
    assert failure_rows(()) == ()


def test_cells_say_what_failed_how_often_and_when() -> None:
    row = failure_rows(CAUSES)[0]
    columns = failure_columns(str)
    told = [column.text(column.value(row)) for column in columns]
    assert told == ["GET /a", "Status 5xx", "status 500", "30", "75.0\u202f%", "0:03", "1:05"]
    assert columns[0].cell is not None
    assert columns[0].cell(row) == EndpointCell("GET", "/a")
    count = columns[COUNT_COLUMN]
    assert count.cell is not None
    assert count.cell(row) == NumberCell("30", 0.75, "s_fail")


def test_signs_of_a_target_are_spelled_out() -> None:
    row = failure_rows(CAUSES)[1]
    cause = failure_columns(str)[2]
    assert cause.text(cause.value(row)) == "gone\\x1b[2J"


def test_a_cause_keeps_its_key_while_it_grows() -> None:
    one, other = failure_rows(CAUSES)
    assert failure_key(one) == failure_key(failure_rows(CAUSES[:1])[0])
    assert failure_key(one) != failure_key(other)

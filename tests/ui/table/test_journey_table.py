"""The table of journeys."""

from studio.project.journey_list import JourneyLine
from tests.ui.run.sample_run import make_summaries
from ui.table.cells import PillCell
from ui.table.journey_table import journey_columns

RUN = make_summaries()[0]
NEVER = JourneyLine("J2", "Browse", 3, 0, 1, None)
RAN = JourneyLine("J11", "Checkout", 30, 1, 12, RUN)


def test_each_line_says_what_came_of_its_last_run() -> None:
    columns = {str(it.title): it for it in journey_columns(str)}
    last = columns["Last run"]
    assert last.value(NEVER) == "never run"
    assert str(last.value(RAN)).startswith(RUN.run)
    assert last.cell is not None
    pill = last.cell(RAN)
    assert isinstance(pill, PillCell)
    assert columns["Started"].text(columns["Started"].value(NEVER)) == ""


def test_journeys_are_sorted_by_number() -> None:
    number = journey_columns(str)[0]
    assert sorted([RAN, NEVER], key=number.value) == [NEVER, RAN]
    assert number.text(number.value(RAN)) == "J11"

"""Columns of kept exchanges."""

from dataclasses import replace

from studio.measurement.example import ExampleKind
from tests.builders import make_example
from ui.table.cells import PillCell
from ui.table.example_table import TIME_COLUMN, example_columns, example_key
from ui.theme.icons import Icon


def test_cells_say_what_was_kept_and_why() -> None:
    columns = example_columns(str)
    slow = make_example(kind=ExampleKind.SLOW)
    told = [column.text(column.value(slow)) for column in columns]
    assert told[:3] == ["GET /", "Slow", "Status 5xx"]
    assert told[4:] == ["0:01", "worker-1"]
    assert columns[TIME_COLUMN].value(slow) == 20.0
    pill = columns[1].cell
    assert pill is not None
    assert pill(slow) == PillCell("Slow", Icon.CLOCK, "warn")
    assert pill(replace(slow, kind=ExampleKind.ASKED)) == PillCell("Asked for", Icon.INFO, "accent")
    assert pill(replace(slow, kind=ExampleKind.FAILED)) == PillCell("Failed", Icon.BAD, "bad")


def test_two_exchanges_have_two_keys() -> None:
    assert example_key(make_example(at_s=1.0)) != example_key(make_example(at_s=2.0))

"""The table of exchanges that were kept because they were slow, or asked for."""

from studio.measurement.example import Example, ExampleKind
from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.table.cells import EndpointCell, PillCell
from ui.table.column_table import Column
from ui.table.outcome_words import outcome_words
from ui.theme.icons import Icon
from ui.widget.figures import clock, milliseconds

TIME_COLUMN = 3
"""Where the response time stands: tables of examples begin sorted by it."""


def example_key(example: Example) -> tuple[object, ...]:
    """Return what tells one exchange from another."""
    return example.endpoint, example.at_s, example.worker, example.response_time_ms


def example_columns(say: Say) -> tuple[Column[Example], ...]:
    """Return the columns of kept exchanges."""

    def pill(row: Example) -> PillCell:
        match row.kind:
            case ExampleKind.SLOW:
                return PillCell(say(Phrase("run", "Slow")), Icon.CLOCK, "warn")
            case ExampleKind.ASKED:
                return PillCell(say(Phrase("run", "Asked for")), Icon.INFO, "accent")
            case ExampleKind.FAILED:
                return PillCell(say(Phrase("run", "Failed")), Icon.BAD, "bad")

    return (
        Column(
            Phrase("run", "Endpoint"),
            lambda row: plain(str(row.endpoint).strip()),
            cell=lambda row: EndpointCell(plain(row.endpoint.method), plain(row.endpoint.name)),
        ),
        Column(Phrase("run", "Kept because"), lambda row: pill(row).text, width_px=140, cell=pill),
        Column(Phrase("run", "Outcome"), lambda row: say(outcome_words(row.outcome)), width_px=116),
        Column(
            Phrase("run", "Response time"),
            lambda row: row.response_time_ms,
            milliseconds,
            120,
            is_number=True,
        ),
        Column(Phrase("run", "At"), lambda row: row.at_s, clock, 70, is_number=True),
        Column(Phrase("run", "Worker process"), lambda row: row.worker, width_px=130),
    )

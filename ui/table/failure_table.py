"""The table of causes by which requests failed."""

from collections.abc import Sequence
from dataclasses import dataclass

from studio.measurement.cause import FailureCause
from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.table.cells import EndpointCell, NumberCell
from ui.table.column_table import Column
from ui.table.outcome_words import outcome_words
from ui.widget.figures import clock, count, percent

COUNT_COLUMN = 3
"""Where the number of failures stands: tables of causes begin sorted by it."""


@dataclass(frozen=True, slots=True)
class FailureRow:
    """A cause among the others of its run."""

    cause: FailureCause

    share: float
    """Of all failures, 0 to 1."""


def failure_rows(causes: Sequence[FailureCause]) -> tuple[FailureRow, ...]:
    """Return a row for each cause."""
    total = sum(cause.count for cause in causes) or 1
    return tuple(FailureRow(cause, cause.count / total) for cause in causes)


def failure_key(row: FailureRow) -> tuple[object, ...]:
    """Return what stays the same about a cause."""
    return row.cause.endpoint, row.cause.outcome, row.cause.text


def failure_columns(say: Say) -> tuple[Column[FailureRow], ...]:
    """Return the columns of the causes of failures."""

    def outcome(row: FailureRow) -> str:
        return say(outcome_words(row.cause.outcome))

    return (
        Column(
            Phrase("run", "Endpoint"),
            lambda row: plain(str(row.cause.endpoint).strip()),
            width_px=230,
            cell=lambda row: EndpointCell(
                plain(row.cause.endpoint.method), plain(row.cause.endpoint.name)
            ),
        ),
        Column(Phrase("run", "Outcome"), outcome, width_px=116),
        Column(Phrase("run", "Cause"), lambda row: plain(row.cause.text)),
        Column(
            Phrase("run", "Failures"),
            lambda row: row.cause.count,
            count,
            96,
            is_number=True,
            cell=lambda row: NumberCell(count(row.cause.count), row.share, "s_fail"),
        ),
        Column(Phrase("run", "Share"), lambda row: row.share, percent, 80, is_number=True),
        Column(Phrase("run", "First"), lambda row: row.cause.first_s, clock, 70, is_number=True),
        Column(Phrase("run", "Last"), lambda row: row.cause.last_s, clock, 70, is_number=True),
    )

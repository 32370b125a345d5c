"""The list of runs."""

from dataclasses import replace

import pytest

from studio.run.run import RunEnding, RunState
from studio.run.verdict import VerdictKind
from tests.ui.run.sample_run import make_summaries
from ui.table.column_table import ColumnTable
from ui.table.run_table import run_columns, state_pill, verdict_pill

RULE = "Stopped by a rule"


@pytest.mark.parametrize(
    ("state", "ending", "verdict", "word", "tone"),
    [
        (RunState.STARTING, None, None, "Preparing", "accent"),
        (RunState.RUNNING, None, None, "Running", "accent"),
        (RunState.STOPPING, None, None, "Stopping", "accent"),
        (RunState.CLOSING, RunEnding.COMPLETED, VerdictKind.GOALS_MET, "Finishing", "accent"),
        (RunState.CLOSED, RunEnding.COMPLETED, VerdictKind.GOALS_MET, "Goals met", "good"),
        (RunState.CLOSED, RunEnding.STOPPED, VerdictKind.GOALS_MISSED, "Goals missed", "bad"),
        (RunState.CLOSED, RunEnding.FAILED, VerdictKind.UNTRUSTED, "Failed", "bad"),
        (RunState.CLOSED, RunEnding.STOPPED_BY_RULE, VerdictKind.GOALS_MET, RULE, "bad"),
        (RunState.CLOSED, RunEnding.INTERRUPTED, VerdictKind.NO_GOALS, "Interrupted", "warn"),
        (RunState.CLOSED, RunEnding.NEVER_STARTED, VerdictKind.NO_GOALS, "Never started", "plain"),
    ],
)
def test_where_a_run_stands_has_a_word_and_a_tone(
    state: RunState, ending: RunEnding | None, verdict: VerdictKind | None, word: str, tone: str
) -> None:
    pill = state_pill(state, ending, verdict, str)
    assert (pill.text, pill.tone) == (word, tone)


def test_verdicts_differ_in_word_and_in_symbol() -> None:
    pills = [verdict_pill(kind, str) for kind in VerdictKind]
    assert len({pill.text for pill in pills}) == len({pill.icon for pill in pills}) == 4


def test_runs_sort_by_number_not_by_letter() -> None:
    table = ColumnTable(run_columns(str), str, lambda row: row.run)
    table.show(make_summaries(12))
    table.sort(0)
    assert [table.index(row, 0).data() for row in (0, 1, 11)] == ["R1", "R2", "R12"]


def test_a_run_without_requests_has_no_time() -> None:
    table = ColumnTable(run_columns(str), str, lambda row: row.run)
    table.show([replace(make_summaries(1)[0], requests=0, failures=0, p95_ms=0.0)])
    assert table.index(0, 6).data() == "\u2013"


def test_a_run_is_found_by_its_verdict_scenario_question_or_name() -> None:
    table = ColumnTable(run_columns(str), str, lambda row: row.run)
    table.show(make_summaries(12))
    for words in ("missed", "checkout", "bigger", "r12"):
        table.filter(words)
        assert 0 < table.rowCount() < 12

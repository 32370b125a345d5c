"""The table of runs: how each ended, in a symbol and a word."""

from studio.phrase import Phrase
from studio.run.record import RunSummary
from studio.run.run import RunEnding, RunState
from studio.run.verdict import VerdictKind
from ui.bridge.language import Say
from ui.table.cells import PillCell, TrendCell
from ui.table.column_table import Column
from ui.theme.icons import Icon
from ui.widget.figures import count, milliseconds, moment, percent

_NO_VALUE = "\u2013"


def state_pill(
    state: RunState, ending: RunEnding | None, verdict: VerdictKind | None, say: Say
) -> PillCell:
    """Return where a run stands while it goes on, and what came of it afterwards."""
    if state is not RunState.CLOSED:
        return PillCell(say(_state_word(state)), Icon.RUNS, "accent")
    match ending:
        case RunEnding.FAILED:
            return PillCell(say(Phrase("run", "Failed")), Icon.BAD, "bad")
        case RunEnding.INTERRUPTED:
            return PillCell(say(Phrase("run", "Interrupted")), Icon.WARN, "warn")
        case RunEnding.STOPPED_BY_RULE:
            return PillCell(say(Phrase("run", "Stopped by a rule")), Icon.STOP, "bad")
        case RunEnding.NEVER_STARTED:
            return PillCell(say(Phrase("run", "Never started")), Icon.INFO, "plain")
        case _:
            return verdict_pill(verdict, say)


def verdict_pill(verdict: VerdictKind | None, say: Say) -> PillCell:
    """Return a verdict as a symbol and a word."""
    match verdict:
        case VerdictKind.GOALS_MET:
            return PillCell(say(Phrase("run", "Goals met")), Icon.GOOD, "good")
        case VerdictKind.GOALS_MISSED:
            return PillCell(say(Phrase("run", "Goals missed")), Icon.BAD, "bad")
        case VerdictKind.UNTRUSTED:
            return PillCell(say(Phrase("run", "Untrusted")), Icon.WARN, "warn")
        case VerdictKind.NO_GOALS | None:
            return PillCell(say(Phrase("run", "No goals")), Icon.INFO, "plain")


def run_columns(say: Say) -> tuple[Column[RunSummary], ...]:
    """Return the columns of the list of runs."""

    def pill(row: RunSummary) -> PillCell:
        return state_pill(row.state, row.ending, row.verdict, say)

    return (
        Column(Phrase("run", "Run"), _number, _name, 64),
        Column(Phrase("run", "Verdict"), lambda row: pill(row).text, width_px=146, cell=pill),
        Column(Phrase("run", "Scenario"), lambda row: row.scenario, width_px=180),
        Column(Phrase("run", "Question"), lambda row: row.question),
        Column(Phrase("run", "Started"), lambda row: row.started_at, moment, 150),
        Column(Phrase("run", "Users"), lambda row: row.users, count, 76, is_number=True),
        Column(Phrase("run", "p95"), lambda row: row.p95_ms, _time, 92, is_number=True),
        Column(Phrase("run", "Failures"), _failure_rate, percent, 86, is_number=True),
        Column(
            Phrase("run", "Trend of p95"),
            lambda row: row.p95_ms,
            _time,
            116,
            cell=lambda row: TrendCell(row.trend),
        ),
    )


def _state_word(state: RunState) -> Phrase:
    match state:
        case RunState.PLANNED | RunState.STARTING:
            return Phrase("run", "Preparing")
        case RunState.RUNNING:
            return Phrase("run", "Running")
        case RunState.STOPPING:
            return Phrase("run", "Stopping")
        case RunState.CLOSING:
            return Phrase("run", "Finishing")
        case RunState.CLOSED:
            return Phrase("run", "Finished")


def _number(row: RunSummary) -> tuple[int, str]:
    digits = row.run.removeprefix("R")
    return (int(digits) if digits.isdecimal() else 0, row.run)


def _name(number: tuple[int, str]) -> str:
    return number[1]


def _failure_rate(row: RunSummary) -> float:
    return row.failures / row.requests if row.requests else 0.0


def _time(value_ms: float) -> str:
    return milliseconds(value_ms) if value_ms else _NO_VALUE

"""What a run says."""

import pytest

from studio.run.event import EventKind, RunEvent
from studio.run.verdict import Doubt, Verdict, VerdictKind, judge
from studio.scenario.goal import Bound, Goal, GoalResult, Measure
from studio.scenario.load_profile import constant, rise_and_hold
from tests.ui.run.sample_run import GOALS, make_finished
from ui.run.sentences import (
    event_words,
    goal_of,
    goal_words,
    limit_words,
    margin_words,
    stage_words,
    verdict_words,
    written,
)
from ui.widget.figures import milliseconds, percent, rate

TOTAL = make_finished().total


def missed(measure: Measure, limit: float, value: float | None, of: str = "all") -> Verdict:
    bound = Bound.AT_LEAST if measure is Measure.THROUGHPUT else Bound.AT_MOST
    kept = GoalResult(GOALS[0], 1.0, met=True)
    return Verdict(
        VerdictKind.GOALS_MISSED,
        (kept, kept, GoalResult(Goal(measure, bound, limit, of), value, met=False)),
    )


@pytest.mark.parametrize(
    ("measure", "limit", "value", "end"),
    [
        (Measure.MEDIAN, 300.0, 400.0, "typical responses took 400 ms, the goal is 300 ms or less"),
        (Measure.P95, 500.0, 812.0, "slow responses took 812 ms, the goal is 500 ms or less"),
        (
            Measure.P99,
            500.0,
            812.0,
            "the slowest responses took 812 ms, the goal is 500 ms or less",
        ),
    ],
)
def test_a_missed_time_is_told_with_its_goal(
    measure: Measure, limit: float, value: float, end: str
) -> None:
    said = str(verdict_words(missed(measure, limit, value), TOTAL, "The shop"))
    for plain in ("300 ms", "400 ms", "500 ms", "812 ms"):
        end = end.replace(plain, milliseconds(float(plain.split()[0])))
    assert said == f"The shop kept 2 of 3 goals: {end}."


def test_missed_rates_are_told_in_their_units() -> None:
    failures = verdict_words(missed(Measure.FAILURE_RATE, 0.01, 0.1), TOTAL, "The shop")
    assert f"{percent(0.1)} of the requests failed" in str(failures)
    slow = verdict_words(missed(Measure.THROUGHPUT, 60.0, 52.0), TOTAL, "The shop")
    assert f"it answered {rate(52.0)}/s, the goal is {rate(60.0)}/s or more" in str(slow)


def test_an_endpoints_goal_names_the_endpoint_and_silence_is_no_success() -> None:
    said = str(verdict_words(missed(Measure.P95, 500.0, 812.0, "GET /todos"), TOTAL, "It"))
    assert "GET /todos had" in said
    said = str(verdict_words(missed(Measure.P95, 500.0, None), TOTAL, "It"))
    assert said.endswith("nothing was measured.")


def test_the_other_verdicts() -> None:
    met = Verdict(VerdictKind.GOALS_MET, (GoalResult(GOALS[0], 1.0, met=True),))
    assert str(verdict_words(met, TOTAL, "The shop")) == "The shop kept all 1 goal."
    assert "slow responses took" in str(verdict_words(judge((), TOTAL, ()), TOTAL, "The shop"))


@pytest.mark.parametrize("doubt", Doubt)
def test_every_doubt_has_a_sentence_of_its_own(doubt: Doubt) -> None:
    said = {str(verdict_words(judge(GOALS, TOTAL, (), (it,)), TOTAL, "x")) for it in Doubt}
    assert len(said) == len(Doubt)
    assert str(verdict_words(judge(GOALS, TOTAL, (), (doubt,)), TOTAL, "x")) in said


@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("bound", Bound)
@pytest.mark.parametrize("of", ["all", "GET /todos"])
def test_every_goal_can_be_said(measure: Measure, bound: Bound, of: str) -> None:
    goal = Goal(measure, bound, 5.0, of)
    said = str(goal_words(goal))
    assert written(measure, 5.0) in said
    assert (of in said) == (of != "all") or said.endswith("(all)") or "(all)" in said
    assert str(limit_words(goal)).startswith("goal: ")


def test_goals_are_said_in_the_testers_words() -> None:
    said = str(goal_words(Goal(Measure.P95, Bound.AT_MOST, 500.0)))
    assert said == f"slow response (p95): {milliseconds(500.0)} or less"
    assert goal_of(GOALS, Measure.P95) is GOALS[1]
    assert goal_of(GOALS, Measure.P99) is None


def test_margins_say_on_which_side() -> None:
    at_least = Goal(Measure.THROUGHPUT, Bound.AT_LEAST, 50.0)
    assert str(margin_words(GOALS[1], 400.0)) == f"kept, {milliseconds(100.0)} to spare"
    assert str(margin_words(GOALS[1], 812.0)) == f"missed by {milliseconds(312.0)}"
    assert str(margin_words(at_least, 52.0)) == f"kept, {rate(2.0)}/s to spare"
    assert str(margin_words(at_least, 48.0)) == f"missed by {rate(2.0)}/s"


@pytest.mark.parametrize("kind", EventKind)
def test_every_event_is_told_with_what_it_is_about(kind: EventKind) -> None:
    said = str(event_words(RunEvent(1.0, kind, "GET /todos")))
    needs_no_more = {
        EventKind.STOPPED,
        EventKind.MADE_IN_CI,
        EventKind.STATISTICS_RESET,
        EventKind.NOT_ANSWERING,
        EventKind.SHOP_LOST,
        EventKind.HELD,
        EventKind.USERS_GONE,
        EventKind.RESUMED,
        EventKind.STAGE_SKIPPED,
        EventKind.BACKING_OFF,
        EventKind.ANSWERS_HELD,
        EventKind.JOURNAL_MENDED,
        EventKind.JOURNAL_SLOW,
    }
    assert ("GET /todos" in said) == (kind not in needs_no_more)


def test_only_stages_that_take_time_are_told() -> None:
    said = [str(words) for words in stage_words(rise_and_hold(60, 15, 30, 5))]
    assert said == ["Rise · 0:15", "Hold · 0:30", "Fall · 0:05"]
    assert [str(words) for words in stage_words(constant(60, 30))] == ["Hold · 0:30"]

"""Starts are made when they are due; a stall is never followed by a burst."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.child.load.start_pace import LATEST_S, StartPace
from studio.child.load.start_plan import StartPlan


def steady(rate: float, begins_s: float = 0.0, due: float = 0.0) -> StartPlan:
    return StartPlan(((begins_s, rate), (begins_s + 60.0, rate)), due)


def pace_of(plan: StartPlan, share: int = 0, of: int = 1) -> StartPace:
    pace = StartPace()
    pace.take(plan, share, of)
    return pace


def looks(pace: StartPace, moments_s: Iterable[float]) -> list[tuple[float, float]]:
    """Return when each start was made and when it was due."""
    return [(at_s, due_s) for at_s in moments_s for due_s in pace.due(at_s)[0]]


def every(step_s: float, until_s: float, from_s: float = 0.0) -> list[float]:
    return [from_s + i * step_s for i in range(int((until_s - from_s) / step_s) + 1)]


@pytest.mark.parametrize("rate", [0.5, 7, 100, 1500])
def test_each_start_is_made_soon_after_it_is_due(rate: float) -> None:
    made = looks(pace_of(steady(rate)), every(0.002, 10))
    assert len(made) == pytest.approx(10 * rate, abs=1)
    assert all(0 <= at_s - due_s < 0.0021 for at_s, due_s in made)


def test_worker_processes_take_turns() -> None:
    paces = [pace_of(steady(10), share, of=3) for share in range(3)]
    made = [looks(pace, every(0.001, 6)) for pace in paces]
    assert [len(it) for it in made] == [20, 20, 20]
    due = sorted(due_s for it in made for _, due_s in it)
    assert due == pytest.approx([0.05 + i / 10 for i in range(60)])


@settings(max_examples=30)
@given(st.floats(1, 150), st.floats(0.1, 8))
def test_a_stall_is_made_up_for_slowly_and_only_in_part(rate: float, stall_s: float) -> None:
    pace = pace_of(steady(rate))
    begun_s = 2.0
    before = looks(pace, every(0.005, begun_s))
    missed = pace.due(begun_s + stall_s)[1]
    after = looks(pace, every(0.01, begun_s + stall_s + 3, begun_s + stall_s + 0.005))
    for at_s, _ in after:
        within = sum(at_s <= other_s < at_s + 1 for other_s, _ in after)
        assert within <= 2 * rate + 2 * rate * 0.06 + 2
    assert all(at_s - due_s <= LATEST_S for at_s, due_s in after)
    assert all(s < begun_s + stall_s - LATEST_S for s in missed)
    assert len(before) >= (begun_s * rate) - 1


def test_a_new_plan_takes_over_at_its_moment() -> None:
    pace = pace_of(steady(10))
    looks(pace, every(0.01, 1))
    pace.take(steady(50, begins_s=2.0, due=20.0), 0, 1)
    made = looks(pace, every(0.005, 4, from_s=1.005))
    assert sum(due_s < 2 for _, due_s in made) == 10
    assert sum(2 <= due_s < 4 for _, due_s in made) == pytest.approx(100, abs=1)


def test_a_plan_that_comes_late_makes_no_start_twice() -> None:
    pace = pace_of(steady(10))
    first = looks(pace, every(0.01, 3))
    pace.take(steady(10, begins_s=2.0, due=20.0), 0, 1)
    second = looks(pace, every(0.01, 5, from_s=3.01))
    due = [due_s for _, due_s in first + second]
    assert due == sorted(set(due))
    assert len(due) == pytest.approx(50, abs=1)


def test_sleep_ends_when_the_next_start_is_due() -> None:
    pace = pace_of(steady(100))
    assert pace.due(0.0) == ([], [])
    assert pace.nap_s(0.0) == pytest.approx(0.005)
    assert pace_of(steady(0.1)).nap_s(0.0) == 0.02
    assert StartPace().nap_s(0.0) == 0.02

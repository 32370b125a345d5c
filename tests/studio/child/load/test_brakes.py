"""A run is held back or ended when its target says so, and not a second before."""

from collections.abc import Iterable

import pytest

from studio.child.load.brakes import FAILING_S, REACH_S, Brakes
from studio.engine.braking_messages import Brake, Braked
from studio.engine.load_limits import LoadLimits
from studio.engine.load_messages import SecondMeasured
from studio.measurement.outcome import Outcome
from tests.builders import make_row, make_second

FREE = LoadLimits(())


def second(at_s: int, users: int = 8, **outcomes: int) -> SecondMeasured:
    """Return a second with so many requests of each outcome, by the outcomes' member names."""
    rows = (
        make_row(0, *[10.0] * count, outcome=Outcome[name.upper()])
        for name, count in outcomes.items()
    )
    return make_second(at_s, *rows, users=users)


def judged(seconds: Iterable[SecondMeasured], limits: LoadLimits = FREE) -> list[Braked]:
    brakes = Brakes(limits)
    return [braked for it in seconds for braked in brakes.take(it)]


def kinds(found: list[Braked]) -> list[tuple[float, Brake]]:
    return [(it.at_s, it.brake) for it in found]


def test_a_run_that_goes_well_is_left_alone() -> None:
    assert judged(second(s, ok=50, timed_out=3) for s in range(200)) == []


@pytest.mark.parametrize("outcome", ["refused", "reset"])
def test_half_refused_over_ten_seconds_halves_the_users_and_the_second_time_ends_the_run(
    outcome: str,
) -> None:
    found = judged(second(s, **{outcome: 5, "ok": 5}) for s in range(60))
    assert kinds(found) == [
        (REACH_S, Brake.USERS_HALVED),
        (2 * REACH_S, Brake.OUT_OF_REACH),
    ]
    assert (found[0].number, found[0].users) == (0.5, 4)


def test_a_target_that_comes_back_lets_the_run_go_on() -> None:
    down = [second(s, refused=9) for s in range(10)]
    up = [second(s, ok=9) for s in range(10, 60)]
    assert kinds(judged([*down, *up])) == [(10, Brake.USERS_HALVED)]


def test_the_last_user_is_not_halved_away() -> None:
    found = judged(second(s, users=1, refused=1) for s in range(10))
    assert [it.users for it in found] == [1]


def test_few_requests_say_nothing() -> None:
    assert judged(second(s, refused=s % 2) for s in range(18)) == []


def test_most_requests_failing_for_half_a_minute_ends_the_run() -> None:
    well = [second(s, ok=20) for s in range(5)]
    ill = [second(s, ok=9, status_5xx=6, check_failed=5) for s in range(5, 90)]
    found = judged([*well, *ill])
    assert [it.brake for it in found] == [Brake.FAILING]
    assert FAILING_S <= found[0].at_s <= 5 + FAILING_S
    assert found[0].number > 0.5


def test_exactly_half_is_not_most() -> None:
    assert judged(second(s, ok=5, status_5xx=5) for s in range(90)) == []


def test_who_wants_to_see_a_target_fall_may() -> None:
    limits = LoadLimits((), stops_by_itself=False)
    assert judged((second(s, refused=9) for s in range(90)), limits) == []


def test_a_target_sets_how_long_it_may_last() -> None:
    limits = LoadLimits((), longest_s=5)
    found = judged((second(s, ok=9) for s in range(20)), limits)
    assert kinds(found) == [(5, Brake.TOO_LONG)]


def test_a_target_sets_how_many_requests_a_second_it_takes() -> None:
    limits = LoadLimits((), most_requests_per_s=40)
    seconds = [second(0, users=8, ok=40), *(second(s, users=8, ok=80) for s in range(1, 4))]
    seconds += [second(s, users=4, ok=60) for s in range(4, 8)]
    found = judged(seconds, limits)
    assert [(it.at_s, it.users) for it in found] == [(2, 4), (6, 2)]
    assert {it.number for it in found} == {40}
    assert not any(it.brake.stops for it in found)


def test_nothing_is_said_after_the_end() -> None:
    limits = LoadLimits((), longest_s=20, most_requests_per_s=1)
    found = judged((second(s, refused=90) for s in range(90)), limits)
    stops = [it.brake for it in found if it.brake.stops]
    assert stops == [found[-1].brake]

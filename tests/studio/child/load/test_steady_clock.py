"""A clock that is set while a run goes on does not move the one Locust looks at."""

import time

import pytest

from studio.child.load.steady_clock import SteadyClock


def test_it_begins_at_the_wall_clock_and_runs_on() -> None:
    clock = SteadyClock()
    assert abs(clock.time() - time.time()) < 1
    before_s = clock.time()
    assert before_s <= clock.time()


@pytest.mark.parametrize("by_s", [3600.0, -3600.0])
def test_setting_the_wall_clock_does_not_move_it(
    monkeypatch: pytest.MonkeyPatch, by_s: float
) -> None:
    clock, real = SteadyClock(), time.time
    monkeypatch.setattr(time, "time", lambda: real() + by_s)
    assert abs(clock.time() - real()) < 1


def test_all_else_is_as_in_the_module() -> None:
    assert SteadyClock().perf_counter is time.perf_counter
    assert SteadyClock().sleep is time.sleep

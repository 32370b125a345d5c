"""Clocks that differ are translated, and clocks that are set are noticed."""

import pytest

from studio.child.load.clock_watch import ClockWatch


def heard(watch: ClockWatch, at_s: float, *, ahead_s: float = 0.0, wall_s: float = 0.0) -> float:
    """Let a report with a delay of 10 ms come; return by how much the wall clock was set."""
    sent_s = at_s + ahead_s
    step_s = watch.hear("w", sent_s=sent_s, wall_s=sent_s + wall_s, arrived_s=at_s + 0.01)
    return step_s or 0.0


@pytest.mark.parametrize("ahead_s", [5_000.0, -5_000.0])
def test_a_moment_is_told_by_the_clock_of_its_hearer(ahead_s: float) -> None:
    watch = ClockWatch()
    for late_s in (0.3, 0.05, 0.2):
        watch.hear("w", sent_s=10.0 + ahead_s, wall_s=0.0, arrived_s=10.0 + late_s)
    assert watch.theirs("w", 20.0) == pytest.approx(20.0 + ahead_s - 0.05)


def test_processes_of_one_computer_share_its_clock() -> None:
    watch = ClockWatch()
    heard(watch, 10.0)
    assert watch.theirs("w", 20.0) == 20.0
    assert watch.theirs("never heard", 20.0) == 20.0


@pytest.mark.parametrize("by_s", [3600.0, -3600.0, 61.0])
def test_a_clock_that_is_set_is_noticed_once(by_s: float) -> None:
    watch = ClockWatch()
    assert heard(watch, 1.0, wall_s=1e9) == 0.0
    assert heard(watch, 2.0, wall_s=1e9 + 0.4) == 0.0
    assert heard(watch, 3.0, wall_s=1e9 + by_s) == pytest.approx(by_s)
    assert heard(watch, 4.0, wall_s=1e9 + by_s) == 0.0

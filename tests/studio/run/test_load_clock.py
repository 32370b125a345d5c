"""Load time is read from the events of a run, live and years later."""

from studio.run.event import EventKind, RunEvent
from studio.run.load_clock import LoadClock


def clock(*events: tuple[float, EventKind, str]) -> LoadClock:
    made = LoadClock()
    for at_s, kind, text in events:
        made.take(RunEvent(at_s, kind, text))
    return made


def test_without_an_event_load_time_is_run_time() -> None:
    assert clock((3, EventKind.USERS_CHANGED, "5")).load_s(12) == 12


def test_a_held_run_stands_still_and_then_goes_on() -> None:
    held = clock((5, EventKind.HELD, ""))
    assert (held.is_held, held.load_s(25)) == (True, 5)
    resumed = clock((5, EventKind.HELD, ""), (25, EventKind.RESUMED, ""))
    assert (resumed.is_held, resumed.load_s(30)) == (False, 10)


def test_a_skip_jumps_and_while_held_stays_there() -> None:
    assert clock((5, EventKind.STAGE_SKIPPED, "30.0")).load_s(6) == 31
    held = clock((5, EventKind.HELD, ""), (9, EventKind.STAGE_SKIPPED, "30.0"))
    assert (held.is_held, held.load_s(50)) == (True, 30)


def test_users_given_back_to_the_load_change_no_time() -> None:
    assert clock((5, EventKind.RESUMED, "")).load_s(12) == 12

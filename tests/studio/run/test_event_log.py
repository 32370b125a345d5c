"""Events are noted in order, and never without end."""

from studio.run.event import EventKind, RunEvent
from studio.run.event_log import MOST_EVENTS, EventLog


def test_events_of_elsewhere_take_their_place() -> None:
    log = EventLog()
    log.note(1.0, EventKind.HELD, "")
    log.note(9.0, EventKind.RESUMED, "")
    log.merge([RunEvent(5.0, EventKind.NOT_ANSWERING, "")])
    assert [event.at_s for event in log.all()] == [1, 5, 9]
    assert log.holds(EventKind.NOT_ANSWERING, "")
    assert not log.holds(EventKind.NOT_ANSWERING, "x")


def test_a_run_that_goes_wrong_every_second_is_not_told_of_for_ever() -> None:
    log = EventLog()
    for second in range(MOST_EVENTS + 50):
        log.note(float(second), EventKind.TASK_FAILED, "x")
    assert len(log.all()) == MOST_EVENTS

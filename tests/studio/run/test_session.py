"""Messages in, snapshots out: a run is what its engine told of it."""

from dataclasses import replace

import pytest

from studio.engine.braking_messages import Brake, Braked
from studio.engine.load_messages import (
    Finished,
    Health,
    LoadMessage,
    Refused,
    SecondAmended,
    StatisticsReset,
    StopBegan,
    StudioGone,
    UsersOrdered,
    WorkerJoined,
    WorkerLost,
)
from studio.engine.trouble_messages import TaskFailed
from studio.errors import EngineError
from studio.measurement.outcome import Outcome
from studio.phrase import Phrase
from studio.run.event import EventKind, RunEvent
from studio.run.lane_use import LaneUse
from studio.run.run import NOT_ANSWERING_S, RunEnding, RunState
from studio.run.session import RunSession
from studio.run.verdict import Doubt, VerdictKind
from studio.scenario.goal import Bound, Goal, Measure
from tests.builders import make_row, make_run, make_second

QUICK = Goal(Measure.P95, Bound.AT_MOST, 500)


def session_of(messages: list[LoadMessage], *goals: Goal) -> RunSession:
    session = RunSession(goals)
    for message in messages:
        session.receive(message)
    return session


def test_a_run_goes_from_preparing_to_its_verdict() -> None:
    session = RunSession((QUICK,))
    assert session.snapshot().state is RunState.STARTING
    messages = make_run(make_second(0, make_row(0, 10)), make_second(1, make_row(0, 20, 30)))
    for message in messages[:7]:
        session.receive(message)
    now = session.snapshot()
    assert (now.state, now.users, now.total.requests) == (RunState.RUNNING, 5, 1)
    for message in messages[7:]:
        session.receive(message)
    assert session.snapshot().state is RunState.STOPPING
    session.end(None)
    end = session.snapshot()
    assert (end.state, end.ending, end.users) == (RunState.CLOSING, RunEnding.COMPLETED, 0)
    assert (end.total.requests, end.at_s) == (3, 2.0)
    assert end.verdict is not None
    assert end.verdict.kind is VerdictKind.GOALS_MET


def ending_after(
    messages: list[LoadMessage], *, may_have_begun: bool = True
) -> tuple[RunEnding | None, bool]:
    session = session_of(messages, QUICK)
    session.recover(may_have_begun=may_have_begun)
    snapshot = session.snapshot()
    return snapshot.ending, snapshot.error is not None


def test_what_a_journal_says_last_decides_how_a_run_ended() -> None:
    whole = make_run(make_second(0, make_row(0, 10)))
    *going, stop, end = whole
    by_hand, gone = StopBegan(0.8, by_hand=True, grace_s=10), StudioGone(0.7)
    assert ending_after(whole) == (RunEnding.COMPLETED, False)
    assert ending_after([*going, by_hand, end]) == (RunEnding.STOPPED, False)
    assert ending_after([*going, gone, stop, end]) == (RunEnding.INTERRUPTED, False)
    assert ending_after([*going, stop]) == (RunEnding.INTERRUPTED, False)
    assert ending_after([*going, Finished(1.0, 1, 0, 3)]) == (RunEnding.FAILED, True)
    assert ending_after([]) == (RunEnding.INTERRUPTED, False)
    assert ending_after(going[:5], may_have_begun=False) == (RunEnding.NEVER_STARTED, False)
    assert ending_after(going, may_have_begun=False) == (RunEnding.INTERRUPTED, False)


def test_a_run_whose_studio_left_it_is_interrupted_unless_it_was_being_stopped() -> None:
    going = make_run(make_second(0, make_row(0, 10)))[:-2]
    left = session_of([*going, StudioGone(0.7), Finished(1.0, 1, 0, 0)])
    left.end(None)
    assert left.snapshot().ending is RunEnding.INTERRUPTED
    stopped = session_of([*going, StopBegan(0.5, by_hand=True, grace_s=10), StudioGone(0.7)])
    stopped.end(None)
    assert stopped.snapshot().ending is RunEnding.STOPPED


def test_missing_seconds_are_gaps_and_the_run_says_so() -> None:
    seconds = [make_second(s, make_row(0, 10)) for s in (0, 1, 4)]
    session = session_of(make_run(*seconds), QUICK)
    session.end(None)
    snapshot = session.snapshot()
    assert [point.is_gap for point in snapshot.timeline] == [False, False, True, True, False]
    assert (EventKind.SECONDS_LOST, 2.0, "2") in [(e.kind, e.at_s, e.text) for e in snapshot.events]
    assert snapshot.total.requests_per_s == 1
    assert snapshot.verdict is not None
    assert snapshot.verdict.kind is VerdictKind.UNTRUSTED
    assert Doubt.MEASUREMENTS_LOST in snapshot.verdict.doubts


def test_an_engine_that_says_nothing_is_not_answering() -> None:
    now_s = 100.0
    session = RunSession((), clock_s=lambda: now_s)
    *going, stop, end = make_run(make_second(0, make_row(0, 10)))
    for message in going[:3]:
        session.receive(message)
    now_s += 60  # reading a locustfile may take long, and is no silence
    assert session.snapshot().silent_s == 0
    for message in going[3:]:
        session.receive(message)
    now_s += NOT_ANSWERING_S - 0.1
    assert session.snapshot().silent_s == 0
    now_s += 2.1
    snapshot = session.snapshot()
    assert snapshot.silent_s == pytest.approx(NOT_ANSWERING_S + 2)
    (event,) = snapshot.events
    assert (event.kind, event.at_s) == (EventKind.NOT_ANSWERING, pytest.approx(0))
    session.receive(stop)
    assert session.snapshot().silent_s == 0
    now_s += NOT_ANSWERING_S
    session.receive(end)
    session.end(None)
    kinds = [event.kind for event in session.snapshot().events]
    assert kinds == [EventKind.NOT_ANSWERING] * 2
    now_s += 99
    assert session.snapshot().silent_s == 0


def test_what_the_studio_itself_has_seen_is_an_event_while_the_run_goes_on() -> None:
    *going, _, _ = make_run(make_second(0, make_row(0, 10)))
    session = session_of(going)
    session.notice(EventKind.SHOP_LOST)
    session.end(None)
    session.notice(EventKind.SHOP_LOST)
    assert [it.kind for it in session.snapshot().events] == [EventKind.SHOP_LOST]


def test_what_another_session_noticed_takes_its_place_in_time() -> None:
    session = session_of([UsersOrdered(2.0, 9), UsersOrdered(6.0, 9)])
    session.take_events([RunEvent(4.0, EventKind.NOT_ANSWERING, "")])
    assert [event.at_s for event in session.snapshot().events] == [2.0, 4.0, 6.0]


def test_run_time_goes_on_between_messages() -> None:
    now_s = 100.0
    session = RunSession((), clock_s=lambda: now_s)
    for message in make_run(make_second(0))[:7]:
        session.receive(message)
    now_s = 103.5
    assert session.snapshot().at_s == 3.5


def test_a_late_row_is_added_to_its_second() -> None:
    messages = make_run(make_second(0, make_row(0, 10)))
    messages.insert(-2, SecondAmended(0, (make_row(0, 10),)))
    snapshot = session_of(messages).snapshot()
    assert snapshot.timeline[0].requests == 2


def test_the_first_failure_is_an_event() -> None:
    bad = make_row(0, 10, outcome=Outcome.STATUS_5XX)
    messages = make_run(make_second(0, make_row(0, 1)), make_second(1, bad), make_second(2, bad))
    (event,) = session_of(messages).snapshot().events
    assert (event.kind, event.at_s, event.text) == (EventKind.FIRST_FAILURE, 1, "GET /")


def test_what_was_done_by_hand_is_an_event() -> None:
    messages = make_run(make_second(0))
    messages[-2:-2] = [UsersOrdered(0.5, 9), StopBegan(0.8, by_hand=True, grace_s=10.0)]
    session = session_of(messages)
    session.end(None)
    kinds = [event.kind for event in session.snapshot().events]
    assert kinds == [EventKind.USERS_CHANGED, EventKind.STOPPED]
    assert session.snapshot().ending is RunEnding.STOPPED


@pytest.mark.parametrize(
    ("brake", "ending"),
    [
        (Brake.FAILING, RunEnding.STOPPED_BY_RULE),
        (Brake.OUT_OF_REACH, RunEnding.STOPPED_BY_RULE),
        (Brake.TOO_LONG, RunEnding.STOPPED_BY_RULE),
        (Brake.USERS_HALVED, RunEnding.COMPLETED),
        (Brake.RETRY_AFTER, RunEnding.COMPLETED),
    ],
)
def test_a_run_that_a_rule_ended_says_so(brake: Brake, ending: RunEnding) -> None:
    messages = make_run(make_second(0, make_row(0, 10)))
    messages.insert(-2, Braked(0.9, brake, 0.5))
    session = session_of(messages)
    session.end(None)
    snapshot = session.snapshot()
    assert snapshot.ending is ending
    assert [it.kind.value for it in snapshot.events] == [brake.value]


def test_who_stopped_a_run_before_a_rule_did_has_stopped_it() -> None:
    messages = make_run(make_second(0, make_row(0, 10)))
    messages[-2:-1] = [StopBegan(0.8, by_hand=True, grace_s=10), Braked(0.9, Brake.FAILING, 0.9)]
    session = session_of(messages)
    session.end(None)
    assert session.snapshot().ending is RunEnding.STOPPED


def test_each_place_that_was_not_allowed_is_an_event_once() -> None:
    places = ["evil.test", "evil.test", "10.0.0.1:22", "evil.test"]
    session = session_of([Refused(float(at_s), it, 7) for at_s, it in enumerate(places)])
    told = [(it.at_s, it.kind, it.text) for it in session.snapshot().events]
    kind = EventKind.NOT_ALLOWED
    assert told == [(0, kind, "evil.test"), (2, kind, "10.0.0.1:22")]


def test_a_run_that_goes_wrong_every_second_does_not_fill_the_memory() -> None:
    session = session_of([TaskFailed(0, 1.0, "ValueError", "x", "line 1 in a", "")] * 2000)
    assert len(session.snapshot().events) < 1000


@pytest.mark.parametrize(
    ("message", "doubt"),
    [
        (WorkerLost(1.0, "worker-1", 5), Doubt.WORKER_LOST),
        (Finished(1.0, 2, 0, 0), Doubt.NUMBERS_DIFFER),
        (Finished(1.0, 1, 1, 0), Doubt.NUMBERS_DIFFER),
    ],
)
def test_a_doubt_makes_a_run_untrusted(message: LoadMessage, doubt: Doubt) -> None:
    messages = make_run(make_second(0, make_row(0, 10)))
    ends = [] if isinstance(message, Finished) else messages[-1:]
    session = session_of([*messages[:-1], message, *ends], QUICK)
    session.end(None)
    verdict = session.snapshot().verdict
    assert verdict is not None
    assert (verdict.kind, verdict.doubts) == (VerdictKind.UNTRUSTED, (doubt,))


def test_a_generator_that_was_late_makes_a_run_untrusted() -> None:
    seconds = [make_second(s, make_row(0, 10), lag_p95_ms=90) for s in range(5)]
    session = session_of(make_run(*seconds))
    session.end(None)
    snapshot = session.snapshot()
    assert snapshot.bad_seconds == frozenset(range(5))
    assert snapshot.verdict is not None
    assert snapshot.verdict.doubts == (Doubt.GENERATOR_BUSY,)


def test_what_came_before_a_reset_counts_no_more_but_stays_in_the_charts() -> None:
    messages = make_run(
        make_second(0, make_row(0, 900)), make_second(1, make_row(0, 900), lag_p95_ms=90)
    )
    slow = session_of(messages, QUICK)
    slow.end(None)
    later = make_run(make_second(2, make_row(0, 10)), make_second(3, make_row(0, 10, 10)))[6:-1]
    late = SecondAmended(1, (make_row(0, 900),))
    finished = Finished(4.0, 6, 0, 0)
    messages = [*messages[:-2], StatisticsReset(1.2), late, *later, finished]
    session = session_of(messages, QUICK)
    session.end(None)
    snapshot = session.snapshot()
    assert snapshot.counted_from_s == 2
    assert (snapshot.total.requests, snapshot.total.requests_per_s) == (3, 1.5)
    assert snapshot.endpoints[0].requests == 3
    assert [point.requests for point in snapshot.timeline] == [1, 2, 1, 2]
    assert [event.kind for event in snapshot.events] == [EventKind.STATISTICS_RESET]
    assert snapshot.verdict is not None
    assert (snapshot.verdict.kind, snapshot.verdict.doubts) == (VerdictKind.GOALS_MET, ())
    assert slow.snapshot().verdict != snapshot.verdict


def test_a_run_tells_by_when_its_users_are_gone() -> None:
    session = session_of(make_run(make_second(0))[:-2])
    assert session.snapshot().stops_by_s is None
    session.receive(StopBegan(1.0, by_hand=True, grace_s=10.0))
    assert session.snapshot().stops_by_s == 11.0
    session.receive(StopBegan(2.5, by_hand=True, grace_s=0.0))
    snapshot = session.snapshot()
    assert (snapshot.stops_by_s, snapshot.state) == (2.5, RunState.STOPPING)
    assert [event.kind for event in snapshot.events] == [EventKind.STOPPED]


def test_a_run_that_was_called_off_before_its_load_is_stopped_and_not_in_doubt() -> None:
    session = session_of([StopBegan(0.0, by_hand=True, grace_s=0.0), Finished(0.0, 0, 0, 0)])
    session.end(None)
    silent = RunSession(())
    silent.end(None)
    for snapshot in (session.snapshot(), silent.snapshot()):
        assert snapshot.ending is RunEnding.STOPPED
        assert snapshot.verdict is not None
        assert snapshot.verdict.doubts == ()


def test_a_journal_without_its_end_is_not_to_be_trusted() -> None:
    session = session_of(make_run(make_second(0, make_row(0, 10)))[:-1])
    session.end(None)
    verdict = session.snapshot().verdict
    assert verdict is not None
    assert verdict.doubts == (Doubt.NUMBERS_DIFFER,)


def test_a_failed_engine_fails_the_run() -> None:
    session = session_of(make_run(make_second(0, make_row(0, 10)))[:-2])
    error = EngineError(Phrase("engine", "gone"))
    session.end(error)
    snapshot = session.snapshot()
    assert (snapshot.ending, snapshot.error) == (RunEnding.FAILED, error)
    assert snapshot.total.requests == 1


def test_an_interrupted_run_keeps_what_was_measured() -> None:
    session = session_of(make_run(make_second(0, make_row(0, 10)))[:-2], QUICK)
    session.recover(may_have_begun=True)
    snapshot = session.snapshot()
    assert (snapshot.ending, snapshot.total.requests) == (RunEnding.INTERRUPTED, 1)


def test_a_run_knows_how_much_the_fast_lane_carried() -> None:
    second = make_second(0, make_row(0, 10))
    health = (Health("worker-1", 5, 0.1, 1.0, plain=7, handed_over=2, passed_by=1),)
    lane = session_of(make_run(replace(second, workers=health))).snapshot().lane
    assert lane == LaneUse("", 7, 2, 1)
    off = session_of([WorkerJoined("worker-2", "switched off")]).snapshot().lane
    assert off == LaneUse("switched off")

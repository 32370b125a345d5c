"""Trouble is what the engine told of it, whatever was lost on the way."""

from dataclasses import replace

from studio.engine.trouble_messages import (
    CauseSeen,
    EngineSaid,
    ExampleKept,
    Happened,
    TaskFailed,
    TroubleCounted,
)
from studio.measurement.cause import FailureCause
from studio.measurement.example import ExampleKind
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.run.trouble import LogLine, TaskException, Trouble, TroubleFold, TroubleMessage
from tests.builders import make_example

CAUSE = CauseSeen(0, "GET", "/a", Outcome.STATUS_5XX, "status 500")


def fold_of(*messages: TroubleMessage) -> TroubleFold:
    fold = TroubleFold()
    for message in messages:
        fold.take(message)
    return fold


def test_things_are_introduced_and_then_counted() -> None:
    happened = Happened(0, 7, 1.0, 4.0)
    trouble = fold_of(
        CAUSE,
        TaskFailed(0, 1.0, "ValueError", "no", "line 3 in buy", "Traceback"),
        EngineSaid(0, "worker-1", "WARNING", "late"),
        TroubleCounted((happened,), (happened,), (happened,)),
    ).trouble()
    endpoint = Endpoint("GET", "/a")
    assert trouble == Trouble(
        (FailureCause(endpoint, Outcome.STATUS_5XX, "status 500", 7, 1.0, 4.0),),
        (TaskException("ValueError", "no", "line 3 in buy", "Traceback", 7, 1.0, 4.0),),
        (LogLine("worker-1", "WARNING", "late", 7, 1.0, 4.0),),
        (),
    )


def test_the_last_count_stands_and_one_of_something_unknown_is_passed_over() -> None:
    fold = fold_of(CAUSE, TroubleCounted((Happened(0, 7, 1.0, 4.0), Happened(9, 1, 1, 1)), (), ()))
    fold.take(TroubleCounted((Happened(0, 9, 1.0, 5.0),), (), ()))
    assert [cause.count for cause in fold.trouble().causes] == [9]


def test_after_a_reset_only_failures_that_come_again_are_shown() -> None:
    other = CauseSeen(1, "GET", "/b", Outcome.RESET, "gone")
    both = (Happened(0, 7, 1.0, 4.0), Happened(1, 3, 1.0, 4.0))
    fold = fold_of(CAUSE, other, TroubleCounted(both, (), ()))
    fold.reset(5.0)
    fold.take(TroubleCounted((Happened(1, 5, 1.0, 6.0),), (), ()))
    (cause,) = fold.trouble().causes
    assert (cause.text, cause.count, cause.first_s, cause.last_s) == ("gone", 2, 5.0, 6.0)


def test_looking_twice_costs_nothing() -> None:
    fold = fold_of(CAUSE)
    first = fold.trouble()
    assert fold.trouble() is first
    fold.take(CAUSE)
    assert fold.trouble() is not first


def test_of_slow_examples_the_slowest_stay() -> None:
    fold = TroubleFold()
    for ms in (100.0, 300.0, 200.0, 400.0, 50.0):
        slow = make_example(kind=ExampleKind.SLOW, response_time_ms=ms)
        fold.take(ExampleKept(slow))
        fold.take(ExampleKept(replace(slow, endpoint=Endpoint("GET", f"/{ms}"))))
    fold.take(ExampleKept(make_example()))
    examples = fold.trouble().examples
    times = [it.response_time_ms for it in examples if it.endpoint == make_example().endpoint]
    assert times == [300.0, 200.0, 400.0, make_example().response_time_ms]
    assert len(examples) == 4 + 5


def test_a_cause_finds_its_own_examples() -> None:
    fold = fold_of(CAUSE)
    own = make_example(endpoint=Endpoint("GET", "/a"), cause="status 500")
    others = (replace(own, cause="x"), replace(own, outcome=Outcome.RESET))
    for example in (own, *others, replace(own, endpoint=Endpoint("POST", "/a"))):
        fold.take(ExampleKept(example))
    (cause,) = fold.trouble().causes
    assert fold.trouble().examples_of(cause) == (own,)

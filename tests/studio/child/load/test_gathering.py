"""What workers notice is told once, in numbers that are all there has been."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from studio.child.load.gathering import MASTER, MOST_CAUSES, ExampleChoice, Gathering
from studio.engine.trouble_messages import (
    CauseSeen,
    EngineSaid,
    ExampleKept,
    Happened,
    TaskFailed,
    TroubleCounted,
)
from studio.measurement.example import MOST_EXAMPLES, ExampleKind
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.typed_json import write
from tests.builders import make_example

EXAMPLE = make_example(endpoint=Endpoint("GET", "/a"), cause="gone", response_time_ms=100.0)


def told(**parts: list[Any]) -> dict[str, Any]:
    return dict[str, list[Any]](causes=[], exceptions=[], lines=[], examples=[]) | parts


def test_a_cause_is_introduced_once_and_counted_over_all_workers() -> None:
    gathering = Gathering()
    key = ["GET", "/a", "5xx", "status 500"]
    gathering.take("worker-1", told(causes=[[key, 2, 1.0, 3.0]]))
    gathering.take("worker-2", told(causes=[[key, 5, 0.5, 2.0]]))
    assert list(gathering.tell()) == [
        CauseSeen(0, "GET", "/a", Outcome.STATUS_5XX, "status 500"),
        TroubleCounted((Happened(0, 7, 0.5, 3.0),), (), ()),
    ]
    gathering.take("worker-1", told(causes=[[key, 3, 1.0, 4.0]]))
    gathering.take("worker-1", told(causes=[[key, 3, 1.0, 4.0]]))
    assert list(gathering.tell()) == [TroubleCounted((Happened(0, 8, 0.5, 4.0),), (), ())]
    assert list(gathering.tell()) == []


def test_exceptions_and_lines_come_with_their_first_words() -> None:
    gathering = Gathering()
    key = ["ValueError", "no [number]", "line 3 in buy"]
    texts = ["no 17", "line 3 in buy", "Traceback …"]
    gathering.take(
        "worker-1",
        told(
            exceptions=[[key, 2, 1.0, 3.0, texts]],
            lines=[[["WARNING", "late by [number]"], 1, 1.0, 1.0, "late by 7"]],
        ),
    )
    gathering.take("worker-2", told(exceptions=[[key, 1, 1.0, 3.0, ["no 3", "line 3", "other"]]]))
    gathering.take_lines(MASTER, [[["ERROR", "gone"], 1, 2.0, 2.0, "gone"]])
    failed, *said, counted = gathering.tell()
    assert failed == TaskFailed(0, 1.0, "ValueError", "no 17", "line 3 in buy", "Traceback …")
    assert said == [
        EngineSaid(0, "worker-1", "WARNING", "late by 7"),
        EngineSaid(1, "master", "ERROR", "gone"),
    ]
    assert isinstance(counted, TroubleCounted)
    assert counted.exceptions == (Happened(0, 3, 1.0, 3.0),)
    assert len(counted.lines) == 2


def test_causes_without_end_come_to_few_and_none_is_lost() -> None:
    gathering = Gathering()
    for number in range(4 * MOST_CAUSES):
        key = ["GET", f"/{number % 700}", "5xx", f"cause {number}"]
        gathering.take("worker-1", told(causes=[[key, 1, 1.0, 1.0]]))
    messages = list(gathering.tell())
    (counted,) = [it for it in messages if isinstance(it, TroubleCounted)]
    assert sum(it.count for it in counted.causes) == 4 * MOST_CAUSES
    assert sum(isinstance(it, CauseSeen) for it in messages) <= MOST_CAUSES + len(Outcome)


def test_examples_are_told_as_they_are_and_few_of_a_cause() -> None:
    gathering = Gathering()
    for worker in ("worker-1", "worker-2"):
        gathering.take(worker, told(examples=[write(EXAMPLE)] * 3))
    assert list(gathering.tell()) == [ExampleKept(EXAMPLE)] * 5


@pytest.mark.parametrize("offered", [1000])
def test_a_run_keeps_so_many_examples_and_leaves_room_for_late_causes(offered: int) -> None:
    choice = ExampleChoice()
    kept: Counter[str] = Counter()
    for number in range(offered):
        cause = f"cause {min(number // 10, 40)}"
        kept[cause] += choice.wants(replace(EXAMPLE, cause=cause))
    kept["late"] += choice.wants(replace(EXAMPLE, cause="late"))
    assert kept["late"] == 1
    assert max(kept.values()) == 5
    assert kept.total() <= MOST_EXAMPLES


def test_a_slow_one_is_kept_if_it_is_clearly_slower_whichever_worker_has_it() -> None:
    choice = ExampleChoice()
    slow = replace(EXAMPLE, kind=ExampleKind.SLOW)
    times_ms = (100, 110, 124, 125, 100, 200, 249, 260)
    kept = [ms for ms in times_ms if choice.wants(replace(slow, response_time_ms=float(ms)))]
    assert kept == [100, 125, 200, 260]


def test_many_endpoints_share_the_room_for_slow_ones() -> None:
    choice = ExampleChoice()
    kept: Counter[str] = Counter()
    for ms in range(100, 100_000, 100):
        for name in ("/a", "/b", f"/{ms}"):
            example = replace(
                EXAMPLE,
                kind=ExampleKind.SLOW,
                endpoint=Endpoint("GET", name),
                response_time_ms=float(ms),
            )
            kept[name] += choice.wants(example)
    assert kept.total() == 50
    assert 1 <= kept["/a"] <= 25


def test_one_is_let_through_for_each_that_was_asked_for() -> None:
    choice = ExampleChoice()
    asked = replace(EXAMPLE, kind=ExampleKind.ASKED)
    assert not choice.wants(asked)
    choice.expect(("GET", "/a"))
    assert [choice.wants(asked), choice.wants(asked)] == [True, False]

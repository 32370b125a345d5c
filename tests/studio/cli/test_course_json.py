"""Plan and record, second by second, with the keys a script relies on."""

import json
from dataclasses import replace

from studio.cli.course_json import course_object
from studio.engine.load_course import LimitFound, StepJudged, StepReason
from studio.measurement.starts import StartSummary
from studio.measurement.timeline import Point
from studio.run.search_result import SearchResult
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import Constant
from studio.typed_json import read
from tests.studio.cli.records import make_record


def test_a_load_can_be_given_back() -> None:
    told = json.loads(json.dumps(course_object(make_record())))
    assert read(LoadShape, told["load"]) == Constant(5, 10)


def test_seconds_have_what_was_planned_and_what_came() -> None:
    starts = StartSummary(20, 19, 1, 3.0, 9.0)
    points = (
        Point(0, 7, 1, 4, 5.0, 9.0, 9.5, wanted_users=5),
        Point(1, 0, 0, 0, None, None, None, starts=starts),
    )
    record = make_record()
    snapshot = replace(record.snapshot, timeline=points, starts=starts)
    told = json.loads(json.dumps(course_object(replace(record, snapshot=snapshot))))
    first, second = told["seconds"]
    assert first == {
        "at_s": 0,
        "planned_users": 5,
        "users": 4,
        "requests": 7,
        "failures": 1,
        "p95_ms": 9.0,
    }
    assert (second["planned_starts"], second["made_starts"], second["missed_starts"]) == (20, 19, 1)
    assert (second["p95_ms"], second["late_p95_ms"]) == (None, 3.0)
    assert told["starts"]["not_started"] == 1


def test_a_limit_has_its_steps() -> None:
    steps = (StepJudged(60, 10, 40, None), StepJudged(120, 20, 41, StepReason.THROUGHPUT_FLAT))
    limit = LimitFound(120, 10, 40, StepReason.THROUGHPUT_FLAT)
    record = make_record()
    snapshot = replace(record.snapshot, search=SearchResult(steps, limit))
    told = course_object(replace(record, snapshot=snapshot))
    assert [step["passed"] for step in told["steps"]] == [True, False]
    assert (told["limit"]["users"], told["limit"]["reason"]) == (10, "throughput flat")

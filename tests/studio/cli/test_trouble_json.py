"""The keys a script relies on when it reads what went wrong."""

import json

from studio.cli.trouble_json import trouble_object
from studio.measurement.cause import FailureCause
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.run.trouble import NO_TROUBLE, LogLine, TaskException, Trouble
from tests.builders import make_example

TROUBLE = Trouble(
    (FailureCause(Endpoint("GET", "/a"), Outcome.STATUS_5XX, "status 500", 7, 1.0, 9.0),),
    (TaskException("ValueError", "no", "line 3 in buy", "Traceback", 2, 1.0, 9.0),),
    (LogLine("worker-1", "WARNING", "late", 3, 1.0, 2.0),),
    (make_example(), make_example(answer=None)),
)
COUNTED = {"count", "first_s", "last_s"}


def test_each_kind_has_its_keys() -> None:
    told = json.loads(json.dumps(trouble_object(TROUBLE, with_examples=True)))
    (cause,), (exception,), (line,) = told["causes"], told["exceptions"], told["log"]
    assert set(cause) == {"method", "name", "outcome", "cause"} | COUNTED
    assert (cause["cause"], cause["outcome"], cause["count"]) == ("status 500", "5xx", 7)
    assert set(exception) == {"kind", "text", "place", "traceback"} | COUNTED
    assert set(line) == {"process", "level", "text"} | COUNTED
    example, unanswered = told["examples"]
    assert example["request"]["headers"] == [["Accept", "*/*"]]
    assert example["answer"]["body"] == {"kind": "whole", "text": "no", "size_bytes": 2}
    assert unanswered["answer"] is None


def test_examples_are_told_only_if_wanted() -> None:
    assert "examples" not in trouble_object(TROUBLE, with_examples=False)
    assert trouble_object(NO_TROUBLE, with_examples=True)["examples"] == []

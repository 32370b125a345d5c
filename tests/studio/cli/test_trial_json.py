import json

from studio.cli.trial_json import trial_object
from studio.journey.sample import PRACTICE
from studio.phrase import Phrase
from studio.trial.difference import Difference, DifferenceKind
from tests.studio.trial.trials import line_of, make_exchange, record_of


def test_a_trial_is_one_json_object_with_all_that_was_seen() -> None:
    record = record_of(PRACTICE, make_exchange(line_of(PRACTICE, "r1"), {"a": 1}))
    line = Difference("a", "1", None, DifferenceKind.MISSING, Phrase("trial", "gone"))
    told = json.loads(json.dumps(trial_object(record, {0: (line,)})))
    assert (told["state"], told["passed"], told["steps_passed"]) == ("passed", True, 1)
    (step,) = told["walked"]
    (request,) = step["requests"]
    assert (step["name"], request["id"], request["status"]) == ("Sign in", "r1", 200)
    assert request["hops"][0]["answer"]["body"]["text"] == '{"a": 1}'
    assert request["differences"][0]["means"] == "gone"
    assert request["checks"] == [{"text": "Status is 200", "state": "passed", "found": "200"}]

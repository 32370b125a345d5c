"""A check becomes a condition under which its request has failed."""

import pytest

from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    OnFailure,
    Operator,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)
from studio.journey.journey_error import JourneyError
from studio.journey.template import take_apart
from studio.locustfile.planning_check import plan_check, plan_statuses
from studio.locustfile.planning_text import Names
from studio.locustfile.statement import lay_out_all

NAMES = Names({}, {}, {}, {"x": "self.x"})


def written(check: Check) -> list[str]:
    statements, _ = plan_check(check, NAMES)
    return list(lay_out_all(statements, 0))


def statuses(*checks: StatusCheck, is_last: bool = True) -> list[str]:
    statements, _ = plan_statuses(checks, is_last=is_last, is_fast=True)
    return list(lay_out_all(statements, 0))


@pytest.mark.parametrize(
    ("check", "condition"),
    [
        (ContainsCheck("a"), '"a" not in text_of(response)'),
        (AbsentCheck(take_apart("{{x}}")), "self.x in text_of(response)"),
        (ContainsCheck("a" * 49), f'not holds(text_of(response), "contains", "{"a" * 49}")'),
        (MatchesCheck(r"\d"), 'not re.search(r"\\d", text_of(response))'),
        (
            JsonCheck(("a", 0), Operator.AT_LEAST, "3"),
            'not holds(json_value(response, "a", 0), ">=", "3")',
        ),
        (
            HeaderCheck("X", Operator.LACKS, take_apart("{{x}}")),
            'not holds(header_value(response, "X"), "lacks", self.x)',
        ),
        (WithinCheck(250.0), 'response.request_meta["response_time"] > 250'),
        (SizeCheck(Operator.LESS, 9), 'response.request_meta["response_length"] >= 9'),
        (
            SizeCheck(Operator.CONTAINS, 9),
            'not holds(str(response.request_meta["response_length"]), "contains", "9")',
        ),
    ],
)
def test_each_check_has_its_condition(check: Check, condition: str) -> None:
    assert written(check)[0] == f"if {condition}:"


def test_what_is_compared_may_be_missing_without_an_end() -> None:
    check = JsonCheck(("a",), Operator.MATCHES, "b", OnFailure.GO_ON)
    assert written(check) == [
        'found = json_value(response, "a", missing=nothing)',
        "if found is None:",
        '    count_failed(response, "no $.a in the answer")',
        'elif not re.search("b", found):',
        "    count_failed(response, \"$.a does not match 'b'\")",
    ]


def test_a_user_may_be_stopped() -> None:
    told = written(ContainsCheck("a", OnFailure.STOP_USER))
    assert told[1:] == [
        "    count_failed(response, \"the answer does not contain 'a'\")",
        "    raise StopUser()",
    ]


def test_a_secret_is_not_shown_in_what_is_said() -> None:
    names = Names({"token": "TOKEN"}, {}, {})
    statements, _ = plan_check(ContainsCheck(take_apart("{{secret.token}}")), names)
    assert "'{{secret.token}}'" in "".join(lay_out_all(statements, 0))


@pytest.mark.parametrize(
    ("check", "condition"),
    [
        (StatusCheck((200,)), "!= 200"),
        (StatusCheck((200, 201)), "not in (200, 201)"),
        (StatusCheck((), (2,)), "not in range(200, 300)"),
        (StatusCheck((), (2, 3)), "not in (*range(200, 300), *range(300, 400))"),
        (StatusCheck((404,), (2,)), "not in (404, *range(200, 300))"),
    ],
)
def test_a_status_is_one_of_those_wanted(check: StatusCheck, condition: str) -> None:
    assert statuses(check)[0] == f"if response.status_code {condition}:"


def test_a_bad_status_that_is_wanted_is_no_failure() -> None:
    assert statuses(StatusCheck((404,)))[2:] == ["response.success()"]
    assert statuses(StatusCheck((), (4,)), is_last=False)[2:] == [
        "response.success()",
        'response.request_meta["exception"] = None',
    ]
    going_on = statuses(StatusCheck((404,), (), OnFailure.GO_ON))
    assert going_on[2:] == ["else:", "    response.success()"]
    assert statuses(StatusCheck((200,)), StatusCheck((), (2,)))[2] == (
        "elif response.status_code not in range(200, 300):"
    )
    assert statuses() == []


def test_a_pattern_with_variables_is_refused() -> None:
    with pytest.raises(JourneyError):
        written(HeaderCheck("X", Operator.MATCHES, take_apart("{{x}}")))

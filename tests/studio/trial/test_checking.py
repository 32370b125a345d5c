"""Which check failed, as far as the answer can tell; whether one did, the locustfile says."""

import pytest

from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    Operator,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)
from studio.journey.take import AnyItem, ItemWhere
from studio.journey.template import take_apart
from studio.trial.checking import check_results, is_missing, json_at, resolved, text_of
from studio.trial.record import CheckState
from tests.studio.trial.trials import make_exchange

ANSWER = {"status": "paid", "total": 12, "items": [{"id": "a"}, {"id": "b", "n": 2}]}
EQUAL = Operator.EQUAL
CHECKS: list[tuple[Check, str, str]] = [
    (StatusCheck((200, 201)), "passed", "200"),
    (StatusCheck((), (4,)), "failed", "200"),
    (ContainsCheck("paid"), "passed", "found"),
    (ContainsCheck(take_apart("{{who}}")), "failed", "not found"),
    (ContainsCheck(take_apart("{{secret.key}}")), "unknown", ""),
    (AbsentCheck("paid"), "failed", "found"),
    (MatchesCheck("(a+)+$"), "unknown", ""),
    (JsonCheck(("total",), Operator.AT_LEAST, "9"), "passed", "12"),
    (JsonCheck(("items", ItemWhere("id", "b"), "n"), EQUAL, "3"), "failed", "2"),
    (JsonCheck(("items", AnyItem(), "id"), EQUAL, "a"), "passed", "a"),
    (JsonCheck(("none",), EQUAL, "a"), "failed", "missing"),
    (HeaderCheck("content-type", Operator.CONTAINS, "json"), "passed", "application/json"),
    (HeaderCheck("X-Not", EQUAL, "a"), "failed", ""),
    (WithinCheck(10), "failed", "12 ms"),
    (SizeCheck(Operator.MORE, 3), "passed", "76 bytes"),
]


@pytest.mark.parametrize(("check", "state", "found"), CHECKS)
def test_a_failed_request_says_which_check_it_was(check: Check, state: str, found: str) -> None:
    exchange = make_exchange(0, ANSWER, failure="not what was wanted", variables=(("who", "Ann"),))
    (result,) = check_results((check,), exchange)
    assert (result.state, result.found) == (state, found)
    assert str(result.text)


@pytest.mark.parametrize("check", [it[0] for it in CHECKS])
def test_where_the_locustfile_found_nothing_wrong_every_check_has_passed(check: Check) -> None:
    (result,) = check_results((check,), make_exchange(0, ANSWER))
    assert result.state is CheckState.PASSED


def test_without_an_answer_nothing_is_known() -> None:
    (result,) = check_results((StatusCheck((200,)),), make_exchange(0, hops=(), failure="refused"))
    assert (result.state, str(result.text)) == (CheckState.UNKNOWN, "Status is 200")


def test_a_check_reads_as_a_sentence() -> None:
    assert str(text_of(ContainsCheck(take_apart("Hi {{who}}")))) == "Text contains “Hi {{who}}”"
    assert str(text_of(JsonCheck(("a", 0), EQUAL, "1"))) == "$.a[0] == 1"


def test_places_that_are_not_there_are_missing() -> None:
    assert json_at(ANSWER, ("items", 1, "n")) == 2
    assert is_missing(json_at(ANSWER, ("items", 9)))
    assert is_missing(json_at("text", ("a", "b")))
    assert resolved(take_apart("a {{b}}"), {}) is None

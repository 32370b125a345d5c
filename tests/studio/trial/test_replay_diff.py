"""What differs from before, and what it means: the six kinds, and what is taken already."""

from typing import Any

from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.take import FieldPlace, JsonPlace, Take
from studio.journey.template import take_apart
from studio.trial.comparing import against_trial
from studio.trial.difference import Difference, DifferenceKind
from studio.trial.replay_diff import MOST_LINES
from tests.studio.trial.trials import HTML, line_of, make_exchange, record_of

TAKES = (Take("order_id", JsonPlace(("id",))),)
SHOP = Journey(
    "J1",
    "Buyer",
    (
        Step("n1", "Pay", (Request("r1", "POST", "/orders", takes=TAKES),)),
        Step("n2", "Order status", (Request("r2", "GET", take_apart("/orders/{{order_id}}")),)),
        Step("n3", "Sign out", (Request("r3", "POST", "/out"),)),
    ),
)
R1, R2, R3 = (line_of(SHOP, it) for it in ("r1", "r2", "r3"))
THEN = {
    "id": 8812,
    "status": "paid",
    "receipt": "/r/8812",
    "paid_at": "2026-05-02T09:31:07Z",
    "csrf": "a1f93c",
    "gone": 1,
    "n": 1,
}
NOW = {
    "id": 9054,
    "status": "paid",
    "receipt": "/r/9054",
    "paid_at": "2026-05-03T14:01:44Z",
    "csrf": "77c0e2",
    "n": "1",
    "more": True,
    "trace_id": "zzz",
}


def walk(answer: object, order: int, csrf: str = "a1f93c", **more: Any) -> Any:  # noqa: ANN401
    return record_of(
        SHOP,
        make_exchange(R1, answer, number=0, variables=(("order_id", str(order)),), **more),
        make_exchange(R2, {}, number=1, address=f"http://shop.test/orders/{order}"),
        make_exchange(R3, {}, number=2, sent=f"_csrf={csrf}"),
    )


def lines(now: Any, then: Any) -> dict[str, Difference]:  # noqa: ANN401
    return {it.name: it for it in against_trial(now, then)[0]}


def test_each_kind_of_difference_says_what_it_means() -> None:
    found = lines(walk(NOW, 9054), walk(THEN, 8812))
    assert {name: str(it.says) for name, it in found.items()} == {
        "HTTP status": "the same",
        "status": "the same",
        "id": "taken as order_id, used in Order status",
        "receipt": "contains order_id",
        "paid_at": "a time: left out",
        "csrf": "new at each visit, and Sign out sends the old one",
        "gone": "missing: it was there before",
        "n": "another kind of value: number before, text now",
        "more": "new: it was not there before",
    }
    assert {it.kind for it in found.values()} == {*DifferenceKind} - {DifferenceKind.OUTCOME}
    csrf = found["csrf"]
    assert (csrf.then, csrf.now) == ('"a1f93c"', '"77c0e2"')
    assert (csrf.take, csrf.uses) == (JsonPlace(("csrf",)), ("r3",))


def test_another_status_and_another_title_come_first() -> None:
    page = "<title>Pay</title><input type=hidden name=_csrf value={}>"
    then = walk(page.format("a1f93c"), 1, media_type=HTML)
    now = walk(page.replace("Pay", "Sorry").format("77c0e2"), 1, media_type=HTML, status=500)
    found = against_trial(now, then)[0]
    assert [(it.name, it.kind) for it in found] == [
        ("HTTP status", DifferenceKind.OUTCOME),
        ("page title", DifferenceKind.OUTCOME),
        ("_csrf", DifferenceKind.SENT_LATER),
    ]
    assert found[2].take == FieldPlace("_csrf")


def test_no_answer_is_a_difference_too() -> None:
    now = record_of(SHOP, make_exchange(R1, failure="refused", hops=()))
    (line,) = against_trial(now, walk(THEN, 8812))[0]
    assert (line.then, line.now, line.kind) == ("200", None, DifferenceKind.OUTCOME)


def test_a_value_that_is_sent_back_by_itself_needs_no_take() -> None:
    now, then = walk({"k": "new11"}, 1, csrf="new11"), walk({"k": "old11"}, 1, csrf="old11")
    assert str(lines(now, then)["k"].says) == "new at each visit, and sent back by itself"


def test_a_value_that_was_sent_back_before_is_offered_to_be_taken() -> None:
    now, then = walk({"k": "new11"}, 1, csrf="x"), walk({"k": "old11"}, 1, csrf="old11")
    line = lines(now, then)["k"]
    assert (line.kind, line.uses) == (DifferenceKind.SENT_LATER, ("r3",))


def test_ids_and_other_values_that_nobody_sends_are_left_out() -> None:
    now, then = walk({"a": 123456, "b": "red"}, 1), walk({"a": 654321, "b": "blue"}, 1)
    assert {it.kind for it in against_trial(now, then)[0][:-1]} == {DifferenceKind.NEVER_SENT}


def test_a_redirect_to_another_page_is_told_but_not_one_to_another_id() -> None:
    then = walk({}, 1, address="http://shop.test/orders/17")
    assert "page address" not in lines(walk({}, 1, address="http://shop.test/orders/18"), then)
    other = lines(walk({}, 1, address="http://shop.test/login"), then)["page address"]
    assert (other.then, other.now) == ("/orders/17", "/login")


def test_of_many_lines_those_that_say_something_are_kept() -> None:
    same = {f"k{it}": 1 for it in range(50)}
    found = against_trial(walk({**same, "x": 12}, 1), walk({**same, "x": 34}, 1))[0]
    assert len(found) == MOST_LINES
    assert "x" in {it.name for it in found}


def test_a_deep_answer_is_compared_no_deeper_than_five() -> None:
    text = "[" * 50_000
    assert [it.name for it in against_trial(walk(text, 1), walk(text, 1))[0]] == ["HTTP status"]

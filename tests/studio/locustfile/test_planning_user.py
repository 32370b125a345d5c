"""Rows are taken where a user needs another one, and nowhere else."""

from dataclasses import replace

import pytest

from studio.journey.body import FormBody
from studio.journey.data_file import AtEnd, DataFile, RowUse
from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.template import take_apart
from studio.locustfile.layout import flat
from studio.locustfile.plan import PlannedUser
from studio.locustfile.planned_step import PlannedTake
from studio.locustfile.planning_user import Given, plan_user

DATA_FILES = {
    "accounts": DataFile("D1", "accounts", ("name",), 3, "0"),
    "words": DataFile("D2", "words", ("term",), 3, "0", RowUse.NEXT),
    "tickets": DataFile("D3", "tickets", ("id",), 3, "0", RowUse.NEXT, AtEnd.STOP_USER),
}
GIVEN = Given({"token": "TOKEN"}, {name: name for name in DATA_FILES}, DATA_FILES)
SIGN_IN = Step(
    "n1",
    "Sign in",
    (Request("r1", "POST", "/in", body=FormBody((("n", take_apart("{{accounts.name}}")),))),),
)
SEARCH = Step("n2", "Search", (Request("r2", "GET", take_apart("/{{words.term}}")),))
PAY = Step("n3", "Pay", (Request("r3", "GET", take_apart("/{{tickets.id}}")),))
JOURNEY = Journey("J1", "Visitor", (SEARCH, PAY), (SIGN_IN,))

ACCOUNT = PlannedTake("self.account", "accounts")
WORD = PlannedTake("self.word", "words")
TICKET = PlannedTake("self.ticket", "tickets")


def planned(journey: Journey) -> PlannedUser:
    return plan_user(journey, "Visitor", "VisitorSteps", 1, GIVEN)


def test_in_order_a_pass_begins_with_its_rows() -> None:
    user = planned(JOURNEY)
    assert user.takes_at_start == (ACCOUNT,)
    assert user.takes_each_pass == (TICKET, WORD)
    assert user.own_rows == (ACCOUNT,)
    assert user.expects == ("tickets",)  # else it would sign in only to stop
    assert all(step.takes == () for step in user.again)


def test_drawn_steps_take_the_rows_they_use() -> None:
    user = planned(replace(JOURNEY, order=Order.WEIGHTED))
    assert user.takes_each_pass == ()
    assert [step.takes for step in user.again] == [(WORD,), (TICKET,)]


def test_in_a_chain_rows_belong_to_the_user() -> None:
    chained = tuple(replace(step, next=(("n2", 2), ("n3", 1))) for step in JOURNEY.again)
    user = planned(replace(JOURNEY, order=Order.CHAIN, again=chained))
    assert user.chain == "VisitorSteps"
    assert user.again[0].takes == (PlannedTake("self.user.word", "words"),)
    assert "self.user.word" in flat(user.again[0].requests[0].call)
    assert user.again[0].transitions == (("search", 2), ("pay", 1))


def test_a_journey_without_a_start_expects_nothing() -> None:
    assert planned(replace(JOURNEY, once=())).expects == ()


def test_headers_with_variables_go_with_each_request() -> None:
    headers = (
        ("X-Name", take_apart("{{accounts.name}}")),
        ("X-Key", take_apart("{{secret.token}}")),
    )
    user = planned(replace(JOURNEY, headers=headers))
    assert user.headers is not None
    assert flat(user.headers) == '{"X-Key": TOKEN}'
    calls = [flat(it.call) for step in user.once + user.again for it in step.requests]
    assert all('headers={"X-Name": self.account["name"]}' in call for call in calls)


def test_rows_and_steps_of_one_name_are_told_apart() -> None:
    user = planned(replace(JOURNEY, once=(replace(SIGN_IN, name="account"),)))
    assert user.takes_at_start == (ACCOUNT,)
    assert user.once[0].method == "account_2"


@pytest.mark.parametrize(
    "journey",
    [
        replace(JOURNEY, again=(replace(SEARCH, labels=("read",)),)),
        replace(JOURNEY, order=Order.CHAIN, labels=("read",)),
    ],
    ids=["in order", "chain"],
)
def test_labels_that_could_not_be_kept_are_refused(journey: Journey) -> None:
    with pytest.raises(JourneyError, match="Labels cannot leave out"):
        planned(journey)


def test_labels_of_journey_and_step_are_tags() -> None:
    again = (replace(SEARCH, labels=("read", "all")), PAY)
    user = planned(replace(JOURNEY, order=Order.WEIGHTED, labels=("all",), again=again))
    assert [step.tags for step in user.again] == [("all", "read"), ("all",)]
    assert planned(replace(JOURNEY, labels=("all",))).tags == ("all",)

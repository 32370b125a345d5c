"""Variables are taken, made up, put at their slots, and renamed everywhere."""

import pytest

from studio.errors import StudioError
from studio.journey.check import Operator, Test
from studio.journey.document import write_document
from studio.journey.journey import Journey
from studio.journey.made import Composed, Made, Uuid
from studio.journey.node import Condition, EachItem, Loop, Step
from studio.journey.request import Request
from studio.journey.take import HeaderPlace, IfMissing, JsonPlace, Take
from studio.journey.template import Variable
from studio.journey.tree_changes import find_request
from studio.journey.variable_edits import (
    Use,
    apply_take,
    make_up,
    remove_take,
    rename_variable,
    variables_of,
)

TOKEN = Take("token", HeaderPlace("X-Token"))
SIGN_IN = Request("r1", "POST", "/login")
PAY = Request("r2", "POST", "/pay/abc", headers=(("X-Token", "Bearer abc"),))
JOURNEY = Journey("J1", "J", (Step("n1", "Sign in", (SIGN_IN,)), Step("n2", "Pay", (PAY,))))


def test_a_value_is_taken_and_sent_where_it_is_used() -> None:
    uses = [Use("r2", "header", "X-Token", "abc"), Use("r2", "path", "1")]
    edit = apply_take(JOURNEY, "r1", TOKEN, uses)
    assert find_request(edit.journey, "r1").takes == (TOKEN,)
    changed = find_request(edit.journey, "r2")
    assert changed.headers == (("X-Token", ("Bearer ", Variable("token"))),)
    assert changed.path == ("/pay/", Variable("token"))
    other = Take("token", JsonPlace(("token",)))
    again = apply_take(edit.journey, "r1", other).journey
    assert find_request(again, "r1").takes == (other,)
    assert find_request(remove_take(again, "r1", "token").journey, "r1") == SIGN_IN


def test_a_value_is_made_up_and_sent() -> None:
    edit = make_up(JOURNEY, Made("key", Uuid()), [Use("r2", "path", "1")])
    assert edit.journey.made == (Made("key", Uuid()),)
    assert find_request(edit.journey, "r2").path == ("/pay/", Variable("key"))


def test_a_variable_is_renamed_wherever_it_stands() -> None:
    key = Variable("key")
    steps = (
        Step("n1", "A", (Request("r1", "GET", ("/", key), takes=(TOKEN,)),)),
        Condition("n2", "B", Test((key,), Operator.EQUAL, "key"), ()),
        Loop("n3", "C", EachItem("key", "item"), ()),
    )
    take = Take("key", HeaderPlace("key"), if_missing=IfMissing.DEFAULT, default=(key,))
    once = (Step("n4", "D", (Request("r2", "GET", "/key", takes=(take,)),)),)
    made = (Made("other", Composed((key, "key"))),)
    journey = Journey("J1", "key", steps, once, made=made)
    renamed = rename_variable(journey, "key", "api_key").journey
    assert write_document([renamed]).count("api_key") == 6
    assert renamed.again[0] != journey.again[0]
    assert rename_variable(renamed, "api_key", "key").journey == journey
    assert variables_of(renamed) == {"token", "item", "other", "api_key"}


@pytest.mark.parametrize("name", ["token", "no name", "accounts.name", "secret.x", ""])
def test_a_name_that_is_taken_or_none_is_refused(name: str) -> None:
    journey = apply_take(JOURNEY, "r1", TOKEN).journey
    both = apply_take(journey, "r2", Take("order_id", HeaderPlace("X"))).journey
    with pytest.raises(StudioError):
        rename_variable(both, "order_id", name)

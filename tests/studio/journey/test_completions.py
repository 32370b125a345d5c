"""What may stand in braces is offered, what surely has a value first."""

from studio.journey.completions import Completion, CompletionKind, completions_for
from studio.journey.data_file import DataFile
from studio.journey.journey import Journey
from studio.journey.made import Made, Uuid
from studio.journey.node import CodeBlock, EachItem, Loop, Step
from studio.journey.places import Where
from studio.journey.problem import Known
from studio.journey.request import Request
from studio.journey.take import HeaderPlace, Take
from studio.journey.template import Secret

TAKE = Take("token", HeaderPlace("X"))
JOURNEY = Journey(
    "J1",
    "J",
    (
        Step("a", "Sign in", (Request("ar", "POST", "/login", takes=(TAKE,)),)),
        Step("b", "Pay", (Request("br", "GET", (Secret("Pin"),)),)),
        Loop("l", "All", EachItem("list", "item"), (Step("n", "One", ()),)),
        CodeBlock("c", "Code", "self.result = 1"),
    ),
    made=(Made("key", Uuid()),),
)
KNOWN = Known(
    (DataFile("D1", "accounts", ("username",), 3, "0"),),
    frozenset({"main"}),
    frozenset({"lang"}),
    frozenset({"TOKEN"}),
)


def names(place: str) -> tuple[list[str], list[str]]:
    """Return what surely has a value at a place, and what else there is."""
    found = completions_for(JOURNEY, place, KNOWN)
    sure = [it.name for it in found if it.is_certain]
    return sure, [it.name for it in found if not it.is_certain]


def test_what_surely_has_a_value_comes_first() -> None:
    around = ["accounts.username", "secret.token", "secret.Pin", "host.main"]
    assert names("ar") == (["lang", "key", *around], ["token", "item", "result"])
    assert names("br") == (["lang", "key", "token", *around], ["item", "result"])
    assert names("n") == (["lang", "key", "token", "item", *around], ["result"])
    assert names("")[0] == ["lang", "key", *around]


def test_each_says_where_it_comes_from() -> None:
    found = {it.name: it for it in completions_for(JOURNEY, "br", KNOWN)}
    assert found["token"] == Completion(
        "token",
        CompletionKind.VARIABLE,
        found["token"].origin,
        Where("a", "ar", "takes", 0),
    )
    said = {name: str(it.origin) for name, it in found.items()}
    assert said == {
        "token": "taken in “Sign in”, from POST /login",
        "key": "made up by each user",
        "item": "an item in the loop “All”",
        "result": "set by the code of “Code”",
        "lang": "of the target",
        "accounts.username": "column of accounts.csv",
        "secret.token": "secret",
        "secret.Pin": "secret, without a value on this computer",
        "host.main": "host of the target",
    }


def test_what_nobody_looked_for_is_taken_from_the_journey() -> None:
    found = {it.name: str(it.origin) for it in completions_for(JOURNEY, "br", Known())}
    assert found["secret.Pin"] == "secret"
    assert "host.main" in found

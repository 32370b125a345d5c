"""Wires lead from where a variable gets its value to where it is used."""

from dataclasses import replace

from studio.journey.journey import Journey
from studio.journey.made import Composed, Made, Uuid
from studio.journey.node import CodeBlock, EachItem, Group, Loop, Step
from studio.journey.places import Where
from studio.journey.request import Request
from studio.journey.take import HeaderPlace, Take
from studio.journey.template import Variable
from studio.journey.wires import Source, SourceKind, Use, Wire, wires_of

TAKE = Take("token", HeaderPlace("X"))
SIGN_IN = Step("a", "A", (Request("ar", "GET", "/", takes=(TAKE,)),))
PAY = Step("b", "B", (Request("br", "GET", ("/", Variable("token"), "/", Variable("d.c"))),))
TAKEN = Source(SourceKind.TAKEN, Where("a", "ar", "takes", 0))
USED = Use(Where("b", "br", "path", -1))


def test_a_taken_variable_is_wired_to_its_uses() -> None:
    assert wires_of(Journey("J1", "J", (SIGN_IN, PAY))) == (
        Wire("token", (TAKEN,), (USED,)),
        Wire("d.c", (Source(SourceKind.DATA, Where()),), (USED,)),
    )


def test_what_is_off_is_wired_and_said_to_be_off() -> None:
    inside = Group("g", "G", (SIGN_IN,), is_on=False)
    request = replace(PAY.requests[0], is_on=False)
    journey = Journey("J1", "J", (inside, replace(PAY, requests=(request,))))
    (token, _) = wires_of(journey)
    assert token == Wire("token", (replace(TAKEN, is_on=False),), (replace(USED, is_on=False),))


def test_made_variables_items_and_code_are_sources_too() -> None:
    journey = Journey(
        "J1",
        "J",
        (
            Loop("l", "L", EachItem("list", "item"), ()),
            CodeBlock("c", "C", "self.result = self.client.get(self.key)"),
        ),
        made=(Made("key", Uuid()), Made("both", Composed((Variable("key"),)))),
        headers=(("X", (Variable("both"),)),),
    )
    wires = {it.variable: it for it in wires_of(journey)}
    assert set(wires) == {"key", "both", "list", "item", "result"}
    assert wires["key"].uses == (Use(Where(field="made", piece=1)), Use(Where("c", "", "text", -1)))
    assert wires["both"].uses == (Use(Where(field="headers", piece=0)),)
    assert wires["list"].sources == ()
    kinds = {it: [s.kind for s in wires[it].sources] for it in ("item", "result")}
    assert kinds == {"item": [SourceKind.ITEM], "result": [SourceKind.CODE]}

"""Two revisions are told apart step by step and field by field, in words."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from studio.journey.auth import BearerAuth
from studio.journey.body import FormBody, Hole, JsonBody, RawBody
from studio.journey.change import ChangeKind
from studio.journey.check import ContainsCheck, Operator, StatusCheck, Test
from studio.journey.difference import difference
from studio.journey.editing import add_step, delete, rename, switch
from studio.journey.journey import Client, Journey, Tls
from studio.journey.made import Made, Uuid
from studio.journey.moving import group_around, move, wrap
from studio.journey.node import Branch, Choice, CodeBlock, Condition, Group, Loop, Step, Times
from studio.journey.order import Order
from studio.journey.request import QueryField, Request
from studio.journey.request_edits import add_request, move_request_down
from studio.journey.sample import PRACTICE
from studio.journey.spot import Spot
from studio.journey.take import HeaderPlace, JsonPlace, Take
from studio.journey.template import Variable
from studio.journey.tree_changes import find_request, with_node, with_request
from studio.journey.wait import ConstantWait
from tests.rich_journeys import rich_journeys


def lines(older: Journey, newer: Journey) -> list[str]:
    """Return the difference as lines."""
    return [str(it.line) for it in difference(older, newer)]


def of_request(request_id: str, **changed: object) -> list[str]:
    """Return the difference that a changed request of the practice journey makes."""
    request = find_request(PRACTICE, request_id)
    other = replace(request, **changed)  # type: ignore[arg-type]
    return lines(PRACTICE, with_request(PRACTICE, other))


def test_steps_come_go_and_move() -> None:
    added = add_step(PRACTICE, Spot("again", 0), "Search").journey
    assert lines(PRACTICE, added) == ["“Search” added"]
    assert lines(added, PRACTICE) == ["“Search” removed"]
    moved = move(PRACTICE, {"n6"}, Spot("again", 0)).journey
    assert lines(PRACTICE, moved) == ["“Read about” moved"]
    away = move(PRACTICE, {"n6"}, Spot("once", 0)).journey
    assert lines(PRACTICE, away) == ["“Read about” moved"]


def test_what_goes_with_its_block_is_not_told_alone() -> None:
    grouped = wrap(PRACTICE, {"n2", "n3"}, group_around("Look")).journey
    assert lines(grouped, delete(grouped, {"n8"}).journey) == ["“Look” removed"]
    assert "“Look” added" in lines(PRACTICE, grouped)


def test_fields_of_a_step_are_told() -> None:
    renamed = rename(PRACTICE, "n3", "List").journey
    assert lines(PRACTICE, renamed) == ["“List”, name: Look at the list → List"]
    off = switch(PRACTICE, {"n3"}, is_on=False).journey
    assert lines(PRACTICE, off) == ["“Look at the list”, switched on: yes → no"]
    step = PRACTICE.again[0]
    assert isinstance(step, Step)
    waiting = with_node(
        PRACTICE,
        replace(step, wait=ConstantWait(1.5), labels=("read",), next=(("n3", 2),), note="Why"),
    )
    assert lines(PRACTICE, waiting) == [
        "“Open home”, what follows n3 2 added",
        "“Open home”, labels read added",
        "“Open home”, note Why added",
        "“Open home”, pause: no pause → 1.5 s",
    ]


def test_blocks_are_told_apart_by_what_they_are() -> None:
    test = Test("a", Operator.EQUAL, "b")
    pairs = (
        (Loop("n", "N", Times(1, 1), ()), Loop("n", "N", Times(1, 3), ()), "1 times → 1 to 3"),
        (Group("n", "N", ()), Group("n", "N", (), Order.CHAIN), "in_order → chain"),
        (Choice("n", "N", (Branch("a", 50, ()),)), Choice("n", "N", ()), "ways a 50 removed"),
        (Condition("n", "N", test, ()), Condition("n", "N", replace(test, left="c"), ()), "c == b"),
        (CodeBlock("n", "N", "x"), CodeBlock("n", "N", "y"), "code: x → y"),
        (CodeBlock("n", "N", "x"), Group("n", "N", ()), "kind: code → group"),
    )
    for old, new, part in pairs:
        (line,) = lines(Journey("J1", "J", (old,)), Journey("J1", "J", (new,)))
        assert part in line


def test_requests_come_go_and_move() -> None:
    more = add_request(PRACTICE, "n3").journey
    assert lines(PRACTICE, more) == ["“Look at the list”, request GET / added"]
    assert lines(more, PRACTICE) == ["“Look at the list”, request GET / removed"]
    down = move_request_down(PRACTICE, "r2").journey
    assert lines(PRACTICE, down) == ["“Open home”, request GET /static/assets.js moved"] or lines(
        PRACTICE, down
    ) == ["“Open home”, request GET / moved"]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"path": ("/todos/", Variable("id"))}, "address: /todos/17 → /todos/{{id}}"),
        ({"method": "PUT"}, "method: GET → PUT"),
        ({"query": (QueryField("q", "x"),)}, "query q added"),
        ({"headers": (("Accept", "text/html"),)}, "header Accept added"),
        ({"takes": (Take("id", HeaderPlace("X")),)}, "take id added"),
        ({"checks": (StatusCheck((200,), (3,)),)}, "check Status is 200, 3xx added"),
        ({"checks": (ContainsCheck("Hello"),)}, "check Text contains “Hello” added"),
        ({"auth": BearerAuth("t")}, "who signs in: as the journey does → whoever has the token"),
        ({"answer_within_s": 5.0}, "a whole answer within, s 5 added"),
        ({"follow_redirects": False}, "redirects followed no added"),
        ({"body": RawBody("x", "text/plain")}, "what is sent: nothing → text x"),
        ({"endpoint": None}, "name in the statistics /todos/[id] removed"),
        ({"host": "api"}, "host api added"),
        ({"is_on": False}, "switched on: yes → no"),
    ],
)
def test_fields_of_a_request_are_told(changed: dict[str, object], expected: str) -> None:
    assert of_request("r5", **changed) == [f"“Open one”, {expected}"]


def test_lists_are_told_item_by_item() -> None:
    old = Request(
        "r",
        "POST",
        "/",
        headers=(("A", "1"), ("B", "2"), ("A", "3")),
        takes=(Take("x", HeaderPlace("X")),),
        query=(QueryField("q", "x"),),
        body=FormBody((("f", "1"), ("g", "2"))),
        auth=BearerAuth("1"),
    )
    new = replace(
        old,
        headers=(("A", "1"), ("A", "4")),
        takes=(Take("x", JsonPlace(("id",))),),
        query=(QueryField("q", "x", is_on=False),),
        body=FormBody((("f", "1"), ("g", "3"))),
        auth=BearerAuth("2"),
    )
    journeys = [Journey("J1", "J", (Step("n", "S", (it,)),)) for it in (old, new)]
    assert lines(journeys[0], journeys[1]) == [
        "“S”, who signs in: whoever has the token → another value",
        "“S”, query q: x → (off)",
        "“S”, header B removed",
        "“S”, header A: 3 → 4",
        "“S”, take x: “x” from the header X → “x” from JSON $.id",
        "“S”, field g: 2 → 3",
    ]


def test_a_json_text_is_told_value_by_value() -> None:
    body = JsonBody('{"a": [1, 2], "b": "x"}', (Hole("/b", (Variable("v"),)),))
    old = Journey("J1", "J", (Step("n", "S", (Request("r", "POST", "/", body=body),)),))
    changed = JsonBody('{"a": [1, 3], "b": "x"}', (Hole("/b", (Variable("w"),)),))
    new = Journey("J1", "J", (Step("n", "S", (Request("r", "POST", "/", body=changed),)),))
    assert lines(old, new) == ["“S”, JSON /a/1: 2 → 3", "“S”, JSON /b: {{v}} → {{w}}"]
    many = [JsonBody("[" + ", ".join([str(it)] * 30) + "]") for it in (1, 2)]
    old, new = (
        Journey("J1", "J", (Step("n", "S", (Request("r", "POST", "/", body=it),)),)) for it in many
    )
    assert lines(old, new)[-1] == "“S”, 10 more places of what is sent changed"
    assert len(lines(old, new)) == 21


def test_a_json_text_that_only_looks_different_is_told_as_a_whole() -> None:
    body = JsonBody('{"a": 1}')
    old = Journey("J1", "J", (Step("n", "S", (Request("r", "POST", "/", body=body),)),))
    spaced = replace(body, text=body.text + " ")
    same = Journey("J1", "J", (Step("n", "S", (Request("r", "POST", "/", body=spaced),)),))
    assert lines(old, same)[0].startswith("“S”, what is sent: JSON")


def test_settings_are_told() -> None:
    newer = replace(
        PRACTICE,
        name="Shop",
        client=Client.HTTP,
        wait=ConstantWait(1.0),
        made=(Made("who", Uuid()),),
        tls=Tls(verify=False),
        follow_redirects=False,
        answer_within_s=None,
    )
    assert lines(PRACTICE, newer) == [
        "name: Shop visitor → Shop",
        "client: fast → http",
        "pause: 0.5 to 1.5 s → 1 s",
        "what users make up who: uuid added",
        "a whole answer within, s 30 removed",
        "redirects followed: yes → no",
        "trust: verified → not verified",
    ]
    assert {it.kind for it in difference(PRACTICE, newer)} == {
        ChangeKind.ADDED,
        ChangeKind.REMOVED,
        ChangeKind.CHANGED,
    }


@given(rich_journeys, rich_journeys)
@settings(max_examples=40, deadline=None)
def test_any_two_revisions_can_be_told_apart(older: Journey, newer: Journey) -> None:
    assert difference(older, older) == ()
    assert difference(older, replace(older)) == ()
    assert all(str(it.line) for it in difference(older, newer))

"""Every text of a request is found at its place."""

from studio.journey.auth import BasicAuth, BearerAuth, KeyAuth
from studio.journey.body import (
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    Hole,
    PartsBody,
    RawBody,
)
from studio.journey.check import HeaderCheck, Operator, StatusCheck, Test, WithinCheck
from studio.journey.journey import Journey
from studio.journey.made import Composed, Made, Uuid
from studio.journey.node import CodeBlock, Condition, EachItem, Loop, Until
from studio.journey.places import (
    texts_after,
    texts_before,
    texts_of_body,
    texts_of_journey,
    texts_of_made,
    texts_of_node,
)
from studio.journey.request import QueryField, Request
from studio.journey.take import HeaderPlace, Take
from studio.journey.template import Variable


def test_texts_of_a_request_stand_before_and_after_its_answer() -> None:
    request = Request(
        "r",
        "GET",
        "/p",
        query=(QueryField("a", "off", is_on=False), QueryField("b", "q")),
        headers=(("X", "h"),),
        auth=BasicAuth("u", "s"),
        body=FormBody((("f", "v"),)),
        checks=(StatusCheck((200,)), HeaderCheck("X", Operator.EQUAL, "c")),
        takes=(Take("t", HeaderPlace("X"), default="d"),),
    )
    assert list(texts_before(request)) == [
        ("path", -1, "/p"),
        ("query", 1, "q"),
        ("headers", 0, "h"),
        ("auth", 0, "u"),
        ("auth", 1, "s"),
        ("body", 0, "v"),
    ]
    assert list(texts_after(request)) == [("checks", 1, "c"), ("takes", 0, "d")]
    checks = (WithinCheck(1.0),)
    assert list(texts_after(Request("r", "GET", "/", checks=checks))) == []


def test_texts_of_bodies_keep_their_places() -> None:
    parts = PartsBody((FilePart("f", "a.png", "a.png"), FieldPart("n", "t")))
    assert texts_of_body(parts) == ("", "t")
    assert texts_of_body(RawBody("x", "text/xml")) == ("x",)
    assert texts_of_body(GraphqlBody("q", "{}", (Hole("/a", "h"),))) == ("h",)
    assert texts_of_body(FileBody("a.png")) == ()


def test_texts_of_blocks_and_of_the_journey_are_found() -> None:
    test = Test("l", Operator.EQUAL, "r")
    assert list(texts_of_node(Condition("c", "C", test, ()))) == [
        ("when", 0, "l"),
        ("when", 1, "r"),
    ]
    until = Loop("l", "L", Until(test), ())
    assert [it[2] for it in texts_of_node(until)] == ["l", "r"]
    each = Loop("l", "L", EachItem("x", "y"), ())
    assert list(texts_of_node(each)) == [("repeat", 0, (Variable("x"),))]
    assert list(texts_of_node(CodeBlock("c", "C", "x"))) == []
    made = (Made("u", Uuid()), Made("m", Composed(("a", Variable("u")))))
    for auth, texts in ((BearerAuth("t"), ["t"]), (KeyAuth("k", "v"), ["v"])):
        journey = Journey("J1", "J", (), headers=(("X", "h"),), auth=auth, made=made)
        assert [it[2] for it in texts_of_journey(journey)] == ["h", *texts]
        assert list(texts_of_made(journey)) == [("made", 1, ("a", Variable("u")))]

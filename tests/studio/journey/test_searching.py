"""What is looked for is found wherever a person could have typed it, and replaced there alone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.journey.body import FieldPart, FormBody, GraphqlBody, Hole, JsonBody, PartsBody, RawBody
from studio.journey.check import ContainsCheck, JsonCheck, Operator, Test
from studio.journey.document import read_document, write_document
from studio.journey.journey import Journey
from studio.journey.node import Branch, Choice, CodeBlock, Condition, Step
from studio.journey.places import Where
from studio.journey.request import QueryField, Request
from studio.journey.searching import SearchError, Wanted, find, replace_all, replace_one
from studio.journey.take import HeaderPlace, JsonPlace, PatternPlace, Take
from studio.journey.template import Variable, put_together
from studio.journey.tree_changes import find_request
from tests.rich_journeys import long_journey, rich_journeys

ID = Variable("shop_id")


def of(request: Request) -> Journey:
    """Return a journey of one request."""
    return Journey("J1", "J", (Step("n", "N", (request,)),))


def test_texts_are_found_everywhere_from_the_top_down() -> None:
    request = Request(
        "r",
        "POST",
        "/shop",
        query=(QueryField("shop", "shop"),),
        endpoint="/shop/[id]",
        headers=(("X-Shop", ("a shop ", ID)),),
        body=FormBody((("shop", "1"),)),
        takes=(Take("t", JsonPlace(("shop",)), default="shop"), Take("u", HeaderPlace("shop"))),
        checks=(ContainsCheck("shop"), JsonCheck(("shop",), Operator.EQUAL, "shop")),
        note="shop",
    )
    nodes = (
        Step("a", "Shop", (request,), note="shop"),
        Choice("b", "shop", (Branch("shop", 50, ()),)),
        Condition("c", "C", Test("shop", Operator.EQUAL, ("shop",)), ()),
        CodeBlock("d", "D", "shop = 1"),
    )
    journey = Journey("J1", "Shop", nodes, headers=(("shop", "1"),), note="shop")
    found = find(journey, Wanted("shop"))
    assert [(it.where.node, it.where.request, it.where.field) for it in found] == [
        *(("", "", it) for it in ("name", "headers", "note")),
        *(("a", "", it) for it in ("name", "note")),
        *(("a", "r", it) for it in ("path", "query", "query", "endpoint", "headers", "headers")),
        *(("a", "r", it) for it in ("body", "takes", "takes", "takes", "checks", "checks")),
        *(("a", "r", it) for it in ("checks", "note")),
        *(("b", "", it) for it in ("name", "branches")),
        *(("c", "", it) for it in ("when", "when")),
        ("d", "", "text"),
    ]
    assert find(journey, Wanted("Shop", matches_case=True))[0].where == Where(field="name")
    assert len(find(journey, Wanted("Shop", matches_case=True))) == 3
    assert find(replace_all(journey, Wanted("shop"), "x").journey, Wanted("shop")) == ()


def test_a_match_is_shown_with_what_stands_around_it() -> None:
    journey = of(Request("r", "GET", ("/a/", ID, "/needle/", ID, "/b")))
    (match,) = find(journey, Wanted("needle"))
    assert match.line == "/a/{{shop_id}}/needle/{{shop_id}}/b"
    assert match.line[match.at :].startswith("needle")
    long = of(Request("r", "POST", "/", body=RawBody("x" * 500 + "\nneedle\n" + "y" * 500, "a")))
    (match,) = find(long, Wanted("needle"))
    assert len(match.line) == 40 + len("needle") + 40
    assert match.line[match.at :].startswith("needle ")


def test_a_variable_is_never_torn() -> None:
    journey = of(Request("r", "GET", ("/shop/", ID)))
    edit = replace_all(journey, Wanted("shop"), "store")
    assert find_request(edit.journey, "r").path == ("/store/", ID)
    assert str(edit.sentence) == "Replace all “shop”"


def test_one_match_is_replaced_and_no_other() -> None:
    journey = of(Request("r", "GET", ("/17/", ID, "/17-17"), headers=(("X", "17"),)))
    found = find(journey, Wanted("17"))
    assert len(found) == 4
    edit = replace_one(journey, Wanted("17"), "{{order}}", found[2])
    assert find_request(edit.journey, "r").path == ("/17/", ID, "/17-", Variable("order"))
    assert find_request(edit.journey, "r").headers == (("X", "17"),)


def test_groups_of_a_regular_expression_go_into_the_replacement() -> None:
    journey = of(Request("r", "GET", "/v1/a/v2"))
    edit = replace_all(journey, Wanted(r"v(\d)", is_regex=True), r"api\1")
    assert find_request(edit.journey, "r").path == "/api1/a/api2"
    assert find(journey, Wanted("V1", is_regex=True, matches_case=True)) == ()
    assert find(journey, Wanted("x*", is_regex=True)) == ()
    for wanted, replacement in (("(", ""), ("v1", r"\1"), ("v1", "\\")):
        with pytest.raises(SearchError):
            replace_all(journey, Wanted(wanted, is_regex=True), replacement)


def test_json_texts_keep_their_holes() -> None:
    body = JsonBody('{"shop": {"id": 7, "name": "shop"}}', (Hole("/shop/name", ("a shop ", ID)),))
    journey = of(Request("r", "POST", "/", body=body))
    changed = find_request(replace_all(journey, Wanted("shop"), "store").journey, "r").body
    assert changed == JsonBody(
        '{"store": {"id": 7, "name": ""}}', (Hole("/store/name", ("a store ", ID)),)
    )
    number = find_request(replace_all(journey, Wanted("7"), "{{order}}").journey, "r").body
    assert isinstance(number, JsonBody)
    assert [(it.at, put_together(it.value)) for it in number.holes] == [
        ("/shop/id", "{{order}}"),
        ("/shop/name", "a shop {{shop_id}}"),
    ]


def test_what_could_not_stand_there_stays_or_is_told_of() -> None:
    body = JsonBody('{"a": 7}', (Hole("/a", (ID,)),))
    journey = of(Request("r", "POST", "/a", body=body, takes=(Take("t", JsonPlace(("a",))),)))
    edit = replace_all(journey, Wanted("a"), '"')
    changed = find_request(edit.journey, "r")
    assert (changed.path, changed.body) == ('/"', body)
    assert changed.takes == find_request(journey, "r").takes
    match = next(it for it in find(journey, Wanted("a")) if it.where.field == "body")
    with pytest.raises(StudioError):
        replace_one(journey, Wanted("a"), '"', match)
    plain = of(Request("r", "POST", "/", body=JsonBody("{a}")))
    other = find_request(replace_all(plain, Wanted("a"), "b").journey, "r").body
    assert other == JsonBody("{b}")


def test_other_bodies_are_searched() -> None:
    for body, then in (
        (PartsBody((FieldPart("shop", "a"),)), PartsBody((FieldPart("x", "a"),))),
        (GraphqlBody("{shop}", '{"a": "shop"}'), GraphqlBody("{x}", '{"a": "x"}')),
    ):
        journey = of(Request("r", "POST", "/", body=body))
        assert find_request(replace_all(journey, Wanted("shop"), "x").journey, "r").body == then


def test_nothing_is_found_for_nothing() -> None:
    journey = of(Request("r", "GET", "/"))
    assert find(journey, Wanted("")) == ()
    assert replace_all(journey, Wanted(""), "x").journey is journey
    assert replace_all(journey, Wanted("none"), "x").journey is journey
    pattern = Take("t", PatternPlace("a(b)"))
    taking = of(Request("r", "GET", "/", takes=(pattern,)))
    assert len(find(taking, Wanted("a(b"))) == 1


def test_only_what_changes_is_made_anew() -> None:
    journey = long_journey(100)
    changed = replace_all(journey, Wanted("Step 17"), "Other").journey
    assert [new is old for new, old in zip(changed.again, journey.again, strict=True)] == [
        number != 1 for number in range(10)
    ]


@given(
    rich_journeys, st.sampled_from(("a", "1", "/", "{", '"', "\ud800", "x")), st.text(max_size=3)
)
@settings(max_examples=30, deadline=None)
def test_any_journey_can_be_searched(journey: Journey, text: str, replacement: str) -> None:
    wanted = Wanted(text)
    try:
        edit = replace_all(journey, wanted, replacement)
    except StudioError:
        return
    assert read_document(write_document([edit.journey])) == (edit.journey,)
    same = replace_all(journey, replace(wanted, matches_case=True), text).journey
    assert find(same, wanted) == find(journey, wanted)

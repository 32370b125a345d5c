"""A take becomes the shortest call that finds its value."""

import pytest

from studio.errors import StudioError
from studio.journey.journey import Client
from studio.journey.json_path import read_json_path
from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    Decoding,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    IfMissing,
    JsonPlace,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.locustfile.planning_take import plan_take
from studio.locustfile.planning_text import Names
from studio.locustfile.statement import lay_out_all

NAMES = Names({}, {}, {}, {"x": "self.x", "list": "items"}, lists=frozenset({"list"}))


def written(take: Take, client: Client = Client.FAST) -> str:
    statements, _ = plan_take(take, NAMES, client)
    return "\n".join(lay_out_all(statements, 0))


@pytest.mark.parametrize(
    ("place", "call"),
    [
        (JsonPlace(read_json_path("a[0].b")), 'json_value(response, "a", 0, "b")'),
        (JsonPlace(read_json_path("[*].id")), 'json_value(response, "*", "id")'),
        (
            JsonPlace(read_json_path('[?(@.n == "x")].id')),
            'json_value(response, {"n": "x"}, "id")',
        ),
        (FieldPlace("_csrf"), 'form_value(response, "_csrf")'),
        (ElementPlace("h1"), 'element_value(response, "h1")'),
        (
            ElementPlace("a.b[rel]", "HREF"),
            'element_value(response, "a", "href", classes=["b"], wanted=[("rel", None)])',
        ),
        (LinkPlace("Buy"), 'link_value(response, "Buy")'),
        (PatternPlace("(a)(b)", 2), 'pattern_value(response, "(a)(b)", group=2)'),
        (HeaderPlace("X-A"), 'header_value(response, "X-A")'),
        (CookiePlace("s"), 'cookie_value(response, self.client.cookiejar, "s")'),
        (AddressPlace("c=(.)"), 'address_value(response, "c=(.)")'),
    ],
)
def test_each_place_has_its_function(place: Place, call: str) -> None:
    assert written(Take("x", place)) == f"self.x = {call}"


def test_cookies_are_where_the_client_has_them() -> None:
    assert "self.client.cookies," in written(Take("x", CookiePlace("s")), Client.HTTP)


def test_a_list_is_taken_as_a_list() -> None:
    take = Take("list", JsonPlace(("a",)))
    assert written(take) == 'items = json_items(response, "a")'


def test_what_is_undone_stands_around_the_call() -> None:
    place = PatternPlace("(a)")
    decoded = [written(Take("x", place, decode=it)) for it in Decoding]
    assert [it.removeprefix("self.x = ").partition("(")[0] for it in decoded] == [
        *("pattern_value", "html.unescape", "unquote", "unescaped"),
    ]
    page = Take("x", FieldPlace("a"), decode=Decoding.HTML)
    assert written(page) == 'self.x = form_value(response, "a")'


def test_a_missing_value_leaves_the_old_one_or_another() -> None:
    place = FieldPlace("a")
    kept = Take("x", place, if_missing=IfMissing.KEEP, decode=Decoding.URL)
    assert written(kept) == (
        'found = form_value(response, "a", missing=nothing)\n'
        "if found is not None:\n"
        "    self.x = unquote(found)"
    )
    other = Take("x", place, if_missing=IfMissing.DEFAULT, default="z")
    assert written(other).endswith('else:\n    self.x = "z"')


@pytest.mark.parametrize("place", [PatternPlace("("), AddressPlace("a"), ElementPlace("a > b")])
def test_what_can_find_nothing_is_refused(place: Place) -> None:
    with pytest.raises(StudioError):
        written(Take("x", place))

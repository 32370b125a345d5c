"""A take is tried on the recorded answer."""

import pytest

from studio.journey.take import (
    AddressPlace,
    AnyItem,
    CookiePlace,
    Decoding,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    ItemWhere,
    JsonPlace,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.journey.taking import taken
from studio.recording.exchange import Answer

JSON = '{"items": [{"id": 12345678901234567890, "n": "a"}, {"id": 7, "n": "b"}], "t": "x%20y"}'
PAGE = (
    '<meta name="csrf" content="M1"><input name="_t" value="F&amp;1">'
    '<b data-k="D1">T1</b><b data-k="D2"></b><a href="/x">Open <i>it</i></a>'
)
ANSWER_HEADERS = (("X-T", "H1"), ("Set-Cookie", 'sid="C1"; Path=/'))


@pytest.mark.parametrize(
    ("place", "text", "value"),
    [
        (JsonPlace(("items", 0, "id")), JSON, "12345678901234567890"),
        (JsonPlace(("items", -1, "id")), JSON, "7"),
        (JsonPlace(("items", AnyItem(), "n")), JSON, "a"),
        (JsonPlace(("items", ItemWhere("n", "b"), "id")), JSON, "7"),
        (JsonPlace(("items", 5, "id")), JSON, None),
        (JsonPlace(("none", "id")), JSON, None),
        (JsonPlace(("items",)), JSON, None),
        (JsonPlace(("items",)), "no json", None),
        (FieldPlace("csrf"), PAGE, "M1"),
        (FieldPlace("_t"), PAGE, "F&1"),
        (FieldPlace("none"), PAGE, None),
        (ElementPlace("b", "data-k"), PAGE, "D1"),
        (ElementPlace("b[data-k]"), PAGE, "T1"),
        (ElementPlace("i", "data-k"), PAGE, None),
        (LinkPlace("Open it"), PAGE, "/x"),
        (LinkPlace("Close"), PAGE, None),
        (PatternPlace('data-k="([^"]+)'), PAGE, "D1"),
        (PatternPlace("none(.)"), PAGE, None),
        (HeaderPlace("x-t"), "", "H1"),
        (HeaderPlace("x-none"), "", None),
        (CookiePlace("sid"), "", "C1"),
        (AddressPlace("[?]s=([^&]+)"), "", "A1"),
    ],
)
def test_each_kind_of_place_gives_its_value(place: Place, text: str, value: str | None) -> None:
    answer = Answer(200, ANSWER_HEADERS, text)
    assert taken(Take("v", place), answer, "https://shop.test/?s=A1&x") == value


@pytest.mark.parametrize(
    ("decode", "written"),
    [(Decoding.HTML, "a&amp;b"), (Decoding.URL, "a%26b"), (Decoding.JSON, "a\\u0026b")],
)
def test_what_was_escaped_is_undone(decode: Decoding, written: str) -> None:
    take = Take("v", PatternPlace("<(.+)>"), decode=decode)
    assert taken(take, Answer(200, text=f"<{written}>"), "") == "a&b"


def test_the_second_of_several_is_taken() -> None:
    take = Take("v", PatternPlace('data-k="([^"]+)'), nth=2)
    assert taken(take, Answer(200, text=PAGE), "") == "D2"

"""For a value seen in an answer there is a take that gets it there."""

import pytest

from studio.journey.finding import find
from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    JsonPlace,
    PatternPlace,
    Place,
)
from studio.journey.take_making import ways_to_take
from studio.progress import Progress
from tests.studio.recording.visits import exchange, visit

VALUE = "Zq8w3-aB9/x+"


def _places(answer: str, *dynamic: str, **head: list[tuple[str, str]]) -> list[Place]:
    recording = visit(exchange("GET", "/", answer=answer, **head), exchange("GET", "/next"))  # type: ignore[arg-type]
    trace = find({VALUE: 1}, recording.exchanges, {}, Progress())[VALUE]
    found = ways_to_take(VALUE, trace.sightings[0], recording.exchanges[0], dynamic)
    return [way.take.place for way in found]


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        (f'{{"a": [{{"t": "x"}}, {{"t": "{VALUE}"}}]}}', JsonPlace(("a", 1, "t"))),
        (f'{{"deep": {{"t": "{VALUE}"}}, "t": "{VALUE}"}}', JsonPlace(("t",))),
        (f'<input type=hidden name="_csrf" value="{VALUE}">', FieldPlace("_csrf")),
        (f'<meta name="csrf-token" content="{VALUE}">', FieldPlace("csrf-token")),
        (f'<div id="app" data-key="{VALUE}">', ElementPlace("div#app", "data-key")),
        (
            f'<p data-key="x"><b class="k z9" data-key="{VALUE}">',
            ElementPlace("b.k[data-key]", "data-key"),
        ),
        (f'var nonce = "{VALUE}";', PatternPlace('nonce\\ =\\ "([^"]+)')),
        (f'<a href="/doc?sig={VALUE}">', PatternPlace('doc\\?sig=([^"]+)')),
    ],
)
def test_the_first_way_is_the_best(answer: str, place: Place) -> None:
    assert _places(answer)[0] == place


def test_headers_and_cookies_are_taken_by_name() -> None:
    assert _places("", got=[("X-T", VALUE)]) == [HeaderPlace("X-T")]
    assert _places("", got=[("Set-Cookie", f"t={VALUE}; Path=/")]) == [CookiePlace("t")]


def test_an_address_is_taken_by_what_stands_before() -> None:
    recording = visit(
        exchange("POST", "/", status=303, got=[("Location", "/orders/a1b2c3/thanks")]),
        exchange("GET", "/orders/a1b2c3/thanks"),
        exchange("GET", "/next"),
    )
    trace = find({"a1b2c3": 2}, recording.exchanges, {1: 0}, Progress())["a1b2c3"]
    (way,) = ways_to_take("a1b2c3", trace.sightings[0], recording.exchanges[1], ())
    assert way.take.place == AddressPlace("/orders/([^/?&;#]+)")


def test_no_pattern_stands_on_another_value_that_is_new_each_time() -> None:
    answer = f'go("one-other9","{VALUE}")'
    places = [it for it in _places(answer, "other9") if isinstance(it, PatternPlace)]
    assert not any("other9" in it.regex for it in places)


def test_a_place_that_is_not_the_first_match_is_passed_over() -> None:
    assert _places(f'k="x" ; k="{VALUE}"') != [PatternPlace('k="([^"]+)')]

"""A value is found in the answer that issued it, however it is written there."""

import html
import json
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.finding import anchor_of, decoded_by, find, place_of, spellings_of
from studio.progress import CancelledError, Progress
from tests.studio.recording.visits import exchange, visit

VALUE = "a/b+c=D3&f9"


def _find(value: str, text: str) -> bool:
    recording = visit(exchange("GET", "/", answer=text), exchange("GET", "/next"))
    return value in find({value: 1}, recording.exchanges, {}, Progress())


@pytest.mark.parametrize(
    "written",
    [
        VALUE,
        html.escape(VALUE),
        quote(VALUE, safe=""),
        quote(VALUE, safe="").lower().replace("d3", "D3"),
        json.dumps(VALUE)[1:-1],
        VALUE.replace("/", "\\/"),
    ],
)
def test_a_value_is_found_in_each_way_it_may_be_written(written: str) -> None:
    assert _find(VALUE, f'<a href="x?y={written}">')


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=4, max_size=20))
def test_any_value_with_letters_is_found_in_json_and_in_pages(value: str) -> None:
    if anchor_of(value):
        assert _find(value, json.dumps({"k": value}))
        assert _find(value, f'<i a="{html.escape(value)}">')


def test_a_number_is_not_found_within_a_longer_one() -> None:
    assert not _find("57", '{"id": 1570}')
    assert _find("57", '{"id": 57}')
    assert place_of("57", "1570 57") == 5
    assert place_of("abc", "%2Fabc") == 3


def test_only_answers_before_the_first_use_count() -> None:
    recording = visit(exchange("POST", "/", body="x9y8z7"), exchange("GET", "/", answer="x9y8z7"))
    assert find({"x9y8z7": 0}, recording.exchanges, {}, Progress()) == {}


def test_of_redirects_only_the_last_answer_and_all_cookies_are_seen() -> None:
    recording = visit(
        exchange(
            "POST",
            "/login",
            status=302,
            answer="inner11",
            got=[("Location", "/home?t=addr22"), ("Set-Cookie", "sid=cook33; Path=/")],
        ),
        exchange("GET", "/home?t=addr22", answer="last44", got=[("X-T", "head55")]),
        exchange("GET", "/next"),
    )
    values: dict[str, int] = dict.fromkeys(("inner11", "addr22", "cook33", "last44", "head55"), 2)
    found = find(values, recording.exchanges, {1: 0}, Progress())
    assert {v: (t.sightings[0].part, t.sightings[0].exchange) for v, t in found.items()} == {
        "addr22": ("address", 0),
        "cook33": ("cookie", 0),
        "last44": ("body", 0),
        "head55": ("header", 0),
    }


def test_it_is_said_what_must_be_undone() -> None:
    said = {it: decoded_by(it, VALUE) for it in spellings_of(VALUE)}
    assert said[VALUE] == "none"
    assert said[html.escape(VALUE)] == "html"
    assert said[quote(VALUE, safe="")] == "url"
    assert said[VALUE.replace("/", "\\/")] == "json"
    assert decoded_by("else", VALUE) is None


def test_looking_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        find({"abc": 1}, visit(exchange("GET", "/")).exchanges, {}, progress)


def test_a_value_with_half_a_character_is_looked_for_as_well() -> None:
    assert "a\ud800" in spellings_of("a\ud800")

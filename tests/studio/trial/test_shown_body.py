"""What a target sent is laid out to be read, and does no harm whatever it is."""

import base64
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.engine.trial_messages import TrialBody, TrialBodyKind
from studio.trial.shown_body import (
    LONGEST_SHOWN,
    MOST_LINES,
    ShownKind,
    hex_lines,
    image_format,
    lay_out_json,
    shown_body,
    words_of,
)
from tests.studio.trial.trials import HTML, JSON, make_body

HOSTILE = {
    "deep": "[" * 100_000,
    "quotes": '"\\"' * 60_000,
    "scripts": "<script>" * 30_000,
    "comments": "<!--" * 50_000,
    "open tags": "<a " * 60_000,
    "entities": '<!DOCTYPE x [<!ENTITY a "&b;&b;">]>' * 5_000,
    "one line": "x" * 3_000_000,
    "brackets": "{}" * 100_000,
}

VALUES: st.SearchStrategy[object] = st.recursive(
    st.none() | st.integers() | st.text(),
    lambda it: st.lists(it) | st.dictionaries(st.text(), it),
    max_leaves=12,
)


def as_bytes(data: bytes, media_type: str = "application/octet-stream") -> TrialBody:
    packed = base64.b64encode(data).decode()
    return TrialBody(TrialBodyKind.BINARY, base64=packed, type=media_type, size_bytes=len(data))


def test_json_has_a_value_to_a_line_and_keeps_its_own_spelling() -> None:
    shown = shown_body(make_body('{"id":9054,"n":1e400,"id":1,"tags":["a","b"],"none":{}}'))
    assert shown.kind is ShownKind.JSON
    assert shown.text == (
        '{\n  "id": 9054,\n  "n": 1e400,\n  "id": 1,\n  "tags": [\n    "a",\n    "b"\n  ],\n'
        '  "none": {}\n}'
    )


@given(VALUES)
def test_json_that_was_laid_out_means_what_it_meant(value: object) -> None:
    for text in (json.dumps(value), json.dumps(value, indent=3)):
        assert json.loads("\n".join(lay_out_json(text))) == value


def test_xml_is_laid_out_and_nothing_in_it_is_resolved() -> None:
    text = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x><y z="1">&a;</y></x>'
    shown = shown_body(make_body(text, "application/xml"))
    assert shown.kind is ShownKind.XML
    assert "    &a;" in shown.text.splitlines()
    assert "root:" not in shown.text


def test_a_page_is_shown_as_markup_and_as_the_words_in_it() -> None:
    page = "<html><head><style>p{}</style><script>var a = '<p>no</p>'</script></head>"
    page += "<body><!-- hidden --><p>Thank&nbsp;you, <b>Ann</b> &amp; co</p></body></html>"
    shown = shown_body(make_body(page, HTML))
    assert shown.kind is ShownKind.HTML
    assert shown.reading.split("\n") == ["Thank you,", "Ann", "& co"]
    assert list(words_of("<script>never ends")) == []


def test_signs_that_do_something_are_spelled_out() -> None:
    assert shown_body(make_body("a\x1b[2J\u202eb", "text/plain")).text == "a\\x1b[2J\\u202eb"


@pytest.mark.parametrize("media_type", [JSON, HTML, "text/xml", "text/plain", "x/y"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_body_costs_little_and_is_cut(name: str, media_type: str) -> None:
    began_s = time.process_time()
    shown = shown_body(make_body(HOSTILE[name], media_type))
    assert time.process_time() - began_s < 5
    assert shown.text.count("\n") <= MOST_LINES
    assert len(shown.text) < 20 * LONGEST_SHOWN


def test_a_form_has_a_field_to_a_line() -> None:
    shown = shown_body(make_body("a=1&b=2", "application/x-www-form-urlencoded"))
    assert shown.text == "a=1&\nb=2"


def test_images_are_known_by_how_they_begin_whatever_is_said_of_them() -> None:
    image = b"\x89PNG\r\n\x1a\n" + bytes(20)
    assert shown_body(as_bytes(image, "text/html")).image == image
    assert image_format(b"RIFF....WEBPVP8 ") == "webp"
    assert image_format(b"nothing") == ""
    assert shown_body(as_bytes(b"\x00\x01ab", "image/png")).kind is ShownKind.HEX


def test_other_bytes_are_shown_in_hexadecimal() -> None:
    assert list(hex_lines(b"\x00A~\x7f")) == ["000000  00 41 7e 7f" + " " * 38 + "·A~·"]
    shown = shown_body(as_bytes(bytes(5000)))
    assert shown.is_cut
    assert shown.text.count("\n") == 127


def test_what_was_not_told_is_said_to_be_so() -> None:
    assert shown_body(TrialBody()).kind is ShownKind.NOTHING
    assert shown_body(TrialBody(TrialBodyKind.UNREAD)).kind is ShownKind.UNREAD
    assert shown_body(TrialBody(TrialBodyKind.BINARY, size_bytes=4)).kind is ShownKind.WITHHELD
    assert shown_body(TrialBody(TrialBodyKind.BINARY, base64="é")).kind is ShownKind.WITHHELD

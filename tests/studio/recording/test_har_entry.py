"""Entries of all producers are read, with whatever is odd in them."""

import base64
from typing import Any

import pytest

from studio.recording.exchange import Exchange, header_of
from studio.recording.har_entry import exchange_of, time_of
from tests.studio.recording.visits import entry


def _read(given: dict[str, Any], **beside: bytes) -> Exchange:
    return exchange_of(given, 0, beside.get)


def _posted(post: dict[str, Any], length: int | None = None) -> bytes:
    headers = [] if length is None else [{"name": "Content-Length", "value": str(length)}]
    given = entry("http://a.test/", "POST", request={"postData": post, "headers": headers})
    return _read(given).request.body


@pytest.mark.parametrize(
    "said",
    [
        "2013-06-13T10:20:30.1234567+02:00",
        "2013-06-13T08:20:30.123456Z",
        "2013-06-13T08:20:30.123456",
    ],
)
def test_times_of_all_producers_are_understood(said: str) -> None:
    assert time_of({"startedDateTime": said}) == pytest.approx(1371111630.123456)


@pytest.mark.parametrize("said", ["", "yesterday", None, 5])
def test_a_time_that_is_none_is_zero(said: object) -> None:
    assert time_of({"startedDateTime": said}) == 0.0


def test_text_wins_over_params() -> None:
    params = [{"name": "a", "value": "2"}]
    assert _posted({"text": "a=1", "params": params}) == b"a=1"


def test_params_are_encoded_unless_they_were_sent_so() -> None:
    plain = {"params": [{"name": "q", "value": "blue shoes"}]}
    sent = {"params": [{"name": "q", "value": "blue%20shoes"}]}
    assert _posted(plain) == b"q=blue+shoes"
    assert _posted(sent) == b"q=blue%20shoes"
    assert _posted(sent, length=len("q=blue%2520shoes")) == b"q=blue%2520shoes"


def test_a_body_of_bytes_written_as_characters_has_the_length_that_was_sent() -> None:
    assert _posted({"text": "\x89PNGé"}, length=5) == b"\x89PNG\xe9"
    assert _posted({"text": "é"}, length=2) == "é".encode()


def test_an_empty_post_of_a_get_is_no_body() -> None:
    assert _posted({"mimeType": "", "params": [], "text": ""}) == b""


def test_an_answer_in_base64_is_text_where_it_says_so() -> None:
    packed = base64.b64encode("é".encode("latin-1")).decode()
    content = {"encoding": "base64", "text": packed, "mimeType": "text/html; charset=latin-1"}
    picture = {"encoding": "base64", "text": packed, "mimeType": "image/png"}
    texts = [
        answer.text
        for it in (content, picture)
        if (answer := _read(entry("http://a.test/", response={"content": it})).answer)
    ]
    assert texts == ["é", ""]


def test_an_answer_in_a_file_beside_is_found() -> None:
    content = {"_file": "abc.json", "mimeType": "application/json"}
    answer = _read(entry("http://a.test/", response={"content": content}), **{"abc.json": b"{}"})
    assert answer.answer is not None
    assert answer.answer.text == "{}"


def test_an_answer_that_was_cut_says_so() -> None:
    content = {"text": "abc", "size": 10, "mimeType": "text/plain"}
    answer = _read(entry("http://a.test/", response={"content": content})).answer
    assert answer is not None
    assert not answer.is_whole


def test_pseudo_headers_are_none_and_values_that_are_objects_are_texts() -> None:
    headers = [
        {"name": ":authority", "value": "a.test"},
        {"name": "X-A", "value": {"b": 1}},
        {"name": "X-N", "value": 5},
        "nonsense",
    ]
    request = _read(entry("http://a.test/", request={"headers": headers})).request
    assert request.headers == (("X-A", '{"b": 1}'), ("X-N", "5"))


def test_status_zero_is_no_answer() -> None:
    assert _read(entry("http://a.test/", response={"status": 0})).answer is None


def test_an_address_to_go_on_to_is_a_header_whatever_the_producer() -> None:
    answer = _read(entry("http://a.test/", response={"status": 302, "redirectURL": "/b"})).answer
    assert answer is not None
    assert header_of(answer.headers, "location") == "/b"


@pytest.mark.parametrize("given", [None, 1, [], "", {}, {"request": 1, "response": []}])
def test_an_entry_that_is_broken_is_an_exchange_with_nothing_in_it(given: object) -> None:
    assert exchange_of(given, 3, dict[str, bytes]().get).number == 3

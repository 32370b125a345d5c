"""What is kept of an exchange: text, without secrets, and never too long."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.picturing import decode, fit, picture
from studio.child.load.raw_exchange import LONGEST_BODY, UNREAD, RawBody, RawExchange
from studio.measurement.example import (
    LONGEST_EXAMPLE_BYTES,
    Body,
    BodyKind,
    Example,
    KeptAnswer,
    KeptRequest,
)
from studio.recording.redaction import KnownSecrets, Redactor
from studio.typed_json import read, write
from tests.builders import make_example

JSON = (("Content-Type", "application/json"),)


def body(data: bytes) -> RawBody:
    return RawBody(data[:LONGEST_BODY], len(data))


def example_of(request: KeptRequest, answer: KeptAnswer | None) -> Example:
    return make_example(request=request, answer=answer)


def test_a_secret_found_in_the_answer_is_struck_out_of_the_request() -> None:
    raw = RawExchange(
        "POST",
        "http://x/as/abc123xyz",
        (("X-As", "abc123xyz"),),
        body(b'{"of": "abc123xyz"}'),
        500,
        JSON,
        body(b'{"token": "abc123xyz"}'),
    )
    request, answer = picture(raw, Redactor())
    assert "abc123xyz" not in str(request)
    assert answer is not None
    assert answer.body.text == '{"token": "{{secret.token-1}}"}'
    assert request.address == "http://x/as/{{secret.token-1}}"


def test_what_was_not_read_and_what_is_no_text_has_no_text() -> None:
    raw = RawExchange("GET", "/", (), UNREAD, 200, (), body(b"\x89PNG\x00"))
    request, answer = picture(raw, Redactor())
    assert request.body == Body(BodyKind.UNREAD)
    assert answer is not None
    assert answer.body == Body(BodyKind.BINARY, "", 5)


def test_without_a_status_there_is_no_answer() -> None:
    _, answer = picture(RawExchange("GET", "/", (), body(b"")), Redactor())
    assert answer is None


def test_a_secret_across_the_cut_is_not_kept_in_part() -> None:
    data = b"x" * (32 * 1024 - 10) + b" the-secret-of-the-visitor " + b"y" * 100_000
    raw = RawExchange("GET", "/", (), body(b""), 200, (), body(data))
    request, answer = picture(raw, Redactor(KnownSecrets({"it": "the-secret-of-the-visitor"})))
    kept = fit(example_of(request, answer))
    assert kept.answer is not None
    assert kept.answer.body.kind is BodyKind.CUT
    assert kept.answer.body.size_bytes == len(data)
    assert "the-s" not in kept.answer.body.text


@pytest.mark.parametrize(
    ("data", "media_type", "is_whole", "text"),
    [
        ("é".encode(), "", True, "é"),
        ("é".encode()[:1], "", False, ""),
        ("é".encode()[:1], "", True, None),
        ("é".encode("latin-1"), "text/html", True, "é"),
        ("€".encode("cp1252"), "text/html; charset=windows-1252", True, "€"),
        ("é".encode("latin-1"), "text/html; charset=no-such-thing", True, None),
        (b"a\x00b", "text/plain", True, None),
    ],
)
def test_bytes_are_text_if_they_can_be(
    data: bytes, media_type: str, is_whole: bool, text: str | None
) -> None:
    assert decode(data, media_type, is_whole=is_whole) == text


headers = st.lists(st.tuples(st.text(max_size=2000), st.text(max_size=2000)), max_size=100)
bodies = st.text().map(lambda text: (text * 9999).encode()[:200_000])


@given(headers, bodies, headers, bodies)
def test_any_exchange_becomes_an_example_that_is_short_and_survives_the_wire(
    sent: list[tuple[str, str]], said: bytes, came: list[tuple[str, str]], told: bytes
) -> None:
    raw = RawExchange("POST", "/" * 4000, tuple(sent), body(said), 500, tuple(came), body(told))
    example = fit(example_of(*picture(raw, Redactor())))
    line = json.dumps(write(example))
    assert len(line) <= LONGEST_EXAMPLE_BYTES
    assert read(Example, json.loads(line)) == example


def test_headers_without_end_are_left_out_last() -> None:
    many = tuple((f"X-{n}", "\u0001" * 2000) for n in range(100))
    request = KeptRequest("GET", "/", many, Body(BodyKind.WHOLE, "text", 4))
    example = fit(example_of(request, KeptAnswer(200, many)))
    assert len(json.dumps(write(example))) <= LONGEST_EXAMPLE_BYTES
    short = example_of(replace(request, headers=many[:1]), None)
    assert fit(short) == short

"""A head is plain only if nothing about it needs a second thought."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.lane.plain_answer import Answer, answer_head

PLAIN = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 11\r\n\r\n"


def with_line(line: bytes) -> bytes:
    return PLAIN.replace(b"Content-Type", line + b"\r\nContent-Type")


def test_a_plain_head_says_what_it_says() -> None:
    head = answer_head(PLAIN)
    assert head is not None
    assert (head.code, head.length, head.is_encoded, head.sets_cookies) == (200, 11, False, False)
    assert list(head.headers.items()) == [("Content-Type", "text/html"), ("Content-Length", "11")]


def test_chunks_have_no_length() -> None:
    head = answer_head(b"HTTP/1.1 404 No\r\ntransfer-encoding: Chunked\r\n\r\n")
    assert head is not None
    assert (head.code, head.length) == (404, -1)


def test_packed_bodies_and_cookies_are_known() -> None:
    head = answer_head(with_line(b"Content-Encoding: gzip\r\nSet-Cookie: a=1\r\nset-cookie: b=2"))
    assert head is not None
    assert (head.is_encoded, head.sets_cookies, head.is_flat) == (True, True, False)
    assert head.headers["Set-Cookie"] == ["a=1", "b=2"]


@pytest.mark.parametrize("line", [b"X: ", b"X:  a b ", b"X:\ta\t", b"X: \xe9"])
def test_every_copy_of_the_headers_is_its_own(line: bytes) -> None:
    head = answer_head(with_line(line.rstrip()))
    assert head is not None
    copy = head.own_headers()
    copy["X-Mine"] = "1"
    copy.add("Content-Type", "2")
    assert "X-Mine" not in head.headers
    assert head.own_headers()["content-type"] == "text/html"


@pytest.mark.parametrize(
    "head",
    [
        b"",
        PLAIN[:-2],
        PLAIN.replace(b"HTTP/1.1", b"HTTP/1.0"),
        PLAIN.replace(b"HTTP/1.1", b"http/1.1"),
        *(PLAIN.replace(b"200", b"%d" % code) for code in (99, 100, 101, 103, 204, 302, 304, 600)),
        PLAIN.replace(b"\r\nContent-Type", b"\nContent-Type"),
        PLAIN.replace(b"text", b"te\r\n xt"),
        PLAIN.replace(b"text", b"te\0xt"),
        PLAIN.replace(b"-Type:", b"-Type :"),
        PLAIN.replace(b"html", b"html "),
        PLAIN.replace(b"11", b"-1"),
        PLAIN.replace(b"11", b"+1"),
        PLAIN.replace(b"11", b"1, 1"),
        PLAIN.replace(b"11", b"12345678"),
        PLAIN.replace(b"Content-Length: 11\r\n", b""),
        with_line(b"Content-Length: 11"),
        with_line(b"Transfer-Encoding: chunked"),
        PLAIN.replace(b"Content-Length: 11", b"Transfer-Encoding: gzip, chunked"),
        with_line(b"Connection: close"),
        with_line(b"Connection: keep-alive, upgrade"),
        with_line(b"Upgrade: h2c"),
        with_line(b"Trailer: X"),
        with_line(b"Set-Cookie2: a=1"),
    ],
)
def test_any_other_head_is_not_plain(head: bytes) -> None:
    assert answer_head(head) is None


@given(st.binary(max_size=60))
def test_no_bytes_are_too_strange(data: bytes) -> None:
    head = answer_head(data)
    assert head is None or data.startswith(b"HTTP/1.1 ")


def test_an_answer_is_read_as_geventhttpclients_own_is() -> None:
    known = answer_head(with_line(b"X-A: 1"))
    assert known is not None
    answer = Answer("GET", known.code, known.own_headers(), b"hello")
    assert (answer.status_code, answer.get_code(), answer.version) == (200, 200, "HTTP/1.1")
    assert (answer.length, answer.content_length) == (11, 11)
    assert (answer["x-a"], answer.get("X-A"), answer.get("x-b", "0")) == ("1", "1", "0")
    assert "X-A" in answer
    assert list(answer.headers) == list(answer.info().items())
    assert [answer.read(2), answer.read(), answer.read()] == [b"he", b"llo", b""]
    assert answer.readline() == b""
    assert list(Answer("GET", 200, known.own_headers(), b"a" * 5000)) == [b"a" * 4096, b"a" * 904]
    assert (answer.message_complete, answer.should_close()) == (True, False)
    answer.release()
    chunked = answer_head(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    assert chunked is not None
    assert Answer("GET", 200, chunked.own_headers(), b"").length is None

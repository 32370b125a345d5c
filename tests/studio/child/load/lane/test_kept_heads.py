"""A kept head is, byte by byte, what geventhttpclient builds for the same request."""

from typing import Any
from urllib.parse import urlencode

import pytest
from geventhttpclient.client import HTTPClient
from geventhttpclient.header import Headers
from geventhttpclient.useragent import UserAgent
from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.lane.kept_heads import Head, HeadShelf

names = st.sampled_from(["X-A", "x-a", "Accept", "Content-Type", "content-type", "User-Agent"])
headers = st.dictionaries(names, st.text("a/1 ;=\té", max_size=6).map(str.strip), max_size=3)
payloads = st.one_of(
    st.none(),
    st.just(""),
    st.text("aé\0\1", min_size=1, max_size=9),
    st.binary(min_size=1, max_size=9),
    st.dictionaries(st.text("ab&é", max_size=3), st.text("a =é", max_size=4), max_size=2),
)


def as_geventhttpclient_has_it(
    client: Any, agent: Any, method: str, payload: object, own: dict[str, str], cookie: str | None
) -> bytes:
    fields = agent.default_headers.copy()
    fields.update(own)
    request = agent._make_request("http://shop.test/", method, headers=fields, payload=payload)
    if cookie is not None:
        request.add_unredirected_header("Cookie", cookie)
    body = request.payload or b""
    body = body.encode() if isinstance(body, str) else body
    return client._build_request(method, "/x", body, request.headers).encode("latin-1") + body


def filled(head: Head, payload: Any, cookie: str | None) -> bytes:
    if payload.__class__ is dict:
        payload = urlencode(payload)
    body = payload.encode() if isinstance(payload, str) else payload or b""
    return head.filled(len(body), cookie) + body


@given(
    st.sampled_from(["GET", "POST", "PUT", "DELETE", "PURGE"]),
    payloads,
    headers,
    headers,
    st.sampled_from([None, "a=1", "b=é\t"]),
    st.booleans(),
)
def test_every_head_is_geventhttpclients_own(
    method: str,
    payload: object,
    defaults: dict[str, str],
    own: dict[str, str],
    cookie: str | None,
    tls: bool,
) -> None:
    client = HTTPClient("shop.test", port=8080, ssl=tls, insecure=True)
    agent = UserAgent(headers=defaults)
    shelf = HeadShelf(agent)
    whole = as_geventhttpclient_has_it(client, agent, method, payload, own, cookie)
    for _ in range(2):
        head = shelf.head(client, method, payload, own, has_cookie=cookie is not None)
        assert f"{method} /x HTTP/1.1".encode() + filled(head, payload, cookie) == whole


def test_a_head_is_kept_and_shared() -> None:
    client, agent = HTTPClient("shop.test"), UserAgent()
    one, other = HeadShelf(agent), HeadShelf(UserAgent())
    head = one.head(client, "GET", None, {"A": "1"}, has_cookie=False)
    assert one.head(client, "GET", None, {"A": "1"}, has_cookie=False) is head
    assert other.head(HTTPClient("shop.test"), "GET", None, {"A": "1"}, has_cookie=False) is head
    assert one.head(client, "GET", None, {"A": "2"}, has_cookie=False) is not head
    assert one.head(HTTPClient("else.test"), "GET", None, {"A": "1"}, has_cookie=False) != head


def test_headers_that_are_set_later_are_sent() -> None:
    client, agent = HTTPClient("shop.test"), UserAgent()
    shelf = HeadShelf(agent)
    before = shelf.head(client, "GET", None, {}, has_cookie=False)
    first = shelf.defaults
    agent.default_headers["X-Late"] = "1"
    assert b"X-Late: 1" in shelf.head(client, "GET", None, {}, has_cookie=False).text
    client.default_headers["X-Later"] = "2"
    assert b"X-Later: 2" in shelf.head(client, "GET", None, {}, has_cookie=False).text
    assert b"X-Late" not in before.text
    assert "X-Late" not in first


NOT_PLAIN = (*("Host", "expect", "Content-Length", "Transfer-Encoding", "Connection", "COOKIE"),)


class MyHeaders(Headers):
    pass


@pytest.mark.parametrize(
    ("client", "own"),
    [
        (HTTPClient("shop.test", proxy_host="127.0.0.1", proxy_port=9), {}),
        (HTTPClient("shop.test", version="HTTP/1.0"), {}),
        (HTTPClient("shop.test", headers_type=MyHeaders), {}),
        *(
            (HTTPClient("shop.test"), {name: "1"})
            for name in (
                "Host",
                "expect",
                "Content-Length",
                "Transfer-Encoding",
                "Connection",
                "COOKIE",
            )
        ),
        (HTTPClient("shop.test"), {"X": 1}),
        (HTTPClient("shop.test"), {"X": True}),
    ],
)
def test_what_is_unusual_is_left_to_geventhttpclient(
    client: HTTPClient, own: dict[str, Any]
) -> None:
    with pytest.raises(LookupError):
        HeadShelf(UserAgent()).head(client, "GET", None, own, has_cookie=False)


def test_a_tunnel_to_a_tls_server_shows_nothing() -> None:
    by: dict[str, Any] = {"proxy_host": "127.0.0.1", "proxy_port": 9}
    client = HTTPClient("shop.test", port=443, ssl=True, insecure=True, **by)
    head = HeadShelf(UserAgent()).head(client, "GET", None, {}, has_cookie=False)
    assert b"\r\nHost: shop.test\r\n" in head.text


def test_what_may_not_be_sent_is_refused() -> None:
    shelf = HeadShelf(UserAgent())
    with pytest.raises(ValueError, match="X"):
        shelf.head(HTTPClient("shop.test"), "GET", None, {"X": "1\r\nY: 2"}, has_cookie=False)
    with pytest.raises(ValueError, match="GE T"):
        shelf.head(HTTPClient("shop.test"), "GE T", None, {}, has_cookie=False)
    lists: dict[str, Any] = {"X": ["1", "2"]}
    with pytest.raises(TypeError):
        shelf.head(HTTPClient("shop.test"), "GET", None, lists, has_cookie=False)


def test_heads_are_not_kept_for_ever() -> None:
    shelf, client = HeadShelf(UserAgent()), HTTPClient("shop.test")
    for number in range(2000):
        shelf.head(client, "GET", None, {"X": str(number)}, has_cookie=False)
    assert b"X: 7\r\n" in shelf.head(client, "GET", None, {"X": "7"}, has_cookie=False).text

"""RUNS IN A CHILD PROCESS. What is asked and answered with and without the lane."""
# pyright: basic

import gzip
import zlib
from collections.abc import Callable
from typing import Any

import brotli
import gevent

PAUSE, NEVER = b"<pause>", b"<never>"
OK = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{"a": "1"}\n'
PACKED = gzip.compress(b"hello", mtime=0)

Case = tuple[list[bytes], Callable[[Any], Any]]


def _with_status(status: bytes) -> bytes:
    return OK.replace(b"200 OK", status)


def _with_header(line: bytes) -> bytes:
    return OK.replace(b"Content-Type", line + b"\r\nContent-Type", 1)


def _redirect(status: bytes, to: bytes) -> bytes:
    return b"HTTP/1.1 %b\r\nLocation: %b\r\nContent-Length: 0\r\n\r\n" % (status, to)


def _packed(kind: bytes, body: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: %b\r\nContent-Length: %d\r\n\r\n"
    return head % (kind, len(body)) + body


def _chunked(*chunks: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    body = b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks)
    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body + end


def _checked(client: Any) -> Any:
    with client.get("/a", catch_response=True) as response:
        response.failure(f"no {response.json()['a']} in {response.headers['content-type']}")
    return response


def _forgiven(client: Any) -> Any:
    with client.get("/a", catch_response=True) as response:
        response.success()
    return response


def _given_up(client: Any) -> Any:
    with gevent.Timeout(0.1):
        return client.get("/a")


def _changed_defaults(client: Any) -> Any:
    first = client.get("/a")
    client.client.default_headers["X-Late"] = "1"
    second = client.get("/a")
    client.client.default_headers.add("X-Late", "2")
    return [first, second, client.get("/a")]


def _changed_answer(client: Any) -> Any:
    first = client.get("/a")
    first.headers["X-Mine"] = "1"
    return [first, client.get("/a")]


def _looked_at_request(client: Any) -> Any:
    client.get("/a")
    response = client.post("/b", data={"a": "1"}, headers={"X-A": "1"})
    request = response.request
    return (sorted(request.headers.items()), request.payload, request.url, request.method)


def _cookies_change(client: Any) -> Any:
    shown = [client.get("/a"), client.get("/deep/er/b"), client.get("/deep/c?d=1")]
    client.cookiejar.clear()
    return [*shown, client.get("/a")]


def _two_at_once(client: Any) -> Any:
    both = [gevent.spawn(client.get, path) for path in ("/a", "/a")]
    gevent.joinall(both)
    return [each.value for each in both]


def _renamed(client: Any) -> Any:
    with client.rename_request("group"):
        return client.get("/a")


CASES: dict[str, Case] = {
    "plain": ([OK, OK], lambda c: (c.get("/a"), c.get("/a?q=1&r=%20"))[1]),
    "names and params": ([OK], lambda c: c.get("/a", name="A", params={"q": "1 2"})),
    "group name": ([OK], _renamed),
    "odd addresses": (
        [OK] * 4,
        lambda c: [c.get(p) for p in ("/ä ö", "/a/../b", "/a%41?", "/x?y#z")],
    ),
    "more addresses": (
        [OK] * 5,
        lambda c: [c.get(p) for p in ("/", "", "?a=1", "/a//b", "/a?b=c?d")],
    ),
    "kept address": ([OK] * 3, lambda c: [c.get(p) for p in ("/a", "/b_-/c", "/b?a=1&b=")]),
    "whole address": ([OK] * 2, lambda c: [c.get("/a"), c.get(f"{c.base_url}/b")]),
    "json": ([OK], lambda c: c.post("/a", json={"a": [1, "é"]})),
    "form": ([OK], lambda c: c.post("/a", data={"a": "1 2", "b": "é"})),
    "form of two lengths": (
        [OK] * 2,
        lambda c: [c.post("/a", data={"a": "1" * n}) for n in (1, 99)],
    ),
    "text": ([OK], lambda c: c.put("/a", data="tëxt")),
    "text with type": ([OK], lambda c: c.put("/a", data="é", headers={"Content-Type": "x/y"})),
    "bytes with type": (
        [OK],
        lambda c: c.post("/a", data=b"\0\1", headers={"Content-Type": "x/y"}),
    ),
    "bytes like marks": ([OK], lambda c: c.post("/a", data=b"\0\1swarmbook-cookie-slot")),
    "empty post": ([OK], lambda c: c.post("/a")),
    "patch": ([OK], lambda c: c.patch("/a", json=[1])),
    "options": ([OK], lambda c: c.options("/a")),
    "strange method": ([OK], lambda c: c.request("PURGE", "/a")),
    "small method": ([OK], lambda c: c.request("get", "/a")),
    "bad method": ([OK], lambda c: c.request("GE T", "/a")),
    "auth": ([OK], lambda c: c.get("/a", auth=("u", "p"))),
    "own headers": ([OK], lambda c: c.get("/a", headers={"X-A": "1", "user-agent": "me"})),
    "own host": ([OK], lambda c: c.get("/a", headers={"Host": "other.test"})),
    "own cookie": ([OK], lambda c: c.get("/a", headers={"Cookie": "a=1"})),
    "own close": ([OK, OK], lambda c: [c.get("/a", headers={"Connection": "close"}), c.get("/b")]),
    "expect": ([OK], lambda c: c.post("/a", data="x", headers={"Expect": "100-continue"})),
    "repeated own header": ([OK], lambda c: c.get("/a", headers={"X-A": ["1", "2"]})),
    "number as header": ([OK], lambda c: c.get("/a", headers={"X-A": 1})),
    "bad header": ([OK], lambda c: c.get("/a", headers={"X-A": "1\r\nX-B: 2"})),
    "headers set later": ([OK] * 3, _changed_defaults),
    "answer changed": ([OK] * 2, _changed_answer),
    "request looked at": ([_with_header(b"Set-Cookie: s=1; Path=/"), OK], _looked_at_request),
    "multipart": ([OK], lambda c: c.post("/a", files={"f": ("a.txt", b"x", "text/plain")})),
    "not found": ([_with_status(b"404 Not Found")], lambda c: c.get("/a")),
    "not found, kept": ([_with_status(b"404 Not Found"), OK], lambda c: [c.get("/a"), c.get("/b")]),
    "error": ([_with_status(b"500 Oh")], lambda c: c.post("/a", json=1)),
    "error in bytes": (
        [b"HTTP/1.1 503 Oh\r\nContent-Length: 2\r\n\r\n\xff\xfe"],
        lambda c: c.get("/a"),
    ),
    "forgiven": ([_with_status(b"404 Not Found")], _forgiven),
    "reset content": ([b"HTTP/1.1 205 Oh\r\nContent-Length: 0\r\n\r\n"], lambda c: c.get("/a")),
    "no content": ([b"HTTP/1.1 204 No\r\n\r\n", OK], lambda c: (c.delete("/a"), c.get("/b"))[0]),
    "not modified": ([b"HTTP/1.1 304 No\r\nContent-Length: 9\r\n\r\n"], lambda c: c.get("/a")),
    "head": ([b"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n"], lambda c: c.head("/a")),
    **{
        f"redirect {code}": (
            [_redirect(b"%d Go" % code, b"/b"), OK],
            lambda c: c.post("/a", data="x"),
        )
        for code in (301, 302, 303, 307, 308)
    },
    "redirect kept": (
        [_redirect(b"302 Found", b"/b")],
        lambda c: c.get("/a", allow_redirects=False),
    ),
    "redirect nowhere": ([_redirect(b"302 Found", b"")], lambda c: c.get("/a")),
    "redirect to a file": ([_redirect(b"302 Found", b"file:///etc/passwd")], lambda c: c.get("/a")),
    "redirects in a circle": ([_redirect(b"302 Found", b"/a")] * 40, lambda c: c.get("/a")),
    "redirect with cookie": (
        [
            _redirect(b"302 Found", b"/b").replace(b"Location", b"Set-Cookie: s=1\r\nLocation"),
            OK,
            OK,
        ],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "cookies": (
        [_with_header(b"Set-Cookie: s=1; Path=/"), OK, OK],
        lambda c: [c.get("/a"), c.get("/b"), c.post("/c", json=1)],
    ),
    "cookies by path": (
        [_with_header(b"Set-Cookie: s=1; Path=/deep/er\r\nSet-Cookie: t=2; Path=/deep"), *[OK] * 3],
        _cookies_change,
    ),
    "cookie that ends": (
        [_with_header(b"Set-Cookie: s=1; Path=/; Max-Age=0"), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "cookie replaced": (
        [_with_header(b"Set-Cookie: s=%d; Path=/" % n) for n in (1, 2)] + [OK],
        lambda c: [c.get("/a"), c.get("/b"), c.get("/c")],
    ),
    "odd cookie": (
        [_with_header(b'Set-Cookie: s="a b\xe9"; Path=/; HttpOnly; SameSite=Lax'), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "cookie of another": (
        [_with_header(b"Set-Cookie: s=1; Domain=.other.test"), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "chunked": ([_chunked(b"abc", b"d" * 300), OK], lambda c: [c.get("/a"), c.get("/b")]),
    "chunked, empty": ([_chunked(), OK], lambda c: [c.get("/a"), c.get("/b")]),
    "chunks like an end": ([_chunked(b"0\r\n\r\n", b"x\r\n0\r\n\r\n")], lambda c: c.get("/a")),
    "chunks in pieces": (
        [_chunked(b"abc").replace(b"abc", b"a" + PAUSE + b"bc")],
        lambda c: c.get("/a"),
    ),
    "chunks with trailer": (
        [_chunked(b"abc", end=b"0\r\nX-T: 1\r\n\r\n"), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "chunks with extension": (
        [_chunked(b"abc").replace(b"3\r\n", b"3;x=y\r\n")],
        lambda c: c.get("/a"),
    ),
    "chunks cut": ([_chunked(b"abc", end=b"")], lambda c: c.get("/a")),
    "chunks of wrong size": ([_chunked(b"abc").replace(b"3\r\n", b"2\r\n")], lambda c: c.get("/a")),
    "chunked and length": (
        [_chunked(b"abc").replace(b"Transfer", b"Content-Length: 3\r\nTransfer")],
        lambda c: c.get("/a"),
    ),
    "chunked, packed": (
        [_chunked(PACKED).replace(b"Transfer", b"Content-Encoding: gzip\r\nTransfer")],
        lambda c: c.get("/a"),
    ),
    "gzip": ([_packed(b"gzip", PACKED)], lambda c: c.get("/a")),
    "deflate": ([_packed(b"deflate", zlib.compress(b"hello"))], lambda c: c.get("/a")),
    "brotli": ([_packed(b"br", brotli.compress(b"hello"))], lambda c: c.get("/a")),
    "identity": ([_packed(b"identity", b"hello")], lambda c: c.get("/a")),
    "zstd": ([_packed(b"zstd", b"hello")], lambda c: c.get("/a")),
    "gzip, broken": ([_packed(b"gzip", PACKED[:-4])], lambda c: c.get("/a")),
    "early hints": (
        [b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + OK],
        lambda c: c.get("/a"),
    ),
    "continue": ([b"HTTP/1.1 100 Continue\r\n\r\n" + OK], lambda c: c.get("/a")),
    "http 1.0": ([OK.replace(b"HTTP/1.1", b"HTTP/1.0")], lambda c: c.get("/a")),
    "close": ([_with_header(b"Connection: close"), OK], lambda c: [c.get("/a"), c.get("/b")]),
    "upgrade": ([_with_header(b"Upgrade: h2c")], lambda c: c.get("/a")),
    "no headers": ([b"HTTP/1.1 200 OK\r\n\r\n"], lambda c: c.get("/a")),
    "too short": ([OK[:-4]], lambda c: c.get("/a")),
    "too long": ([OK + b"xyz", OK], lambda c: [c.get("/a"), c.get("/b")]),
    "two lengths": ([_with_header(b"Content-Length: 5")], lambda c: c.get("/a")),
    "negative length": ([OK.replace(b": 11", b": -1")], lambda c: c.get("/a")),
    "bare line feed": ([OK.replace(b"\r\nContent-Type", b"\nContent-Type")], lambda c: c.get("/a")),
    "folded": ([OK.replace(b"application", b"x\r\n y")], lambda c: c.get("/a")),
    "garbage": ([b"nonsense\r\n\r\n"], lambda c: c.get("/a")),
    "silence": ([b""], lambda c: c.get("/a")),
    "silence to post": ([b""], lambda c: c.post("/a", json=1)),
    "silence, then words": ([b"", b"", OK], lambda c: c.get("/a")),
    "until close": ([b"HTTP/1.1 200 OK\r\n\r\nabc"], lambda c: c.get("/a")),
    "repeated header": ([_with_header(b"X-A: 1\r\nx-a: 2")], lambda c: c.get("/a")),
    "stream": ([OK], lambda c: list(c.get("/a", stream=True).iter_content(4))),
    "in pieces": (
        [OK.replace(b"\r\n\r\n", b"\r\n\r\n" + PAUSE), OK[:9] + PAUSE + OK[9:]],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "large": (
        [b"HTTP/1.1 200 OK\r\nContent-Length: 300000\r\n\r\n" + b"x" * 300000],
        lambda c: c.get("/a"),
    ),
    "larger": (
        [b"HTTP/1.1 200 OK\r\nContent-Length: 1300000\r\n\r\n" + b"x" * 1300000],
        lambda c: c.get("/a"),
    ),
    "large request": ([OK], lambda c: c.post("/a", data=b"x" * 3_000_000)),
    "never": ([NEVER + PAUSE + OK], lambda c: c.get("/a")),
    "never the rest": ([OK[:-4] + PAUSE + NEVER + PAUSE + OK[-4:]], lambda c: c.get("/a")),
    "given up": ([NEVER + PAUSE + OK], _given_up),
    "nobody there": ([], lambda c: c.get("http://127.0.0.1:9/")),
    "checked": ([OK], _checked),
    "two at once": ([OK, OK], _two_at_once),
}

HANGS_UP_AFTER_LAST = {
    *("too short", "garbage", "silence", "silence to post", "until close", "bare line feed"),
    *("chunks cut", "chunks of wrong size", "no headers", "not modified"),
}
"""Cases in which the server closes the connection after its last answer."""

HANGS_UP_WHEN_SILENT = {"silence, then words"}
"""Cases in which it closes the connection after each empty answer."""

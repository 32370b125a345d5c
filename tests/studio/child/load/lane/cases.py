"""RUNS IN A CHILD PROCESS. What is asked and answered with and without the lane."""
# pyright: basic

import gzip
import zlib
from collections.abc import Callable
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import brotli
import gevent
from geventhttpclient.client import HTTPClientPool
from locust.contrib.fasthttp import FastRequest, FastResponse
from locust.user.users import RestMixin
from stage import CLOSE, HALF, NEVER, PAUSE, RESET

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


def _taken(client: Any) -> Any:
    with client.post("/a?b=c", data={"a": "1"}, catch_response=True) as response:
        held = [(it.name, it.value) for it in client.cookiejar]
        meta = response.request_meta
        shown = (response.text, response.headers.get("x-tag"), held, response.url)
        known = (meta["response_length"], str(meta["exception"]), response.json())
        meta["exception"] = "late"
        response.failure("late")
    return (shown, known)


def _not_followed(client: Any) -> Any:
    with client.get("/a", allow_redirects=False, catch_response=True) as response:
        if response.status_code == 302:
            response.success()
    return [response, client.get("/b", headers={"Authorization": "Basic eDp5"})]


def _given_up(client: Any, error: BaseException | None = None) -> Any:
    with gevent.Timeout(0.1, error):
        return client.get("/a")


def _killed(client: Any) -> Any:
    at_work = gevent.spawn(client.get, "/a")
    gevent.sleep(0.1)
    at_work.kill()
    return [str(at_work.value), client.get("/b")]


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


def _later(client: Any, path: str, method: str = "GET") -> Any:
    gevent.sleep(0.03)  # what the server did to the connection is to be known here
    return client.request(method, path)


def _payload_only(client: Any) -> Any:
    made = {"a": "1"}
    request = client.post("/a", data=made).request
    made["a"] = "2"
    plain = client.get("/b").request
    return (request.payload, request.body, plain.type, plain.unverifiable, plain.payload)


def _headers_of_then(client: Any) -> Any:
    response = client.get("/a")
    client.client.default_headers["X-Late"] = "1"
    return sorted(response.request.headers.items())


def _closed_by_hand(client: Any) -> Any:
    first = client.get("/a")
    client.client.clientpool.close()
    return [first, client.get("/a")]


def _another_pool(client: Any) -> Any:
    first = client.get("/a")
    client.client.clientpool = HTTPClientPool(concurrency=2)
    return [first, client.get("/a")]


def _another_place(client: Any) -> Any:
    base, answers = client.base_url, [client.get("/a")]
    client.base_url = base.replace("127.0.0.1", "localhost").replace("[::1]", "localhost")
    answers.append(client.get("/a"))
    client.base_url = f"{base}/deep"
    answers.append(client.get("/a"))
    client.base_url = f"{base}?q="
    return [*answers, client.get("/a")]


def _own_status(client: Any) -> Any:
    client.client._verify_status = lambda *_status, **_url: None
    return client.get("/a")


def _own_request_type(client: Any) -> Any:
    class Mine(FastRequest):
        pass

    client.client.request_type = Mine
    return type(client.get("/a").request).__name__


def _own_response_type(client: Any) -> Any:
    class Mine(FastResponse):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.mine = len(self.headers or ())

    client.client.response_type = Mine
    return client.get("/a").mine


def _cookie_changed_by_hand(client: Any) -> Any:
    shown = [client.get("/a"), client.get("/b")]
    for cookie in client.cookiejar:
        cookie.value = "mine"
    return [*shown, client.get("/c")]


def _cookies_refused(client: Any) -> Any:
    shown = [client.get("/a"), client.get("/b")]
    client.cookiejar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    return [*shown, client.get("/c")]


def _no_jar(client: Any) -> Any:
    shown = [client.get("/a"), client.get("/b")]
    client.client.cookiejar = None
    return [*shown, client.get("/c")]


def _cookie_that_ends_soon(client: Any) -> Any:
    shown = [client.get("/a"), client.get("/b")]
    gevent.sleep(2.1)
    return [*shown, client.get("/c")]


def _read_again(client: Any) -> Any:
    response = client.get("/a")
    return (
        response.read(),
        response.readline(),
        response.isclosed(),
        response.status,
        len(response),
        list(response.iter_content()),
        sorted(response.info().items()),
    )


def _at_rest(client: Any) -> Any:
    with RestUser(client).rest("POST", "/a", json={"b": 1}) as response:
        assert response.js["a"] == "2", "a is odd,"
    return response


def _at_rest_and_broken(client: Any) -> Any:
    with RestUser(client).rest("GET", "/a") as response:
        return response.js["b"]


class RestUser(RestMixin):
    """What `rest` needs of a user."""

    def __init__(self, client: Any) -> None:
        self.client = client


def _with_a_user(client: Any) -> Any:
    client.user = WithContext()
    return client.get("/a", context={"mine": 1})


class WithContext:
    """What a session asks of a user."""

    def context(self) -> dict[str, object]:
        """Return what every request of the user is told with."""
        return {"user": "u"}


def _many_at_once(client: Any) -> Any:
    client.client.clientpool = HTTPClientPool(concurrency=2)
    both = [gevent.spawn(client.get, "/a") for _ in range(5)]
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
    "taken": (
        [_with_header(b"Set-Cookie: s=1; Path=/\r\nX-Tag: t"), OK],
        lambda c: [_taken(c), c.get("/b")][0],
    ),
    "taken from an error": ([OK.replace(b"200 OK", b"418 Oh")], _taken),
    "not followed": ([_redirect(b"302 Found", b"/c"), OK], _not_followed),
    "forgiven": ([_with_status(b"404 Not Found")], _forgiven),
    "reset content": ([b"HTTP/1.1 205 Oh\r\nContent-Length: 0\r\n\r\n"], lambda c: c.get("/a")),
    "no content": ([b"HTTP/1.1 204 No\r\n\r\n", OK], lambda c: (c.delete("/a"), c.get("/b"))[0]),
    "not modified": (
        [b"HTTP/1.1 304 No\r\nContent-Length: 9\r\n\r\n" + CLOSE],
        lambda c: c.get("/a"),
    ),
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
    "chunks cut": ([_chunked(b"abc", end=CLOSE)], lambda c: c.get("/a")),
    "chunks of wrong size": (
        [_chunked(b"abc").replace(b"3\r\n", b"2\r\n") + CLOSE],
        lambda c: c.get("/a"),
    ),
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
    "no headers": ([b"HTTP/1.1 200 OK\r\n\r\n" + CLOSE], lambda c: c.get("/a")),
    "too short": ([OK[:-4] + CLOSE], lambda c: c.get("/a")),
    "too long": ([OK + b"xyz", OK], lambda c: [c.get("/a"), c.get("/b")]),
    "two lengths": ([_with_header(b"Content-Length: 5")], lambda c: c.get("/a")),
    "negative length": ([OK.replace(b": 11", b": -1")], lambda c: c.get("/a")),
    "bare line feed": (
        [OK.replace(b"\r\nContent-Type", b"\nContent-Type") + CLOSE],
        lambda c: c.get("/a"),
    ),
    "folded": ([OK.replace(b"application", b"x\r\n y")], lambda c: c.get("/a")),
    "garbage": ([b"nonsense\r\n\r\n" + CLOSE], lambda c: c.get("/a")),
    "silence": ([CLOSE], lambda c: c.get("/a")),
    "silence to post": ([CLOSE], lambda c: c.post("/a", json=1)),
    "silence after an answer": ([OK, CLOSE, OK], lambda c: [c.get("/a"), c.get("/b")]),
    "silence after an answer to post": ([OK, CLOSE], lambda c: [c.get("/a"), c.post("/b")]),
    **{
        f"{how} after an answer": ([OK + mark, OK], lambda c: [c.get("/a"), _later(c, "/b")])
        for how, mark in (("closed", CLOSE), ("half closed", HALF), ("reset", RESET))
    },
    **{
        f"{how} after an answer, then posted": (
            [OK + mark, OK],
            lambda c: [c.get("/a"), _later(c, "/b", "POST")],
        )
        for how, mark in (("closed", CLOSE), ("half closed", HALF), ("reset", RESET))
    },
    "words nobody asked for": ([OK + PAUSE + OK, OK], lambda c: [c.get("/a"), _later(c, "/b")]),
    "reset": ([RESET, OK], lambda c: [c.get("/a")]),
    "reset to post": ([RESET, OK], lambda c: [c.post("/a", json=1)]),
    "reset amid a head": ([OK[:20] + RESET, OK], lambda c: [c.get("/a"), c.get("/b")]),
    "reset amid a body": ([OK[:-4] + RESET, OK], lambda c: [c.get("/a"), c.get("/b")]),
    "reset amid chunks": (
        [_chunked(b"abc", end=RESET), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "half closed at once": ([HALF + OK], lambda c: c.get("/a")),
    "half closed amid a body": ([OK[:-4] + HALF], lambda c: c.get("/a")),
    "silence, then words": ([CLOSE, CLOSE, OK], lambda c: c.get("/a")),
    "until close": ([b"HTTP/1.1 200 OK\r\n\r\nabc" + CLOSE], lambda c: c.get("/a")),
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
    "never": ([NEVER + OK], lambda c: c.get("/a")),
    "never the rest": ([OK[:-4] + NEVER + OK[-4:]], lambda c: c.get("/a")),
    "never the rest of a head": ([OK[:20] + NEVER + OK[20:]], lambda c: c.get("/a")),
    "never the next chunk": (
        [_chunked(b"abc", b"def").replace(b"def", NEVER + b"def")],
        lambda c: c.get("/a"),
    ),
    "given up": ([NEVER + OK], _given_up),
    "given up amid a head": ([OK[:20] + NEVER, OK], lambda c: [_given_up(c), c.get("/b")]),
    "given up amid a body": ([OK[:-4] + NEVER, OK], lambda c: [_given_up(c), c.get("/b")]),
    "given up by an error": ([NEVER, OK], lambda c: [_given_up(c, OSError("mine")), c.get("/b")]),
    "given up by an error amid a body": (
        [OK[:-4] + NEVER, OK],
        lambda c: [_given_up(c, OSError("mine")), c.get("/b")],
    ),
    "given up by a strange error": ([NEVER, OK], lambda c: _given_up(c, RuntimeError("mine"))),
    "killed": ([NEVER, OK], _killed),
    "killed amid a body": ([OK[:-4] + NEVER, OK], _killed),
    "nobody there": ([], lambda c: c.get("http://127.0.0.1:9/")),
    "checked": ([OK], _checked),
    "two at once": ([OK, OK], _two_at_once),
    "five at once": ([OK] * 5, _many_at_once),
    "a payload looked at first": ([OK] * 2, _payload_only),
    "headers as they were": ([OK], _headers_of_then),
    "pool closed by hand": ([OK] * 2, _closed_by_hand),
    "another pool": ([OK] * 2, _another_pool),
    "another place": ([OK] * 4, _another_place),
    "own word on a status": ([_with_status(b"418 Teapot")], _own_status),
    "own kind of request": ([OK], _own_request_type),
    "own kind of response": ([OK], _own_response_type),
    "cookie changed by hand": (
        [_with_header(b"Set-Cookie: s=1; Path=/"), OK, OK],
        _cookie_changed_by_hand,
    ),
    "cookies refused": ([_with_header(b"Set-Cookie: s=1; Path=/"), OK, OK], _cookies_refused),
    "no cookie jar": ([_with_header(b"Set-Cookie: s=1; Path=/"), OK, OK], _no_jar),
    "cookie that ends soon": (
        [_with_header(b"Set-Cookie: s=1; Path=/; Max-Age=1"), OK, OK],
        _cookie_that_ends_soon,
    ),
    "secure cookie": (
        [_with_header(b"Set-Cookie: s=1; Path=/; Secure"), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "many cookies": (
        [_with_header(b"\r\n".join(b"Set-Cookie: c%d=%d" % (n, n) for n in range(30))), OK, OK],
        lambda c: [c.get("/a"), c.get("/b"), c.get("/b")],
    ),
    "cookie on an error": (
        [_with_status(b"404 No").replace(b"Content-T", b"Set-Cookie: s=1\r\nContent-T"), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "read again": ([OK], _read_again),
    "rest": ([OK], _at_rest),
    "rest, broken": ([OK], _at_rest_and_broken),
    "rest without json": ([_packed(b"identity", b"<p>")], _at_rest),
    "a user's context": ([OK], _with_a_user),
    "not caught": ([OK], lambda c: c.get("/a").failure("x")),
    "base with a slash": ([OK], lambda c: c.get(f"{c.base_url}/")),
    "numbers that are equal": (
        [OK] * 4,
        lambda c: [c.get("/a", headers={"X-A": each}) for each in (1, True, 1.0, "1")],
    ),
    "connect": ([OK], lambda c: c.request("CONNECT", "/a")),
    "trace": ([OK], lambda c: c.request("TRACE", "/a")),
    "get with a body": ([OK], lambda c: c.get("/a", data="x")),
    "delete with a body": ([OK], lambda c: c.delete("/a", json={"a": 1})),
    "form of lists": ([OK], lambda c: c.post("/a", data={"a": ["1", "2"]})),
    "form with a type": (
        [OK],
        lambda c: c.post("/a", data={"a": "1"}, headers={"Content-Type": "x/y"}),
    ),
    "half a letter": ([OK], lambda c: c.post("/a", data="\ud800")),
    "half a letter in an address": ([OK], lambda c: c.get("/\ud800")),
    "control character in an address": ([OK], lambda c: c.get("/a\r\nX: 1")),
    "pieces of a body": ([OK], lambda c: c.post("/a", data=iter([b"a", b"b"]))),
    "unknown option": ([OK], lambda c: c.get("/a", timeout=1)),
    "retries": ([RESET, OK], lambda c: c.get("/a", max_retries=1)),
    "no redirects at all": (
        [_redirect(b"302 Found", b"/b")],
        lambda c: c.get("/a", max_redirects=0),
    ),
    "redirect, then kept": (
        [_redirect(b"302 Found", b"/b"), OK, OK],
        lambda c: [c.get("/a"), c.get("/c")],
    ),
    "redirect with a body": (
        [
            OK.replace(b"200 OK", b"301 Moved").replace(b"Content-T", b"Location: b\r\nContent-T"),
            OK,
        ],
        lambda c: c.get("/deep/a"),
    ),
    "redirect without a place": (
        [b"HTTP/1.1 302 Found\r\nContent-Length: 2\r\n\r\nok"],
        lambda c: c.get("/a"),
    ),
    "redirect to another": (
        [_redirect(b"302 Found", b"//127.0.0.1:9/x")],
        lambda c: c.get("/a", auth=("u", "p")),
    ),
    "not a redirect": (
        [OK.replace(b"Content-T", b"Location: /b\r\nContent-T")],
        lambda c: c.get("/a"),
    ),
    "multiple choices": ([_with_status(b"300 Many")], lambda c: c.get("/a")),
    "use proxy": ([_with_status(b"305 Use Proxy")], lambda c: c.get("/a")),
    "many kinds of success": (
        [_with_status(b"%d Yes" % code) for code in (201, 202, 203, 206, 207, 208, 226)],
        lambda c: [c.get("/a") for _ in range(7)],
    ),
    "strange success": ([_with_status(b"299 Yes")], lambda c: c.get("/a")),
    "status of two digits": ([_with_status(b"20 OK") + CLOSE], lambda c: c.get("/a")),
    "status of no words": ([_with_status(b"200 ")], lambda c: c.get("/a")),
    "status without a space": ([_with_status(b"200")], lambda c: c.get("/a")),
    "empty header": ([_with_header(b"X-A:")], lambda c: c.get("/a")),
    "spaces around a header": ([_with_header(b"X-A:  \t a b \t ")], lambda c: c.get("/a")),
    "space before a colon": ([_with_header(b"X-A : 1") + CLOSE], lambda c: c.get("/a")),
    "letters beyond ascii": ([_with_header(b"X-A: \xe9\xff")], lambda c: c.get("/a")),
    "a nought in a header": ([_with_header(b"X-A: a\0b") + CLOSE], lambda c: c.get("/a")),
    "length with noughts": ([OK.replace(b": 11", b": 0011")], lambda c: c.get("/a")),
    "length with a plus": ([OK.replace(b": 11", b": +11") + CLOSE], lambda c: c.get("/a")),
    "length twice the same": ([_with_header(b"Content-Length: 11")], lambda c: c.get("/a")),
    "length in a list": ([OK.replace(b": 11", b": 11, 11") + CLOSE], lambda c: c.get("/a")),
    "chunked in capitals": (
        [_chunked(b"abc").replace(b"chunked", b"Chunked")],
        lambda c: c.get("/a"),
    ),
    "chunked and more": (
        [_chunked(b"abc").replace(b"chunked", b"gzip, chunked")],
        lambda c: c.get("/a"),
    ),
    "not chunked": (
        [_chunked(b"abc").replace(b"chunked", b"identity") + CLOSE],
        lambda c: c.get("/a"),
    ),
    "chunks with noughts": (
        [_chunked(b"abc").replace(b"3\r\n", b"003\r\n")],
        lambda c: c.get("/a"),
    ),
    "chunks of long size": (
        [_chunked(b"abc").replace(b"3\r\n", b"00000003\r\n")],
        lambda c: c.get("/a"),
    ),
    "chunks with a bare line feed": (
        [_chunked(b"abc").replace(b"3\r\n", b"3\n") + CLOSE],
        lambda c: c.get("/a"),
    ),
    "chunks and more": ([_chunked(b"abc") + b"xyz", OK], lambda c: [c.get("/a"), c.get("/b")]),
    "many chunks": ([_chunked(*[b"x" * 900] * 900), OK], lambda c: [c.get("/a"), c.get("/b")]),
    "chunks in many pieces": (
        [PAUSE.join(_chunked(b"abcdef", b"gh")[n : n + 3] for n in range(0, 75, 3)), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "body in many pieces": (
        [OK[:-11] + PAUSE.join(OK[n : n + 1] for n in range(len(OK) - 11, len(OK))), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "two answers at once": ([OK + OK, OK], lambda c: [c.get("/a"), c.get("/b")]),
    "deflate without a head": (
        [_packed(b"deflate", zlib.compress(b"hello")[2:-4])],
        lambda c: c.get("/a"),
    ),
    "packed in capitals": ([_packed(b"GZIP", PACKED)], lambda c: c.get("/a")),
    "packed twice": ([_packed(b"gzip, gzip", gzip.compress(PACKED))], lambda c: c.get("/a")),
    "compress": ([_packed(b"compress", b"hello")], lambda c: c.get("/a")),
    "brotli, broken": ([_packed(b"br", b"hello")], lambda c: c.get("/a")),
    "packed, empty": ([_packed(b"gzip", b"")], lambda c: c.get("/a")),
    "packed, streamed": (
        [_packed(b"gzip", PACKED)],
        lambda c: list(c.get("/a", stream=True).iter_content(4)),
    ),
    "lines": ([OK], lambda c: list(c.iter_lines("/a"))),
    "early hints twice": (
        [b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 2 + PAUSE + OK, OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "many early hints": (
        [b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 400 + OK, OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "much more than an answer": ([OK + b"x" * 9000, OK], lambda c: [c.get("/a"), c.get("/b")]),
    "switching": (
        [b"HTTP/1.1 101 Go\r\nUpgrade: h2c\r\nConnection: upgrade\r\n\r\n" + CLOSE],
        lambda c: c.get("/a"),
    ),
    "keep-alive in capitals": (
        [_with_header(b"Connection: Keep-Alive"), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "keep-alive and more": (
        [_with_header(b"Connection: keep-alive, x"), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "close in http 1.0": (
        [OK.replace(b"HTTP/1.1", b"HTTP/1.0"), OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "http 2": ([OK.replace(b"HTTP/1.1", b"HTTP/2.0") + CLOSE], lambda c: c.get("/a")),
    "a long head": ([_with_header(b"X-A: " + b"x" * 70_000)], lambda c: c.get("/a")),
    "no content with a length": (
        [b"HTTP/1.1 204 No\r\nContent-Length: 0\r\n\r\n", OK],
        lambda c: [c.get("/a"), c.get("/b")],
    ),
    "head with a body": ([OK + CLOSE], lambda c: c.head("/a")),
    "expect, refused": (
        [_with_status(b"417 No")],
        lambda c: c.post("/a", data="x", headers={"Expect": "100-continue"}),
    ),
}

"""What is written sends what the journey says, takes what it should, and counts each request."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
import trustme
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.journey.body import Body, FormBody, GraphqlBody, JsonBody, NoBody, RawBody
from studio.journey.check import OnFailure, StatusCheck, WithinCheck
from studio.journey.journey import Client, Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import QueryField, Request
from studio.journey.take import IfMissing, Take
from studio.journey.template import Text
from studio.locustfile.check import check
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
from tests.hostile_answers import Fault
from tests.hostile_server import HostileServer
from tests.studio.locustfile.players import Played, Player, Sent, player, targets
from tests.studio.locustfile.request_samples import (
    ATTACHMENTS,
    AUTH,
    BLIND,
    CERTIFICATE,
    CHECKS,
    EVERY_BODY,
    EVERY_CHECK,
    EVERY_TAKE,
    GRAPHQL,
    HOSTILE_TEXTS,
    IN_PAGE,
    PLACES,
    UPLOADS,
    as_http,
)

WAYS = [(Client.FAST, "locust"), (Client.FAST, "lane"), (Client.HTTP, "locust")]
NAME = 'Ada "L" <'
PNG = "\x89PNG\x00\xff"


@pytest.fixture(scope="module")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Player]:
    with player(tmp_path_factory.mktemp("played")) as child:
        yield child


def walk(plays: Player, journey: Journey, client: Client, way: str, host: str = "") -> Played:
    chosen = journey if client is Client.FAST else as_http(journey)
    source = check(emit(plan_journeys([(chosen, 1)], (), ATTACHMENTS)))
    return plays.play(source, way, host)


@pytest.mark.parametrize(("client", "way"), WAYS)
def test_every_body_is_sent_as_it_is_said(plays: Player, client: Client, way: str) -> None:
    played = walk(plays, EVERY_BODY, client, way)
    assert played.raised == ()
    first, form, twice, held, lossy, xml, plain, parts, file = played.sent
    assert first.target == "/page?q=blue+shoes"
    assert parse_qsl(form.body) == [("a", "1 2"), ("name", NAME)]
    assert parse_qsl(twice.body, keep_blank_values=True) == [("a", "1"), ("a", NAME), ("b", "")]
    assert json.loads(held.body) == {"a": [1, 2.5, None, True, "é"], "name": NAME}
    assert lossy.body == f'{{"price": 1.10, "name": {json.dumps(NAME)}}}'
    assert xml.body == f"<order by='{NAME}'/>"
    assert plain.body == "plain"
    assert [it.headers["content-type"].partition(";")[0] for it in played.sent[2:]] == [
        *("application/x-www-form-urlencoded", "application/json", "application/json"),
        *("application/xml", "text/plain", "multipart/form-data", "image/png"),
    ]
    boundary = "--" + parts.headers["content-type"].partition("boundary=")[2]
    assert parts.body.split(boundary)[1:-1] == [
        part('name="title"', "", NAME),
        part('name="meta"', "\r\nContent-Type: application/json", "{}"),
        part('name="scan"; filename="my scan.png"', "\r\nContent-Type: image/png", PNG),
    ]
    assert file.body == PNG


def part(name: str, kind: str, content: str) -> str:
    return f"\r\nContent-Disposition: form-data; {name}{kind}\r\n\r\n{content}\r\n"


@pytest.mark.parametrize(("client", "way"), WAYS)
def test_graphql_and_soap_are_told_apart_by_what_is_done(
    plays: Player, client: Client, way: str
) -> None:
    played = walk(plays, GRAPHQL, client, way)
    assert [name for name, _ in played.rows] == ["/page", "/json", "/echo Search", "/echo GetPrice"]
    sent = json.loads(played.sent[2].body)
    assert sent["variables"] == {"text": NAME, "first": 7}
    assert list(sent) == ["query", "variables", "operationName"]


@pytest.mark.parametrize(("client", "way"), WAYS)
def test_everything_taken_is_sent_again(plays: Player, client: Client, way: str) -> None:
    played = walk(plays, EVERY_TAKE, client, way)
    assert played.raised == ()
    assert [failure for _, failure in played.rows if failure] == []
    assert targets(played.sent)[3:7] == [
        *("GET /redirect?code=x1", "GET /landed?code=x1", "GET /buy/7", "GET /page?p=2"),
    ]
    last = played.sent[-1]
    assert re.fullmatch(r"/echo/o1/i[12]\?code=x1&v=1\.2\.3", last.target)
    assert (last.headers["x-session"], last.headers["x-tag"]) == ("s1", "t9 i2")
    assert dict(parse_qsl(last.body, keep_blank_values=True)) == {
        "csrf": "t/k",
        "title": "Blue & white",
        "second": "two",
        "third": "3",
        "path": "/a/b",
        "back": "/x y",
        "shown": "a&b",
        "kept": "",
        "other": "none of Blue & white",
        "last_item": "i2",
    }


@pytest.mark.parametrize(("client", "way"), WAYS)
def test_checks_fail_what_is_wrong_and_nothing_else(
    plays: Player, client: Client, way: str
) -> None:
    played = walk(plays, EVERY_CHECK, client, way)
    assert len(played.sent) == len(played.rows)
    assert [failure for _, failure in played.rows if failure] == [
        "no $.gone in the answer",
        "no X-Gone in the answer",
        "status 200 instead of 201",
        "the answer does not contain 'sold out'",
    ]
    assert played.raised == ("StopUser: ",)


@pytest.mark.parametrize(("client", "way"), WAYS)
def test_each_request_says_who_sends_it(plays: Player, client: Client, way: str) -> None:
    played = walk(plays, AUTH, client, way)
    assert played.raised == ()
    assert [it.headers.get("authorization") for it in played.sent] == [
        None,
        "Bearer tok-1",
        "Basic bWU6b3BlbiBzZXNhbWU=",
        "Basic bWU6cGFzcyB3w7ZyZA==",
        *(None, None, None),
        "Bearer tok-1",
    ]
    assert played.sent[4].headers["x-key"] == "k/1"
    assert played.sent[5].target == "/echo?a=1&key=k%2F1"
    assert played.sent[6].target == "/redirect?to=1"
    assert {it.headers["accept-language"] for it in played.sent} == {"fr"}


@pytest.mark.parametrize(("client", "way"), WAYS)
def test_hostile_texts_are_sent_and_looked_for_as_they_are(
    plays: Player, client: Client, way: str
) -> None:
    played = walk(plays, HOSTILE_TEXTS, client, way)
    assert played.raised == ()
    assert len(played.sent) == len(played.rows) == len(HOSTILE_TEXTS.again)
    assert {it.headers["x-sent"] for it in played.sent} == {"'\"{x}%s"}


def test_common_forms_stay_on_the_lane(plays: Player) -> None:
    journeys = {"bodies": EVERY_BODY, "takes": EVERY_TAKE, "checks": EVERY_CHECK, "auth": AUTH}
    lanes = {name: walk(plays, it, Client.FAST, "lane").lane for name, it in journeys.items()}
    multipart, redirect, no_redirect = 1, 1, 1
    assert lanes == {
        "bodies": [8, 0, multipart],
        "takes": [6, redirect, 0],
        "checks": [22, 0, 0],
        "auth": [7, no_redirect, 0],
    }
    assert walk(plays, UPLOADS, Client.FAST, "lane").lane == [1, 0, multipart]


def test_a_certificate_is_shown_and_asked_for(tmp_path: Path) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    for name, made in (
        ("server.pem", authority.issue_cert("127.0.0.1")),
        ("client.pem", authority.issue_cert("visitor@shop.test")),
    ):
        made.private_key_and_cert_chain_pem.write_to_path(tmp_path / name)
    trusting = replace(CERTIFICATE, tls=replace(CERTIFICATE.tls, client_certificate=None))
    with player(tmp_path, str(tmp_path)) as child:
        for way in ("locust", "lane"):
            known = walk(child, CERTIFICATE, Client.FAST, way)
            assert (len(known.sent), known.rows) == (1, (("/echo", None),))
        for journey in (trusting, BLIND):
            for client, way in WAYS:
                assert walk(child, journey, client, way).rows == (("/echo", None),)
        plain = replace(BLIND, tls=replace(BLIND.tls, verify=True))
        for client, way in WAYS:
            ((_, failure),) = walk(child, plain, client, way).rows
            assert failure is not None
            assert "certificate" in failure.lower()


_FAULTS = [it for it in Fault if not re.search("endless|flood", it.value)]
"""An endless answer needs the studio's guard, or it fills the memory until the deadline."""

_TAKES = tuple(
    Take(f"v{n}", place, if_missing=IfMissing.KEEP)
    for n, (_, place) in enumerate((*PLACES, *IN_PAGE))
)
_LENIENT = tuple(
    replace(it, on_failure=OnFailure.GO_ON)
    for it in CHECKS
    if not isinstance(it, StatusCheck | WithinCheck) and "{{" not in str(it)
)


@pytest.mark.parametrize(
    ("client", "way", "kind"),
    [(*way, "lenient") for way in WAYS] + [(Client.FAST, "lane", "strict")],
)
@pytest.mark.timeout(120)
def test_whatever_a_server_sends_each_request_is_counted_once(
    plays: Player, client: Client, way: str, kind: str
) -> None:
    takes = _TAKES if kind == "lenient" else (Take("v", IN_PAGE[3][1]), Take("w", PLACES[0][1]))
    checks = tuple(it for it in _LENIENT if "number" not in repr(it)) if kind == "lenient" else ()
    asked = Request("r", "GET", "/", checks=checks, takes=takes)
    steps = tuple(
        Step(f"n{n}", fault, (replace(asked, path=f"/{fault}", endpoint=fault),))
        for n, fault in enumerate(_FAULTS)
    )
    journey = Journey("J1", "User", steps, order=Order.WEIGHTED, answer_within_s=1.5)
    journey = replace(journey, client=client)
    source = check(emit(plan_journeys([(journey, 1)])))
    with HostileServer(pace_s=0.05, flood_bytes=2 << 20) as server:
        played = plays.play(source, way, server.home)
    assert played.raised == ()
    assert Counter(name for name, _ in played.rows) == Counter(map(str, _FAULTS))
    failed = {name for name, failure in played.rows if failure}
    assert failed >= {"reset", "silent", "busy", "half_body"}


_words = st.text("abcXYZ019-_.", min_size=1, max_size=8)
_paths = st.lists(_words.filter(lambda it: it.strip(".")), max_size=3).map(
    lambda words: "/" + "/".join(words)
)
_values = st.lists(st.sampled_from(["a", "0", "+", "%20", "%C3%A9", "%26", "-", "_"])).map("".join)
_queries = st.lists(st.builds(QueryField, _words, _values, st.booleans()), max_size=3).map(tuple)
_plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_form = st.lists(st.tuples(_plain, _plain), max_size=4).map(tuple).map(FormBody)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | _plain,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_plain, inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
_bodies: st.SearchStrategy[Body] = st.one_of(
    st.just(NoBody()),
    _form,
    _json.map(json.dumps).map(JsonBody),
    _plain.map(lambda it: JsonBody("{ " + it)),
    st.builds(RawBody, _plain, st.sampled_from(["text/plain; charset=utf-8", "application/xml"])),
    st.builds(GraphqlBody, _plain, st.dictionaries(_plain, _json, max_size=2).map(json.dumps)),
)
_headers = st.lists(
    st.tuples(
        st.sampled_from(["X-A", "X-B", "Accept"]),
        st.text("ab '\"{}%\\", max_size=9).map(lambda it: f"x{it}x"),
    ),
    max_size=3,
    unique_by=lambda it: it[0],
).map(tuple)
_requests = st.builds(
    Request,
    id=st.just("r"),
    method=st.sampled_from(["POST", "PUT", "PATCH", "DELETE"]),
    path=_paths,
    query=_queries,
    headers=_headers,
    body=_bodies,
)


@given(st.lists(_requests, min_size=1, max_size=4))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_requests_are_sent_byte_for_byte(plays: Player, requests: list[Request]) -> None:
    journey = Journey("J1", "User", (Step("n1", "Send", tuple(requests)),))
    for client, way in WAYS:
        played = walk(plays, journey, client, way)
        assert played.raised == ()
        assert [failure for _, failure in played.rows if failure] == []
        for request, sent in zip(requests, played.sent, strict=True):
            assert sent.method == request.method
            assert sent.target == _target(request)
            for name, value in request.headers:
                assert sent.headers[name.lower()] == value
            assert_same_body(request.body, sent)


def _target(request: Request) -> str:
    fields = [f"{it.name}={as_text(it.value)}" for it in request.query if it.is_on]
    return as_text(request.path) + ("?" + "&".join(fields) if fields else "")


def as_text(text: Text) -> str:
    assert isinstance(text, str)
    return text


def assert_same_body(body: Body, sent: Sent) -> None:
    raw = sent.body.encode("latin-1")
    match body:
        case NoBody():
            assert raw == b""
        case FormBody(fields):
            pairs = parse_qsl(raw.decode(), keep_blank_values=True)
            assert pairs == list(fields)
            assert not fields or "x-www-form-urlencoded" in sent.headers["content-type"]
        case JsonBody(text):
            assert raw == text.encode() or json.loads(raw) == json.loads(text)
            assert "json" in sent.headers["content-type"]
        case RawBody(text, kind):
            assert raw == as_text(text).encode()
            assert not text or sent.headers["content-type"] == kind
        case GraphqlBody(query, variables):
            assert json.loads(raw) == {"query": query, "variables": json.loads(variables)}
        case _:
            raise AssertionError(body)

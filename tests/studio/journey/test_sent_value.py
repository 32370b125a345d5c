"""Each value a request sends is known by the slot it stands in."""

import pytest

from studio.journey.auth import BasicAuth, BearerAuth
from studio.journey.body import (
    Body,
    FieldPart,
    FormBody,
    GraphqlBody,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.request import QueryField, Request
from studio.journey.sent_value import json_leaves, sent_values
from studio.journey.slots import put_variable


def _sent(request: Request) -> set[tuple[str, str, str, str]]:
    return {(it.slot.where, it.slot.name, it.value, it.name) for it in sent_values(request)}


def test_values_stand_in_paths_queries_headers_and_credentials() -> None:
    request = Request(
        "r1",
        "GET",
        "/orders/17/cart;jsessionid=AB%20C",
        (QueryField("q", "blue+shoes"), QueryField("next", "%2Fa%3Fid%3Dxy99")),
        headers=(("X-Token", "abc"), ("X-Auth", "Token xyz"), ("Accept", "text/html")),
        auth=BearerAuth("jwt"),
    )
    assert _sent(request) == {
        ("path", "0", "orders", ""),
        ("path", "1", "17", "orders"),
        ("path", "2", "cart", "17"),
        ("path", "2", "AB C", "jsessionid"),
        ("query", "q", "blue shoes", "q"),
        ("query", "next", "/a?id=xy99", "next"),
        ("query", "next", "xy99", "id"),
        ("header", "X-Token", "abc", "X-Token"),
        ("header", "X-Auth", "xyz", "X-Auth"),
        ("auth", "token", "jwt", "token"),
    }


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (FormBody((("a", "1"), ("u", "http://x.test/b/7788?sig=SSSS"))), {"1", "7788", "SSSS"}),
        (JsonBody('{"a": {"b~/": ["x", 5, true]}}'), {"x", "5"}),
        (GraphqlBody("{a}", '{"id": "I"}'), {"I"}),
        (RawBody('<e><sid>S1</sid><b k="v1"/></e>', "text/xml"), {"S1", "v1"}),
        (RawBody('{"a": "in text"}', "text/plain"), {"in text"}),
        (PartsBody((FieldPart("t", "T"),)), {"T"}),
    ],
)
def test_values_stand_in_bodies_of_each_kind(body: Body, found: set[str]) -> None:
    assert found <= {it.value for it in sent_values(Request("r1", "POST", "/", body=body))}


def test_each_slot_can_be_filled() -> None:
    request = Request(
        "r1",
        "POST",
        "/a/17;m=S1?q=Q1",
        (QueryField("u", "/b?c=C1"),),
        headers=(("X-Auth", "Token H1"),),
        auth=BasicAuth("U1", "P1"),
        body=JsonBody('{"n": 12, "u": "http://x.test/?d=DDD1", "t": "T1"}'),
    )
    for sent in sent_values(request):
        changed = put_variable(request, sent.slot.where, sent.slot.name, sent.written, "v")
        assert changed != request, sent


def test_pointers_name_each_leaf() -> None:
    assert dict(json_leaves('{"a/b": [1.50, {"~": "x"}], "z": null}')) == {
        "/a~1b/0": "1.50",
        "/a~1b/1/~0": "x",
    }
    assert list(json_leaves("{")) == []

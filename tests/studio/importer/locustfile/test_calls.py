"""Calls of a client become requests, with what they send."""

import ast

import pytest

from studio.importer.locustfile.calls import is_call_of_client, request_of
from studio.importer.locustfile.scope import NotVisualError, Numbers, Scope
from studio.journey.auth import BasicAuth
from studio.journey.body import FormBody, Hole, JsonBody, RawBody
from studio.journey.made import Integer
from studio.journey.request import QueryField, Request
from studio.journey.template import Variable


def scope() -> Scope:
    return Scope({}, {}, Numbers(), attributes={"token"})


def request(source: str, known: Scope | None = None) -> Request:
    return request_of(ast.parse(source, mode="eval").body, known or scope())


def test_methods_and_names() -> None:
    assert request('self.client.get("/a?b=1", name="/a")') == Request("", "GET", "/a?b=1")
    assert request('self.client.get("/a/7", name="/a/[id]")').endpoint == "/a/[id]"
    assert request('self.client.request("PURGE", "/a")').method == "PURGE"
    assert request('self.user.client.delete(url="/a")').method == "DELETE"


def test_bodies_of_each_kind() -> None:
    assert request('self.client.post("/", {"a": 1})').body == FormBody((("a", "1"),))
    form = request('self.client.post("/", data=urlencode([("a", "1"), ("a", "2")]))').body
    assert form == FormBody((("a", "1"), ("a", "2")))
    body = request('self.client.post("/", json={"a": [1, None, {"b": self.token}]})').body
    assert body == JsonBody('{"a": [1, null, {"b": ""}]}', (Hole("/a/2/b", (Variable("token"),)),))
    raw = request('self.client.post("/", data="<a/>", headers={"Content-Type": "text/xml"})')
    assert (raw.body, raw.headers) == (RawBody("<a/>", "text/xml"), ())


def test_addresses_with_variables_and_made_values() -> None:
    known = scope()
    found = request('self.client.get(f"/a/{random.randint(1, 9)}?t={self.token}")', known)
    assert found.path == ("/a/", Variable("number"), "?t=", Variable("token"))
    assert [it.how for it in known.made] == [Integer(1, 9)]


def test_query_auth_redirects_and_deadline() -> None:
    found = request(
        'self.client.get("/", params={"q": "a b"}, auth=("u", "p"), allow_redirects=False,'
        " timeout=2)"
    )
    assert found.query == (QueryField("q", "a+b"),)
    assert found.auth == BasicAuth("u", "p")
    assert found.follow_redirects is False
    assert found.answer_within_s == 2


def test_another_host_is_given_a_name() -> None:
    known = Scope({}, {"http://shop.test": "main"}, Numbers())
    assert request('self.client.get("http://shop.test/a")', known).host is None
    assert request('self.client.get("https://api.test/a")', known).host == "host_2"
    assert known.hosts["https://api.test"] == "host_2"


@pytest.mark.parametrize(
    "source",
    [
        'self.client.get("/", verify=False)',
        'self.client.get("/", **options)',
        "self.client.get(address())",
        'self.client.get("/" + other)',
        'self.client.post("/", files=x)',
        "self.client.get()",
        'self.client.get(f"/{x!r}")',
        'requests.get("/")',
    ],
)
def test_what_no_step_says_stays_code(source: str) -> None:
    with pytest.raises(NotVisualError):
        request(source)


def test_only_a_users_client_is_meant() -> None:
    assert is_call_of_client(ast.parse('self.client.get("/")', mode="eval").body)
    assert not is_call_of_client(ast.parse('self.other.get("/")', mode="eval").body)

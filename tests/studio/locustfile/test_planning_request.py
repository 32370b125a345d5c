"""Each kind of request becomes the shortest call that sends the same."""

import pytest

from studio.journey.body import FormBody, JsonBody, RawBody
from studio.journey.check import StatusCheck
from studio.journey.request import Request
from studio.locustfile.layout import flat
from studio.locustfile.planning_request import plan_request
from studio.locustfile.planning_text import Names

NAMES = Names({}, {}, {})


def call(request: Request) -> str:
    return flat(plan_request(request, NAMES).call)


def test_a_plain_request_has_no_options() -> None:
    assert call(Request("r", "GET", "/about/")) == 'self.client.get("/about/")'


def test_a_name_is_given_where_the_path_is_not_the_endpoint() -> None:
    assert call(Request("r", "GET", "/a?q=1")) == 'self.client.get("/a?q=1", name="/a")'
    named = Request("r", "GET", "/orders/7", endpoint="/orders/[id]")
    assert call(named) == 'self.client.get("/orders/7", name="/orders/[id]")'


def test_a_method_without_a_function_of_its_own_is_named() -> None:
    assert call(Request("r", "PURGE", "/")) == 'self.client.request("PURGE", "/")'


def test_a_form_is_a_dict_unless_a_field_comes_twice() -> None:
    once = Request("r", "POST", "/", body=FormBody((("a", "1"),)))
    assert call(once) == 'self.client.post("/", data={"a": "1"})'
    twice = Request("r", "POST", "/", body=FormBody((("a", "1"), ("a", "2"))))
    assert 'data=urlencode([("a", "1"), ("a", "2")])' in call(twice)
    assert "x-www-form-urlencoded" in call(twice)


@pytest.mark.parametrize("text", ['{"a": [1, 2.5, null, true, "é"]}', "[]", '"x"', "17"])
def test_json_that_survives_parsing_is_written_as_values(text: str) -> None:
    assert "json=" in call(Request("r", "POST", "/", body=JsonBody(text)))


@pytest.mark.parametrize(
    "text", ['{"a": 1, "a": 2}', "1e400", "1.10", "-0", "NaN", "{", "", '"\ud800"']
)
def test_json_that_would_change_is_sent_as_it_is(text: str) -> None:
    written = call(Request("r", "POST", "/", body=JsonBody(text)))
    assert "data=" in written
    assert '"Content-Type": "application/json"' in written


def test_a_type_of_ones_own_is_kept() -> None:
    body = RawBody("<a/>", "application/xml")
    own = Request("r", "POST", "/", headers=(("content-type", "text/xml"),), body=body)
    assert 'headers={"content-type": "text/xml"}' in call(own)


def test_headers_of_one_name_are_joined() -> None:
    headers = (("Accept", "a"), ("accept", "b"), ("Cookie", "x=1"), ("Cookie", "y=2"))
    written = call(Request("r", "GET", "/", headers=headers))
    assert 'headers={"Accept": "a, b", "Cookie": "x=1; y=2"}' in written


def test_statuses_that_pass_are_kept_beside_the_call() -> None:
    assert plan_request(
        Request("r", "GET", "/", checks=(StatusCheck((404,)),)), NAMES
    ).statuses == (404,)
    assert plan_request(Request("r", "GET", "/"), NAMES).statuses == ()

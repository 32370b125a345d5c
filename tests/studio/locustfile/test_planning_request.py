"""Each kind of request becomes the shortest call that sends the same."""

from studio.journey.auth import NO_AUTH, BasicAuth, BearerAuth, KeyAuth, KeyPlace
from studio.journey.body import RawBody
from studio.journey.journey import Client
from studio.journey.request import QueryField, Request
from studio.journey.template import take_apart
from studio.locustfile.layout import flat
from studio.locustfile.planning_request import Manner, plan_request
from studio.locustfile.planning_text import Names

NAMES = Names({"token": "TOKEN"}, {"users": "self.user_row"}, {"users": ("name",)})
PLAIN = Manner()


def call(request: Request, manner: Manner = PLAIN) -> str:
    return flat(plan_request(request, NAMES, manner).call)


def test_a_plain_request_has_no_options() -> None:
    assert call(Request("r", "GET", "/about/")) == 'self.client.get("/about/")'


def test_a_name_is_given_where_the_path_is_not_the_endpoint() -> None:
    assert call(Request("r", "GET", "/a?q=1")) == 'self.client.get("/a?q=1", name="/a")'
    named = Request("r", "GET", "/orders/7", endpoint="/orders/[id]")
    assert call(named) == 'self.client.get("/orders/7", name="/orders/[id]")'


def test_a_method_without_a_function_of_its_own_is_named() -> None:
    assert call(Request("r", "PURGE", "/")) == 'self.client.request("PURGE", "/")'


def test_a_type_of_ones_own_is_kept() -> None:
    body = RawBody("<a/>", "application/xml")
    own = Request("r", "POST", "/", headers=(("content-type", "text/xml"),), body=body)
    assert 'headers={"content-type": "text/xml"}' in call(own)


def test_headers_of_one_name_are_joined() -> None:
    headers = (("Accept", "a"), ("accept", "b"), ("Cookie", "x=1"), ("Cookie", "y=2"))
    written = call(Request("r", "GET", "/", headers=headers))
    assert 'headers={"Accept": "a, b", "Cookie": "x=1; y=2"}' in written


def test_a_query_stands_in_the_address_as_on_the_wire() -> None:
    query = (QueryField("q", "blue+shoes"), QueryField("off", "1", False), QueryField("p", "%C3"))
    written = call(Request("r", "GET", "/a", query))
    assert written == 'self.client.get("/a?q=blue+shoes&p=%C3", name="/a")'


def test_auth_of_a_request_stands_above_that_of_its_journey() -> None:
    manner = Manner(auth=BearerAuth("t"), headers=(("Authorization", "Bearer t"), ("X", "1")))
    user = BasicAuth(take_apart("{{users.name}}"), take_apart("{{secret.token}}"))
    assert '"Authorization": basic(self.user_row["name"], TOKEN)' in call(
        Request("r", "GET", "/", auth=user), manner
    )
    assert call(Request("r", "GET", "/", auth=NO_AUTH), manner) == (
        'self.client.get("/", headers={"X": "1"})'
    )
    assert "Bearer t" in call(Request("r", "GET", "/"), manner)


def test_a_key_may_stand_in_the_address() -> None:
    key = KeyAuth("api key", take_apart("a b{{secret.token}}"), KeyPlace.QUERY)
    written = call(Request("r", "GET", "/a?b=1", auth=key))
    assert written == (
        """self.client.get(f"/a?b=1&api%20key=a%20b{quote(TOKEN, safe='')}", name="/a")"""
    )


def test_name_and_password_that_are_known_are_written_as_sent() -> None:
    written = call(Request("r", "GET", "/", auth=BasicAuth("Aladdin", "open sesame")))
    assert '"Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="' in written


def test_what_a_client_does_by_itself_is_not_said() -> None:
    fast, http = Manner(), Manner(Client.HTTP)
    assert "allow_redirects" not in call(Request("r", "HEAD", "/"), fast)
    assert "allow_redirects=True" in call(Request("r", "HEAD", "/"), http)
    stays = Request("r", "HEAD", "/", follow_redirects=False)
    assert "allow_redirects=False" in call(stays, fast)
    assert "allow_redirects" not in call(stays, http)


def test_a_deadline_of_ones_own_is_said() -> None:
    slow = Request("r", "GET", "/", answer_within_s=120.0)
    assert call(slow) == 'self.client.get("/", within_s=120)'
    assert call(slow, Manner(answer_within_s=120.0)) == 'self.client.get("/")'

"""A recorded request is sent again, without what belongs to one browser and one connection."""

import pytest

from studio.journey.auth import BasicAuth, BearerAuth
from studio.journey.building_request import common_headers, origin_of, request_of, wire
from studio.journey.request import QueryField, Request
from studio.journey.template import Host
from studio.recording.exchange import Exchange
from tests.studio.recording.visits import exchange

HOSTS = {"https://shop.test": "main", "https://api.shop.test": "api"}


def _built(recorded: Exchange, status: int = 200) -> Request:
    return request_of(recorded, HOSTS, status, lambda name, _: name)


def test_path_and_query_stay_as_on_the_wire() -> None:
    built = _built(exchange("GET", "/a%2Fb?q=blue%20shoes&q=&page=1"))
    assert built.path == "/a%2Fb"
    assert built.query == (
        QueryField("q", "blue%20shoes"),
        QueryField("q", ""),
        QueryField("page", "1"),
    )


@pytest.mark.parametrize("query", ["flag", "a=1&flag", "a=1&&b=2", "=1"])
def test_a_query_that_is_no_list_of_pairs_stays_with_the_path(query: str) -> None:
    built = _built(exchange("GET", f"/a?{query}"))
    assert (built.path, built.query) == (f"/a?{query}", ())


def test_what_a_client_sends_by_itself_is_left_to_it() -> None:
    sent = {
        "Host": "shop.test",
        "Cookie": "sid=1",
        "Accept-Encoding": "gzip, zstd",
        "If-None-Match": '"1"',
        "Sec-Fetch-Mode": "cors",
        "Content-Length": "3",
        "Referer": "https://shop.test/",
        "X-Own": "kept",
    }
    assert _built(exchange("GET", "/", sent=sent)).headers == (("X-Own", "kept"),)


def test_origin_and_referer_stay_where_something_changes_and_follow_the_target() -> None:
    sent = {"Origin": "https://shop.test", "Referer": "https://else.test/a", "If-Match": '"1"'}
    assert _built(exchange("PUT", "/", sent=sent)).headers == (
        ("Origin", (Host("main"),)),
        ("Referer", "https://else.test/a"),
        ("If-Match", '"1"'),
    )


def test_a_content_type_is_said_only_where_the_body_would_not() -> None:
    plain = {"Content-Type": "application/json"}
    marked = {"Content-Type": "application/json; charset=utf-8"}
    assert _built(exchange("POST", "/", body="{}", sent=plain)).headers == ()
    assert _built(exchange("POST", "/", body="{}", sent=marked)).headers == tuple(marked.items())


@pytest.mark.parametrize(
    ("header", "auth"),
    [
        ("Bearer abc", BearerAuth("abc")),
        ("Basic dTpwOnE=", BasicAuth("u", "p:q")),
        ("Basic !!", None),
        ("Digest x", None),
    ],
)
def test_who_sends_it_is_said_in_a_way_of_its_own(header: str, auth: object) -> None:
    assert _built(exchange("GET", "/", sent={"Authorization": header})).auth == auth


def test_another_host_is_named_and_an_id_makes_an_endpoint() -> None:
    built = _built(exchange("GET", "https://api.shop.test/orders/17"))
    assert (built.host, built.endpoint, built.recorded) == ("api", "/orders/[id]", 0)


def test_an_answer_that_led_out_of_the_recording_is_not_followed() -> None:
    assert _built(exchange("GET", "/"), status=302).follow_redirects is False


def test_addresses_are_encoded_where_they_were_not() -> None:
    assert wire("/é a%20") == "/%C3%A9%20a%20"
    assert origin_of("HTTPS://u:p@Shop.test:8443/a") == "https://shop.test:8443"


def test_headers_of_all_requests_are_common() -> None:
    one = Request("r1", "GET", "/", headers=(("A", "1"), ("B", "1")))
    two = Request("r2", "GET", "/", headers=(("B", "1"),))
    assert common_headers((one, two)) == (("B", "1"),)
    assert common_headers((one,)) == ()

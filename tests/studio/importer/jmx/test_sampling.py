"""HTTP samplers become requests."""

import pytest

from studio.importer.carried_over import Outcome
from studio.importer.jmx.reading import Around
from studio.importer.jmx.sampling import is_sampler, request_of
from studio.journey.auth import BasicAuth
from studio.journey.request import QueryField, Request
from studio.journey.template import Secret, Variable
from tests.studio.importer.jmx.plans import Reading, part_of, props, reading, sampler

AROUND = Around(
    "place",
    defaults=(("HTTPSampler.domain", "shop.test"), ("HTTPSampler.protocol", "https")),
)


def _request(text: str, it: Reading | None = None) -> Request:
    part = part_of(text)
    assert is_sampler(part)
    return request_of(part, AROUND, it or reading())


@pytest.mark.parametrize(
    ("path", "more", "host", "shown"),
    [
        ("/a b", {}, "https://shop.test", "/a%20b"),
        ("a", {}, "https://shop.test", "/a"),
        ("/a", {"HTTPSampler__port": "8443"}, "https://shop.test:8443", "/a"),
        ("/a", {"HTTPSampler__port": "443"}, "https://shop.test", "/a"),
        ("/a", {"HTTPSampler__domain": "b.test"}, "https://b.test", "/a"),
        ("/a", {"HTTPSampler__domain": "http://b.test/v1/"}, "http://b.test", "/v1/a"),
        ("http://c.test:81/x", {}, "http://c.test:81", "/x"),
    ],
)
def test_an_address_is_put_together(path: str, more: dict[str, str], host: str, shown: str) -> None:
    found = _request(sampler(path, props(**more)))
    assert (found.host, found.path) == (host, shown)


def test_variables_stay_variables_and_say_where_a_request_goes() -> None:
    it = reading()
    it.variables.define("base", "https://d.test")
    found = _request(sampler("${base}/orders/${id}?q=${word}"), it)
    assert found.host == "https://d.test"
    assert found.path == ("/orders/", Variable("id"))
    assert found.query == (QueryField("q", (Variable("word"),)),)


def test_a_request_has_its_limits() -> None:
    given = props(HTTPSampler__response_timeout="2500", HTTPSampler__follow_redirects="false")
    found = _request(sampler("/", given, method="head"))
    assert (found.method, found.answer_within_s, found.follow_redirects) == ("HEAD", 2.5, False)


def test_who_stands_in_an_address_signs_in() -> None:
    found = _request(sampler("http://ada:hunter2@c.test/"))
    assert found.auth == BasicAuth("ada", (Secret("password"),))


def test_what_is_not_done_is_said() -> None:
    it = reading()
    _request(sampler("/", props(HTTPSampler__image_parser="true")), it)
    assert [str(e.what) for e in it.notes.noted.of(Outcome.LEFT_OUT)] == ["Setting image_parser"]

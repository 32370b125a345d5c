"""A header stays with the client only where it never changes and no request does without it."""

from dataclasses import replace

from studio.journey.auth import NO_AUTH, BasicAuth, BearerAuth
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.take import FieldPlace, Take
from studio.journey.template import take_apart
from studio.locustfile.layout import flat
from studio.locustfile.planning_manner import fixed_headers, manner_of
from studio.locustfile.planning_request import plan_request
from studio.locustfile.planning_text import Names
from tests.builders import make_journey

HEADERS = (("Accept", "fr"), ("X-Id", take_apart("{{id}}")))
PLAIN = make_journey(headers=HEADERS, auth=BearerAuth("t"))


def test_headers_with_variables_go_with_each_request() -> None:
    assert fixed_headers(PLAIN) == (("Accept", "fr"), ("Authorization", "Bearer t"))
    assert manner_of(PLAIN).headers == (("X-Id", take_apart("{{id}}")),)


def test_what_one_request_does_without_goes_with_the_others() -> None:
    request = Request("r", "GET", "/", auth=NO_AUTH)
    journey = replace(PLAIN, once=(Step("n9", "Sign in", (request,)),))
    assert fixed_headers(journey) == (("Accept", "fr"),)
    assert ("Authorization", "Bearer t") in manner_of(journey).headers


def test_what_a_request_says_in_its_own_way_stays_with_the_client() -> None:
    request = Request("r", "GET", "/", auth=BasicAuth("a", "b"))
    journey = replace(PLAIN, once=(Step("n9", "Sign in", (request,)),))
    assert ("Authorization", "Bearer t") in fixed_headers(journey)


def test_auth_stands_above_a_header_of_the_journey() -> None:
    journey = replace(PLAIN, headers=(("authorization", "old"),))
    assert fixed_headers(journey) == (("Authorization", "Bearer t"),)


def test_a_header_goes_with_no_request_before_what_it_holds_is_known() -> None:
    token = Take("token", FieldPlace("token"))
    asked = (Request("a", "GET", "/"), Request("b", "POST", "/", takes=(token,)))
    later = Step("n2", "Later", (Request("c", "GET", "/"),))
    journey = replace(
        PLAIN,
        auth=BearerAuth(take_apart("{{token}}")),
        once=(Step("n1", "Sign in", asked),),
        again=(later,),
    )
    manner = manner_of(journey)
    assert manner.too_early == {"X-Id": frozenset(), "Authorization": frozenset("ab")}
    names = Names({}, {}, {}, {"token": "self.token", "id": "self.id"})
    calls = [flat(plan_request(it, names, manner).call) for it in (*asked, later.requests[0])]
    assert ["Authorization" in call for call in calls] == [False, False, True]

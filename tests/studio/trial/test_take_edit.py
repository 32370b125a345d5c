"""A value is taken with one edit, and sent wherever the old one stood."""

from dataclasses import replace

import pytest

from studio.journey.body import FormBody, JsonBody, RawBody
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import QueryField, Request
from studio.journey.take import JsonPlace, Take
from studio.journey.template import Variable
from studio.journey.walk import requests_of
from studio.phrase import Phrase
from studio.trial.difference import Difference, DifferenceKind
from studio.trial.take_edit import take_it

SAYS = Phrase("trial", "new")
LINE = Difference(
    "data.csrf",
    '"a1f93c"',
    '"77c0e2"',
    DifferenceKind.SENT_LATER,
    SAYS,
    JsonPlace(("data", "csrf")),
    ("r2", "r3", "r4", "r5"),
)
REQUESTS = (
    Request("r1", "GET", "/form"),
    Request("r2", "POST", "/send", body=FormBody((("_csrf", "a1f93c"), ("other", "x")))),
    Request("r3", "POST", "/v/a1f93c/x", query=(QueryField("t", "a1f93c"),)),
    Request("r4", "PUT", "/json", headers=(("X-T", "a1f93c"),), body=JsonBody('{"a": ["a1f93c"]}')),
    Request("r5", "PUT", "/text", body=RawBody("<t>a1f93c</t>", "text/xml")),
)
JOURNEY = Journey("J1", "A", (Step("n1", "All", REQUESTS),))


def test_it_is_sent_wherever_the_old_value_stood() -> None:
    edit = take_it(JOURNEY, "r1", LINE)
    first, form, path, in_json, text = requests_of(edit.journey)
    assert first.takes == (Take("csrf", JsonPlace(("data", "csrf"))),)
    csrf = Variable("csrf")
    assert form.body == FormBody((("_csrf", (csrf,)), ("other", "x")))
    assert path.path == ("/v/", csrf, "/x")
    assert path.query[0].value == (csrf,)
    assert in_json.headers == (("X-T", (csrf,)),)
    assert isinstance(in_json.body, JsonBody)
    assert [(it.at, it.value) for it in in_json.body.holes] == [("/a/0", (csrf,))]
    assert text.body == RawBody(("<t>", csrf, "</t>"), "text/xml")
    assert edit.chosen == ("r1",)


def test_a_name_that_is_taken_gets_a_number() -> None:
    again = take_it(take_it(JOURNEY, "r1", LINE).journey, "r2", LINE)
    (other,) = next(it for it in requests_of(again.journey) if it.id == "r2").takes
    assert other.variable == "csrf_2"


def test_a_hidden_value_is_sent_where_something_has_its_name() -> None:
    hidden = replace(LINE, name="_csrf", then="{{secret.csrf-1}}", uses=("r2", "r3"))
    form, path = list(requests_of(take_it(JOURNEY, "r1", hidden).journey))[1:3]
    assert form.body == FormBody((("_csrf", (Variable("csrf"),)), ("other", "x")))
    assert path == REQUESTS[2]


def test_what_has_no_place_cannot_be_taken() -> None:
    line = Difference("a", "1", "2", DifferenceKind.NEVER_SENT, SAYS)
    with pytest.raises(ValueError, match="Difference"):
        take_it(JOURNEY, "r1", line)

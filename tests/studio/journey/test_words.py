"""Parts of a journey are said on one line."""

import pytest

from studio.journey.auth import NO_AUTH, BasicAuth, KeyAuth
from studio.journey.body import FileBody, FormBody, GraphqlBody, PartsBody
from studio.journey.check import (
    AbsentCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    Operator,
    SizeCheck,
    Test,
    WithinCheck,
)
from studio.journey.node import EachItem, Times, Until
from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    ElementPlace,
    FieldPlace,
    LinkPlace,
    PatternPlace,
    Place,
)
from studio.journey.template import Secret
from studio.journey.wait import PacingWait, PoissonWait, ThroughputWait
from studio.journey.words import (
    auth_in_words,
    body_in_words,
    check_in_words,
    in_words,
    place_in_words,
    repeat_in_words,
    wait_in_words,
)
from studio.phrase import NOTHING


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (FieldPlace("_csrf"), "the form field _csrf"),
        (ElementPlace("a.buy"), "the text of a.buy"),
        (ElementPlace("a.buy", "href"), "href of a.buy"),
        (LinkPlace("Next"), "the link “Next”"),
        (PatternPlace("a(b)"), "the pattern a(b)"),
        (CookiePlace("sid"), "the cookie sid"),
        (AddressPlace("a(b)"), "the address, by a(b)"),
    ],
)
def test_places_are_said(place: Place, said: str) -> None:
    assert str(place_in_words(place)) == said


def test_checks_are_said() -> None:
    for check, said in (
        (AbsentCheck("Error"), "Text lacks “Error”"),
        (MatchesCheck("a+"), "Text matches a+"),
        (JsonCheck(("id",), Operator.MORE, "3"), "JSON $.id > 3"),
        (HeaderCheck("X", Operator.EQUAL, "3"), "Header X == 3"),
        (WithinCheck(800.0), "Answered within 800 ms"),
        (SizeCheck(Operator.AT_MOST, 10), "Size <= 10 bytes"),
    ):
        assert str(check_in_words(check)) == said


def test_waits_and_loops_are_said() -> None:
    assert str(wait_in_words(PacingWait(5.0))) == "one pass every 5 s"
    assert str(wait_in_words(ThroughputWait(0.5))) == "0.5 passes a second"
    assert str(wait_in_words(PoissonWait(0.5))) == "0.5 passes a second on average"
    assert str(repeat_in_words(Times(2, 2))) == "2 times"
    assert str(repeat_in_words(EachItem("list", "item"))) == "for each “item” of “list”"
    assert str(repeat_in_words(Until(Test("a", Operator.EQUAL, "b")))) == "until a == b"


def test_who_signs_in_is_said_without_a_password() -> None:
    assert str(auth_in_words(BasicAuth("anna", (Secret("pin"),)))) == "anna with a password"
    assert str(auth_in_words(KeyAuth("X-Key", "abc"))) == "whoever has the key X-Key"
    assert str(auth_in_words(NO_AUTH)) == "nobody"


def test_bodies_are_said_by_their_kind() -> None:
    assert str(body_in_words(FormBody(()))) == "a form"
    assert str(body_in_words(PartsBody(()))) == "a form with files"
    assert str(body_in_words(FileBody("cat.png"))) == "the file cat.png"
    assert str(body_in_words(GraphqlBody("{ shop }"))) == "GraphQL { shop }"


def test_long_texts_are_cut_and_stand_on_one_line() -> None:
    assert str(in_words("a\n b")) == "a b"
    assert len(str(in_words("a" * 500))) == 121
    assert in_words("") == in_words(None) == NOTHING

"""Texts with variables are taken apart and put together, and nothing in them is evaluated."""

import pytest
from hypothesis import given

from studio.journey.template import (
    Secret,
    TemplateError,
    Text,
    Variable,
    joined,
    marks_in,
    pieces_of,
    put_together,
    take_apart,
)
from tests.strategies import templates, texts


def test_variables_and_secrets_are_pieces() -> None:
    shown = "/orders/{{orders.id}}?key={{secret.api_key}}&n=1"
    assert take_apart(shown) == (
        *("/orders/", Variable("orders.id"), "?key=", Secret("api_key"), "&n=1"),
    )


@pytest.mark.parametrize(
    "shown", ["", "plain", "{{}}", "{{ x }}", "{{1a}}", "{{a.}}", "{x}", "}}{{"]
)
def test_what_is_no_name_stays_text(shown: str) -> None:
    assert take_apart(shown) == shown


def test_a_backslash_makes_braces_text() -> None:
    assert take_apart(r"\{{x}}") == "{{x}}"
    assert take_apart(r"\\{{x}}") == ("\\", Variable("x"))
    assert take_apart(r"\\\{{x}}") == r"\{{x}}"


@given(templates)
def test_what_is_shown_is_read_back(text: Text) -> None:
    assert take_apart(put_together(text)) == text


@given(texts)
def test_a_recorded_text_never_becomes_a_variable(text: str) -> None:
    assert take_apart(put_together(text)) == text


def test_a_column_may_be_called_as_people_call_it() -> None:
    (piece,) = pieces_of(take_apart("{{people.Prénom du client #1}}"))
    assert isinstance(piece, Variable)
    assert (piece.source, piece.column) == ("people", "Prénom du client #1")


def test_neighbouring_literals_are_one() -> None:
    assert joined(["a", "", "b"]) == "ab"
    assert joined(["a", "b", Variable("x"), "", "c"]) == ("ab", Variable("x"), "c")


@pytest.mark.parametrize("name", ["path", "LOCUST_HOST", "Ld_Preload", "sslkeylogfile", "", "a b"])
def test_a_secret_cannot_change_what_an_engine_does(name: str) -> None:
    with pytest.raises(TemplateError, match="cannot be the name"):
        Secret(name)


@pytest.mark.parametrize("name", ["secret.x", "1x", "", "a.b}}", "x\n"])
def test_a_variable_needs_a_name(name: str) -> None:
    with pytest.raises(TemplateError):
        Variable(name)


def test_a_secret_is_read_from_a_variable_in_capitals() -> None:
    assert Secret("shop_password").environment_name == "SHOP_PASSWORD"


def test_the_variables_in_a_shown_text_are_found() -> None:
    shown = r"a {{x}} \{{no}} \\{{people.full name}}"
    marks = [(shown[begins:ends], name) for begins, ends, name in marks_in(shown)]
    assert marks == [("{{x}}", "x"), ("{{people.full name}}", "people.full name")]

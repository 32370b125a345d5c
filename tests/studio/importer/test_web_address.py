"""Addresses are taken apart without losing a byte of what goes over the wire."""

import pytest
from hypothesis import given

from studio.importer.hiding import Hiding
from studio.importer.web_address import on_wire, path_and_query, read_web_address, split_origin
from studio.journey.request import QueryField
from studio.journey.template import Secret, Text, Variable
from tests.strategies import templates, texts


@pytest.mark.parametrize(
    ("address", "origin", "path", "query"),
    [
        ("http://a.test", "http://a.test", "/", []),
        ("a.test:81/x", "http://a.test:81", "/x", []),
        ("HTTPS://A.test/x?b=%20&b=", "https://a.test", "/x", [("b", "%20"), ("b", "")]),
        ("http://a.test?q=1#top", "http://a.test", "/", [("q", "1")]),
        ("http://a.test/?a&b=1", "http://a.test", "/?a&b=1", []),
        ("http://a.test/é?ç=ü", "http://a.test", "/%C3%A9", [("%C3%A7", "%C3%BC")]),
        ("http://u:p@a.test/", "http://a.test", "/", []),
    ],
)
def test_an_address_has_an_origin_a_path_and_fields(
    address: str, origin: str, path: str, query: list[tuple[str, str]]
) -> None:
    found = read_web_address(address, Hiding(), "")
    assert (found.origin, found.path) == (origin, path)
    assert [(it.name, it.value) for it in found.query] == query


def test_user_and_password_are_decoded() -> None:
    found = read_web_address("http://u%40x:p%3A@a.test/", Hiding(), "")
    assert (found.user, found.password) == ("u@x", "p:")


def test_secret_fields_are_hidden_decoded() -> None:
    hiding = Hiding()
    assert path_and_query("/?token=a%2Bb", hiding, "")[1] == (
        QueryField("token", (Secret("token"),)),
    )
    assert hiding.secrets[0].value == "a+b"


def test_a_query_that_is_no_list_of_fields_loses_its_secrets_too() -> None:
    path, query = path_and_query("/x?flag&token=abc", Hiding(), "")
    assert (path, query) == (("/x?flag&token=", Secret("token")), ())


def test_variables_may_stand_in_every_part() -> None:
    text: Text = ("/", Variable("a"), "?b=", Variable("c"), "&d=1")
    path, query = path_and_query(text, Hiding(), "")
    assert path == ("/", Variable("a"))
    assert query == (QueryField("b", (Variable("c"),)), QueryField("d", "1"))


@given(templates)
def test_any_text_becomes_a_path_from_a_slash_on(text: Text) -> None:
    path, _ = path_and_query(text, Hiding(), "")
    assert (path if isinstance(path, str) else path[0]) != ""
    assert str(path if isinstance(path, str) else path[0]).startswith("/")


@given(texts)
def test_nothing_beyond_ascii_goes_over_the_wire(text: str) -> None:
    assert str(on_wire(text)).isascii()


@given(texts)
def test_any_text_has_an_origin(text: str) -> None:
    assert split_origin(text)[0]

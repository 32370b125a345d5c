"""Values that sign somebody in leave what is imported; names take their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.importer.hiding import Hiding, secret_name
from studio.journey.template import Secret, Text, Variable, pieces_of
from tests.strategies import templates, texts

JWT = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln"


def _shown(text: Text) -> str:
    return "".join(it if isinstance(it, str) else "***" for it in pieces_of(text))


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("Authorization", "Bearer abc", "Bearer ***"),
        ("Authorization", "abcdef", "***"),
        ("authorization", "Basic dXNlcjpwYXNz", "Basic ***"),
        ("X-Api-Key", "123", "***"),
        ("Cookie", "sid=1f2e3d; lang=fr", "sid=***; lang=fr"),
        ("Content-Type", "application/json", "application/json"),
        ("X-Note", f"see {JWT}", "see ***"),
        ("Authorization", "Bearer $TOKEN", "Bearer $TOKEN"),
    ],
)
def test_headers_lose_what_signs_somebody_in(name: str, value: str, shown: str) -> None:
    assert _shown(Hiding().header(name, value, "GET /")) == shown


def test_equal_values_share_a_name_and_others_get_another() -> None:
    hiding = Hiding()
    one = hiding.field("password", "a1", "one")
    two = hiding.field("password", "b2", "two")
    assert one == hiding.field("pwd", "a1", "three") == (Secret("password"),)
    assert two == (Secret("password_2"),)
    assert [(it.name, it.value) for it in hiding.secrets] == [
        ("password", "a1"),
        ("password_2", "b2"),
    ]


def test_a_long_random_text_under_an_open_name_may_name_a_thing() -> None:
    assert Hiding().field("order", "507f1f77bcf86cd799439011", "") == "507f1f77bcf86cd799439011"


def test_variables_stay_where_secrets_stood_beside_them() -> None:
    text = ("Bearer ", Variable("token"))
    assert Hiding().header("Authorization", text, "") == text


@pytest.mark.parametrize(
    ("body", "media_type", "shown"),
    [
        ("<a><password>x1</password></a>", "text/xml", "<a><password>***</password></a>"),
        ("a=1&token=x1", "application/x-www-form-urlencoded", "a=1&token=***"),
        ("password: x1", "text/plain", "password: ***"),
    ],
)
def test_bodies_lose_what_is_said_of_secret_names(body: str, media_type: str, shown: str) -> None:
    assert _shown(Hiding().body(body, media_type, "")) == shown


@given(texts)
def test_any_name_becomes_one_a_secret_may_have(name: str) -> None:
    assert Secret(secret_name(name))


@pytest.mark.parametrize("name", ["path", "LOCUST_HOST", "home", "pythonPath"])
def test_a_name_the_system_uses_becomes_another(name: str) -> None:
    assert Secret(secret_name(name)).secret.startswith("target_")


@given(texts, templates, st.sampled_from(["", "text/xml", "application/x-www-form-urlencoded"]))
def test_what_is_hidden_can_be_put_back(name: str, text: Text, media_type: str) -> None:
    if not isinstance(text, str) or media_type == "text/xml":
        return
    field, header, body = Hiding(), Hiding(), Hiding()
    assert _back(field.field(name, text, "x"), field) == text
    assert _back(header.header(name, text, "x"), header) == text
    assert _back(body.body(text, media_type, "x"), body) == text


def _back(hidden: Text, hiding: Hiding) -> str:
    values = {it.name: it.value for it in hiding.secrets}
    return "".join(
        values[it.secret] if isinstance(it, Secret) else str(it) for it in pieces_of(hidden)
    )

"""No secret survives, wherever it stands, and what is none is left alone."""

import base64
import html
import json
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.recording.redaction import KnownSecrets, Redactor

AWKWARD = 'p4ss "w&rd<é>/+%'
tokens = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zs"]), min_size=4)


def test_headers_that_sign_somebody_in() -> None:
    given_headers = (
        ("Authorization", "Bearer abc.def"),
        ("Cookie", "session=s3ss; theme=dark"),
        ("X-Api-Key", "k"),
        ("Accept", "*/*"),
        ("X-Request-Id", "9f86d081884c7d659a2feaa0c55ad015"),
        ("Referer", "http://x/?token=t1&page=2"),
    )
    assert Redactor().headers(given_headers) == (
        ("Authorization", "Bearer {{secret.authorization-1}}"),
        ("Cookie", "session={{secret.session-1}}; theme={{secret.theme-1}}"),
        ("X-Api-Key", "{{secret.x-api-key-1}}"),
        ("Accept", "*/*"),
        ("X-Request-Id", "9f86d081884c7d659a2feaa0c55ad015"),
        ("Referer", "http://x/?token={{secret.token-1}}&page=2"),
    )


def test_a_cookie_that_is_set_keeps_its_terms() -> None:
    ((_, left),) = Redactor().headers([("set-cookie", "sid=abc; Path=/; HttpOnly; Max-Age=9")])
    assert left == "sid={{secret.sid-1}}; Path=/; HttpOnly; Max-Age=9"


def test_equal_values_have_equal_stand_ins_wherever_they_return() -> None:
    redactor = Redactor()
    body = redactor.body('{"token": "abc123xyz", "self": "/as/abc123xyz"}', "application/json")
    headers = redactor.headers([("Authorization", "abc123xyz")])
    assert headers == (("Authorization", "{{secret.token-1}}"),)
    assert (
        redactor.again(body) == '{"token": "{{secret.token-1}}", "self": "/as/{{secret.token-1}}"}'
    )


def test_a_stand_in_is_never_taken_apart() -> None:
    redactor = Redactor(KnownSecrets({"word": "secret", "other": "word-1"}))
    left = redactor.text("a secret, and word-1 secret; password=secret1")
    for _again in range(3):
        left = redactor.again(redactor.text(left))
    assert left.count("{{secret.") == left.count("}}") == 4
    assert "{{{{" not in left


@given(tokens)
def test_a_known_secret_is_found_in_every_spelling(value: str) -> None:
    spelled = {
        "plain": value,
        "quoted": quote(value, safe=""),
        "plus": quote_plus(value),
        "json": json.dumps(value)[1:-1],
        "html": html.escape(value),
    }
    for written in spelled.values():
        left = Redactor(KnownSecrets({"pw": value})).text(f"( {written} )")
        assert left == "( {{secret.pw-1}} )"


def test_a_short_known_secret_is_struck_out_where_it_stands_alone() -> None:
    redactor = Redactor(KnownSecrets({"pin": "12"}))
    assert redactor.text("pin 12 of 12345") == "pin {{secret.pin-1}} of 12345"


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (json.dumps({"user": {"password": AWKWARD}}), "application/json"),
        (json.dumps([{"password": [AWKWARD, {"again": AWKWARD}]}]), ""),
        (urlencode({"user": "ann", "password": AWKWARD}), "application/x-www-form-urlencoded"),
        (f'<input name="password" value="{html.escape(AWKWARD)}">', "text/html"),
        (f"<a><password>{html.escape(AWKWARD)}</password></a>", "text/xml"),
        (
            f'--b\r\nContent-Disposition: form-data; name="password"\r\n\r\n{AWKWARD}\r\n',
            "multipart/form-data",
        ),
        ("password: p4ss", "text/plain"),
    ],
)
def test_a_field_of_a_secret_name_is_hidden_in_any_body(body: str, media_type: str) -> None:
    left = Redactor().body(body, media_type)
    assert "p4ss" not in left
    assert "{{secret.password-1}}" in left


def test_a_base64_of_user_and_password_is_hidden() -> None:
    basic = base64.b64encode(b"ann:hunter2").decode()
    assert basic not in Redactor().text(f"sent Basic {basic} to it")
    assert "hunter2" not in Redactor().text("cannot reach http://ann:hunter2@host/")


@given(st.text(), st.sampled_from(["", "text/html", "application/json", "multipart/form-data"]))
def test_any_text_can_be_redacted(text: str, media_type: str) -> None:
    redactor = Redactor(KnownSecrets({"name": "value"}))
    redactor.again(redactor.body(text, media_type))
    redactor.text(text)
    redactor.address(text)
    redactor.headers([(text, text)])


def test_a_page_without_secrets_is_left_as_it_is() -> None:
    page = "<!doctype html><title>Shop</title><p class=note>Order 17: 3 × “Milk”, 2.50 €</p>"
    assert Redactor().body(page, "text/html; charset=utf-8") == page

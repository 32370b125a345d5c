"""Secret fields are found by name in any notation, and nothing else is touched."""

import json
import time
from typing import cast
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.recording.hidden_fields import (
    hide_in_address,
    hide_in_json,
    hide_in_markup,
    hide_in_parts,
    hide_in_prose,
    hide_pairs,
)

PLAIN = ("title", "count", "shipping", "id")
SECRET = ("password", "apiKey", "csrf_token")

plain = st.sampled_from(PLAIN)
secret = st.sampled_from(SECRET)
scalars = st.none() | st.booleans() | st.integers() | st.text()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(plain | secret, inner, max_size=4),
    max_leaves=20,
)


def hide(name: str, _value: str) -> str:
    return f"<{name}>"


def without_secrets(value: object, below: str = "") -> object:
    """Return a JSON value as it should be left: what the scanner does, done on the tree."""
    if isinstance(value, dict):
        entries = cast("dict[str, object]", value)
        names = {key: below or (key if key in SECRET else "") for key in entries}
        return {key: without_secrets(item, names[key]) for key, item in entries.items()}
    if isinstance(value, list):
        return [without_secrets(item, below) for item in cast("list[object]", value)]
    is_empty = value is None or isinstance(value, bool) or value == ""
    return f"<{below}>" if below and not is_empty else value


@given(values, st.sampled_from([None, 2]), st.booleans())
def test_json_keeps_its_shape_and_loses_its_secrets(
    value: object, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    left = json.loads(hide_in_json(text, hide))
    assert json.dumps(left) == json.dumps(without_secrets(value))


@given(values)
def test_json_without_secrets_is_left_to_the_byte(value: object) -> None:
    text = json.dumps({"is": value})
    if not any(f'"{name}"' in text for name in SECRET):
        assert hide_in_json(text, hide) == text


@given(st.text(min_size=1, alphabet="abcdef\\\"'{[:,"), st.integers(0, 60))
def test_json_that_is_cut_off_hides_what_has_begun(value: str, cut: int) -> None:
    text = json.dumps({"user": "ann", "password": "§" + value}, ensure_ascii=False)
    assert "§" not in hide_in_json(text[: len(text) - cut], hide)


@given(st.text())
def test_json_that_is_none_is_no_trouble(text: str) -> None:
    hide_in_json(text, hide)


@given(st.dictionaries(plain | secret, st.text(min_size=1)))
def test_forms(fields: dict[str, str]) -> None:
    left = hide_pairs(urlencode(fields), hide)
    expected = "&".join(
        urlencode({k: v}) if k in PLAIN else f"{k}=<{k}>" for k, v in fields.items()
    )
    assert left == expected


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("http://ann:pw@host/a?b=1", "http://<user>@host/a?b=1"),
        ("/a?access_token=x&page=2#top", "/a?access_token=<access_token>&page=2#top"),
        ("/a?user%5Bpassword%5D=x", "/a?user%5Bpassword%5D=<user[password]>"),
        ("/plain/path", "/plain/path"),
    ],
)
def test_addresses(address: str, left: str) -> None:
    assert hide_in_address(address, hide) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            '<input type="hidden" name="csrf_token" value="abc">',
            '<input type="hidden" name="csrf_token" value="<csrf_token>">',
        ),
        ("<input value=abc name='token'>", "<input value=\"<token>\" name='token'>"),
        ('<input name="q" value="shoes">', '<input name="q" value="shoes">'),
        ('<input name="x" type=password value="pw">', '<input name="x" type=password value="<x>">'),
        (
            '<meta name="csrf-token" content="abc">',
            '<meta name="csrf-token" content="<csrf-token>">',
        ),
        ("<s:Password>pw</s:Password>", "<s:Password><Password></s:Password>"),
        ('<user name="ann" apiKey="k"/>', '<user name="ann" apiKey="<apiKey>"/>'),
        ("<p>the key to it</p>", "<p>the key to it</p>"),
    ],
)
def test_markup(text: str, left: str) -> None:
    assert hide_in_markup(text, hide) == left


def test_parts_of_a_form() -> None:
    text = (
        '--b\r\nContent-Disposition: form-data; name="password"\r\n\r\nhunter2\r\n'
        '--b\r\nContent-Disposition: form-data; name="title"\r\n\r\nMilk\r\n--b--\r\n'
    )
    assert hide_in_parts(text, hide) == text.replace("hunter2", "<password>")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("login failed, password=hunter2, again", "login failed, password=<password>, again"),
        ("{'token': 'abc', 'id': 3}", "{'token': '<token>', 'id': 3}"),
        ("KeyError: 'token'", "KeyError: 'token'"),
        ("the key was lost", "the key was lost"),
    ],
)
def test_prose(text: str, left: str) -> None:
    assert hide_in_prose(text, hide) == left


@pytest.mark.parametrize(
    "sign", ["a", "=", "<", '"', "{", "[", "a=", "a:", "<a ", "\\", '"a":', "-a"]
)
@pytest.mark.parametrize(
    "search",
    [hide_in_json, hide_in_markup, hide_in_parts, hide_in_prose, hide_pairs, hide_in_address],
)
def test_no_text_takes_long(search: object, sign: str) -> None:
    began_s = time.process_time()
    assert callable(search)
    search(sign * (60_000 // len(sign)), hide)
    assert time.process_time() - began_s < 5

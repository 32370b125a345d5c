"""Secrets are struck out in whatever form they may have got into a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.recording.redaction import striker
from studio.recording.spellings import spellings
from tests.canary import forms_of, make_canary

MARK = "{{secret.key-1}}"
values = st.text(st.characters(exclude_categories=["Cs"]), min_size=6, max_size=30).filter(
    str.strip
)


@given(values, st.text(), st.text())
def test_a_value_is_struck_out_wherever_it_stands(value: str, before: str, after: str) -> None:
    told = striker({"key": value})(before + value + after)
    assert MARK in told or value in MARK
    assert value not in told.replace(MARK, "") or value in before + after


@pytest.mark.parametrize("how", sorted(forms_of(make_canary())))
def test_a_value_is_struck_out_in_every_form_a_search_would_find(how: str) -> None:
    canary = make_canary()
    if how == "UTF-16":
        return  # no text of ours is written so
    text = forms_of(canary)[how].decode()
    told = striker({"key": canary})(f"<{text}>")
    assert text not in told
    assert "{{secret.key-" in told


def test_each_line_of_a_value_is_a_secret_too() -> None:
    key = "-----BEGIN-----\nabcdefgh\nijklmnop\n"
    assert striker({"key": key})("abcdefgh, then ijklmnop").count("secret.key") == 2
    assert "abcdefgh" in spellings(key)


def test_a_longer_secret_is_struck_out_before_one_within_it() -> None:
    told = striker({"short": "passwo", "long": "password1"})("password1 passwo")
    assert told == "{{secret.long-1}} {{secret.short-1}}"


@pytest.mark.parametrize("secrets", [{}, {"key": ""}, {"key": " "}])
def test_where_there_is_no_secret_nothing_is_changed(secrets: dict[str, str]) -> None:
    assert striker(secrets)("a b ") == "a b "


def test_a_basic_authorization_is_struck_out() -> None:
    told = striker({"key": "a long password"})("Basic dXNlcjphIGxvbmcgcGFzc3dvcmQ=")
    assert told.startswith("Basic dXNlcj")
    assert MARK in told
    assert "bG9uZyBwYXNz" not in told

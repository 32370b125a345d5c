"""Which names hide their values."""

import pytest

from studio.recording.secret_names import is_secret_name


@pytest.mark.parametrize(
    "name",
    [
        "password",
        "Password2",
        "user_password",
        "newPassword",
        "X-Api-Key",
        "accessToken",
        "CSRF-Token",
        "csrftoken",
        "tokens",
        "client_secret",
        "user[pin]",
        "OTP",
        "cvv",
        "PHPSESSID-sid",
        "form:passwd",
    ],
)
def test_a_secret_word_hides_the_name(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize(
    "name", ["shipping", "keyword", "passenger", "monkey", "title", "pinned", "spinner", "", "id"]
)
def test_a_word_within_a_word_hides_nothing(name: str) -> None:
    assert not is_secret_name(name)


def test_a_name_without_end_is_looked_at_in_part() -> None:
    assert not is_secret_name("a" * 10_000_000 + "_password")

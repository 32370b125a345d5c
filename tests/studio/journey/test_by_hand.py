"""What is kept of code by hand is Python, or says why it is none."""

import pytest

from studio.journey.by_hand import MOST_LETTERS, python_fault


def test_python_has_no_fault() -> None:
    assert python_fault("from locust import HttpUser\n") == ""


@pytest.mark.parametrize(
    "text", ["if", "\x00", "x = '\ud800'", "(" * 5_000, "#" * (MOST_LETTERS + 1)]
)
def test_what_is_no_python_says_why(text: str) -> None:
    assert python_fault(text)

"""Values that give themselves away by their form."""

import base64
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.recording.secret_values import hide_values, is_card, is_random


def hidden(text: str) -> str:
    return hide_values(text, lambda kind, _value: f"<{kind}>")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bearer mF_9.B5f-4.1JqM", "Bearer <bearer>"),
        ("Basic dXNlcjpwYXNz", "Basic <basic>"),
        ("see Basic authentication", "see Basic authentication"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "<jwt>"),
        ("card 4111 1111 1111 1111, please", "card <card>, please"),
        ("order 4111111111111112", "order 4111111111111112"),
        ("at 1700000000000", "at 1700000000000"),
        ("9f86d081884c7d659a2feaa0c55ad015", "<value>"),
        ("/how-to-load-test-your-site-in-2024/", "/how-to-load-test-your-site-in-2024/"),
        ("application-x-www-form-urlencoded", "application-x-www-form-urlencoded"),
        (
            "trace 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "trace 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        ),
        ("000000000000000000000000000001ab", "000000000000000000000000000001ab"),
    ],
)
def test_forms_of_secrets(text: str, left: str) -> None:
    assert hidden(text) == left


@given(st.binary(min_size=30, max_size=60))
def test_random_bytes_are_found_in_either_notation(data: bytes) -> None:
    for text in (data.hex(), base64.urlsafe_b64encode(data).decode()):
        if len(set(data)) > 20 and sum(sign.isdigit() for sign in text) > 10:
            assert is_random(text) or "-" in text or "_" in text


@given(st.uuids())
def test_a_uuid_opens_nothing(number: uuid.UUID) -> None:
    assert hidden(f"GET /orders/{number}") == f"GET /orders/{number}"


@pytest.mark.parametrize(
    "number", ["4111111111111111", "5500 0000 0000 0004", "340000000000009", "6011-0000-0000-0004"]
)
def test_cards_are_told_by_issuer_and_checksum(number: str) -> None:
    assert is_card(number)
    assert not is_card(number[:-1] + str((int(number[-1]) + 1) % 10))

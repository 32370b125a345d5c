"""A thousand failures of one cause are one line."""

import time
import uuid

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from studio.child.load.causes import LONGEST_CAUSE, Causes, text_of


class LocustBadStatusCode(Exception):  # noqa: N818  # Locust's own name
    """Has the name by which Locust's own is known."""


class CatchResponseError(Exception):
    """What Locust makes of `response.failure("…")`."""


class SpeechlessError(Exception):
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    ("exception", "status", "cause"),
    [
        (LocustBadStatusCode("URL http://x/1?token=a: code=503"), 503, "status 503"),
        (CatchResponseError("status 404 instead of 200"), 404, "status 404 instead of 200"),
        ("17 items instead of 20", 200, "[number] items instead of 20"),
        (KeyError("csrf_token"), 200, "KeyError: 'csrf_token'"),
        (KeyError("user 17"), 200, "KeyError: '[text]'"),
        (ValueError("user 'ann' is gone"), 200, "ValueError: user '[text]' is gone"),
        (ValueError("don't know what's up"), 200, "ValueError: don't know what's up"),
        (
            ConnectionRefusedError(111, "Connection refused"),
            0,
            "ConnectionRefusedError: [Errno 111] Connection refused",
        ),
        (
            OSError("cannot reach 127.0.0.1:8089 or [::1]:80 or http://shop:1/a?b=c"),
            0,
            "OSError: cannot reach [address] or [address] or [address]",
        ),
        (OSError("no complete answer in 30 s"), 0, "OSError: no complete answer in 30 s"),
        (
            ConnectionError("Max retries exceeded with url: /a/17 (object at 0x7f12ab)"),
            0,
            "ConnectionError: Max retries exceeded with url: [address] (object at [id])",
        ),
        (ValueError("order 9f86d081884c went\n  away"), 0, "ValueError: order [id] went away"),
        (ValueError(), 0, "ValueError"),
        (SpeechlessError(), 0, "SpeechlessError: (its text raised ValueError)"),
    ],
)
def test_what_differs_is_taken_out_and_what_tells_stays(
    exception: object, status: int, cause: str
) -> None:
    assert Causes().cause_of(exception, status) == cause


@given(st.integers(0), st.uuids(), st.ip_addresses(v=4), st.integers(1, 65535))
def test_ids_numbers_and_addresses_make_no_new_cause(
    number: int, name: uuid.UUID, address: object, port: int
) -> None:
    assume(not name.hex.isdecimal())
    said = f"order {number} of {name} at {address}:{port} in '{name}' ({name.hex}) is late"
    cause = Causes().cause_of(ValueError(said), 0)
    assert cause == "ValueError: order [number] of [id] at [address] in '[text]' ([id]) is late"


@given(st.text())
def test_a_cause_is_one_short_line_and_its_own_cause(text: str) -> None:
    cause = Causes().cause_of(text, 0)
    assert len(cause) <= LONGEST_CAUSE
    assert "\n" not in cause
    assert Causes().cause_of(cause, 0) == cause


@pytest.mark.parametrize("sign", ["a", "1", "0a", "'", '"', "1.", "http://", "url: ", "a-1", "["])
def test_no_text_takes_long(sign: str) -> None:
    began_s = time.process_time()
    for n in range(20):
        Causes().cause_of(f"{n}" + sign * 100_000, 0)
    assert time.process_time() - began_s < 5


def test_texts_are_remembered_within_bounds() -> None:
    causes = Causes()
    for n in range(5000):
        causes.cause_of(ValueError(f"number {n}"), 0)
    assert len(vars(causes)["_known"]) <= 1024


def test_what_an_exception_says_is_capped() -> None:
    assert len(text_of(ValueError("x" * 1_000_000))) == 2000

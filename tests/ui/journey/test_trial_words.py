"""A trial in words."""

from dataclasses import replace

from studio.engine.trial_messages import (
    GotAnswer,
    Hop,
    SentRequest,
    TaskBroke,
    TrialBody,
    TrialBodyKind,
)
from studio.trial.record import TrialState, TriedRequest
from tests.studio.trial.trials import make_exchange
from tests.ui.journey.sample_trial import PIXEL, trial
from ui.journey.trial_words import (
    answer_text,
    cookies_text,
    facts_of,
    headline_of,
    image_of,
    moment_of,
    problem_of,
    request_text,
    values_text,
)


def test_a_day_that_is_over_is_a_date() -> None:
    assert moment_of("2026-05-02T14:01:00+00:00") == "2 May"
    assert moment_of("nonsense") == ""


def test_redirects_are_told_one_by_one() -> None:
    moved = Hop(SentRequest("POST", "http://a/login", ()), GotAnswer(302, ()), 1.0)
    exchange = make_exchange(0, {}, address="http://a/home")
    request = TriedRequest(replace(exchange, hops=(moved, *exchange.hops)))
    assert headline_of(request, "Sign in", str).endswith("first byte after 10\u202fms · 1 redirect")
    told = request_text(request, str)
    assert told.index("POST http://a/login") < told.index("── redirected by status 302 ──")
    assert told.index("status 302") < told.index("GET http://a/home")
    assert "from http://a/home" in answer_text(request, str)


def test_a_request_that_got_no_answer_says_so() -> None:
    request = TriedRequest(make_exchange(0, hops=(), failure="refused\x1b"))
    assert "no answer" in headline_of(request, "", str)
    assert request_text(request, str) == "Nothing was sent."
    assert answer_text(request, str) == "No answer came."
    assert cookies_text(request, str) == "The user holds no cookies."
    assert values_text(request, str) == "Variables after it\n  none"
    assert problem_of(trial(), request, str) == "refused\\x1b"


def test_bodies_that_are_no_text_are_told_of() -> None:
    image = trial().requests[2]
    assert image_of(image) == PIXEL
    assert answer_text(image, str).endswith(f"(an image of {len(PIXEL)} bytes)")
    exchange = make_exchange(0, {})
    withheld = "(9 bytes with a secret in them, not shown)"
    for body, words in (
        (TrialBody(TrialBodyKind.UNREAD), "(The body was not read.)"),
        (TrialBody(TrialBodyKind.BINARY, size_bytes=9), withheld),
        (TrialBody(TrialBodyKind.TEXT, "a", size_bytes=9, is_cut=True), "is not shown.)"),
    ):
        hop = replace(exchange.hops[0], answer=GotAnswer(200, (), body))
        request = TriedRequest(replace(exchange, hops=(hop,)))
        assert answer_text(request, str).endswith(words)


def test_what_is_wrong_is_the_request_else_the_code_else_the_place() -> None:
    record = trial()
    assert problem_of(record, record.requests[0], str) == ""
    broken = TaskBroke("KeyError", "'id'", "line 3 in buy", "", ())
    told = problem_of(replace(record, broken=(broken,)), None, str)
    assert told == "KeyError: 'id' (line 3 in buy)"
    refused = replace(record, refused=("evil.test:1",))
    assert problem_of(refused, None, str).startswith("evil.test:1 is not an allowed target")


def test_facts_say_passes_and_what_was_not_shown() -> None:
    record = replace(trial(), passes=3, quiet_steps=2)
    assert "3 passes, for all ways" in facts_of(record, str)
    assert "2 steps before walked" in facts_of(record, str)
    assert facts_of(replace(record, state=TrialState.CANCELLED), str).startswith("The trial was")

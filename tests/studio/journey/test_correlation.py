"""Values a server issues are found in one recording, and constants are left alone."""

import io
import json
import runpy
from typing import Any

import pytest

from studio.journey.building import build_journey
from studio.journey.correlation import Found, correlate
from studio.journey.scoring import APPLIED_FROM
from studio.journey.walk import requests_of
from studio.progress import CancelledError, Progress
from studio.recording.exchange import Recording
from studio.recording.har import read_har
from studio.recording.redirects import fold_redirects
from tests.fixtures import fixture_path
from tests.studio.recording.visits import exchange, visit


def found_in(recording: Recording) -> tuple[Found, ...]:
    exchanges = tuple(recording.exchanges)
    built = build_journey(recording, exchanges, "Visit")
    requests = tuple(requests_of(built.journey))
    return correlate(requests, exchanges, fold_redirects(exchanges), Progress())


def test_a_token_of_a_form_and_an_id_of_an_order_are_found() -> None:
    token = "f3a9c1d77ab24e0f"  # noqa: S105  # it opens nothing
    found = found_in(
        visit(
            exchange("GET", "/login", answer=f'<input name="csrfmiddlewaretoken" value="{token}">'),
            exchange(
                "POST",
                "/login",
                body=f"csrfmiddlewaretoken={token}&username=tester",
                sent={"Content-Type": "application/x-www-form-urlencoded"},
            ),
            exchange("POST", "/api/orders", answer='{"id": 4711}', media_type="application/json"),
            exchange("GET", "/api/orders/4711", answer="tester"),
        )
    )
    assert [(it.suggestion.take.variable, it.value) for it in found] == [
        ("csrf_token", token),
        ("order_id", "4711"),
    ]
    first = found[0].suggestion
    assert (first.exchange, first.uses[0].exchange, first.uses[0].where) == (0, 1, "form")
    assert sum(it.points for it in first.why) == first.score
    assert token not in repr(first)


def test_what_the_client_sent_first_is_its_own() -> None:
    made = "7b1c2d3e-1111-4222-8333-944445555666"
    assert not found_in(
        visit(
            exchange("GET", f"/a?id={made}"),
            exchange("GET", "/b", answer=json.dumps({"id": made})),
            exchange("GET", f"/c?id={made}"),
        )
    )


def test_looking_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        correlate((), visit(exchange("GET", "/")).exchanges, {}, progress)


def _measure(har: dict[str, Any], truth: dict[str, str]) -> tuple[float, float]:
    content = json.dumps(har).encode()
    recording = read_har(lambda: io.BytesIO(content), "zoo", Progress(), len(content))
    applied = {it.value for it in found_in(recording) if it.suggestion.score >= APPLIED_FROM}
    right = len(applied & truth.keys())
    return right / len(applied), right / len(truth)


def _zoo(draws: int) -> None:
    record = runpy.run_path(str(fixture_path("zoo/zoo.py")))["record"]
    measured = [_measure(*record()) for _ in range(draws)]
    precision = sum(it for it, _ in measured) / draws
    recall = sum(it for _, it in measured) / draws
    assert precision >= 0.90
    assert recall >= 0.95


def test_most_kinds_of_values_are_found_and_little_else() -> None:
    _zoo(1)


@pytest.mark.sweep
def test_most_kinds_of_values_are_found_in_many_draws() -> None:
    _zoo(20)

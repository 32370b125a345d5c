"""Few exchanges are kept, spread over the run, and redacted a few at a time."""

import json

from studio.child.load.examples import Caught, Examples
from studio.child.load.occurrences import Occurrences
from studio.child.load.raw_exchange import LONGEST_BODY, NO_BODY, RawBody, RawExchange
from studio.measurement.example import MOST_EXAMPLES, Example, ExampleKind
from studio.measurement.outcome import Outcome
from studio.recording.redaction import KnownSecrets
from studio.typed_json import read


def make_caught(said: str = "", body: RawBody = NO_BODY) -> Caught:
    exchange = RawExchange("GET", "http://x/?password=pw", (), body)
    endpoint = ("GET", "/")
    return Caught(
        ExampleKind.FAILED, endpoint, Outcome.RESET, "gone", said, 1.23456, 2.34567, exchange
    )


def make_examples() -> Examples:
    return Examples("worker-1", KnownSecrets({"pin": "4711"}))


def test_the_first_failures_of_a_cause_are_kept_and_some_later_ones() -> None:
    examples = make_examples()
    causes = Occurrences[str](9, lambda key: key)
    kept = [n for n in range(1, 1000) if examples.wants(causes.add("gone", 0.0))]
    assert kept == [1, 2, 3, 30, 300]


def test_no_more_is_redacted_at_once_than_users_can_wait_for() -> None:
    examples = make_examples()
    page = json.dumps([{"token": f"t{n}"} for n in range(2000)]).encode()[:LONGEST_BODY]
    for _ in range(12):
        examples.keep(make_caught(body=RawBody(page, len(page))))
    made = len(examples.take(everything=False))
    assert 1 <= made < 12
    assert len(examples.take(everything=True)) == 12 - made
    assert examples.take(everything=True) == []


def test_what_leaves_the_process_holds_no_secret() -> None:
    examples = make_examples()
    examples.keep(make_caught("pin 4711 was wrong, token=abc"))
    (told,) = examples.take(everything=True)
    example: Example = read(Example, told)
    assert example.request.address == "http://x/?password={{secret.password-1}}"
    assert example.said == "pin {{secret.pin-1}} was wrong, token={{secret.token-1}}"
    assert (example.at_s, example.response_time_ms) == (1.235, 2.346)
    assert (example.worker, example.cause, example.answer) == ("worker-1", "gone", None)


def test_there_is_an_end_to_keeping() -> None:
    examples = make_examples()
    kept = 0
    while examples.has_room:
        examples.keep(make_caught())
        kept += 1
        if kept % 30 == 0:
            examples.take(everything=True)
    assert kept == MOST_EXAMPLES


def test_a_worker_that_does_not_report_fills_no_memory() -> None:
    examples = make_examples()
    kept = 0
    while examples.has_room:
        examples.keep(make_caught())
        kept += 1
    assert kept < 50

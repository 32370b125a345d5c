"""A trial is held against the exchanges its journey was recorded from."""

from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.recording.exchange import Answer, Exchange, SentRequest
from studio.trial.comparing import against_recording
from studio.trial.difference import DifferenceKind
from tests.studio.trial.trials import line_of, make_exchange, record_of

LOGIN = Request("r1", "POST", "/login", recorded=0)
SEND = Request("r2", "POST", "/out", recorded=3)
NEW = Request("r3", "GET", "/new")
JOURNEY = Journey("J1", "A", (Step("n1", "Sign in", (LOGIN,)), Step("n2", "Out", (SEND, NEW))))


def exchange(number: int, path: str, answer: Answer, body: bytes = b"") -> Exchange:
    request = SentRequest("POST", f"http://was.test{path}", (), body)
    return Exchange(number, 0.0, 0.1, request, answer)


def answer(text: str, status: int = 200, location: str = "") -> Answer:
    headers = (("Location", location),) if location else ()
    return Answer(status, headers, text, "application/json")


RECORDED = (
    exchange(0, "/login", answer("", 302, "/home")),
    exchange(1, "/other.js", answer("1")),
    exchange(2, "/home", answer('{"csrf": "old11"}')),
    exchange(3, "/out", answer("{}"), b"csrf=old11"),
)


def test_a_redirect_that_was_followed_is_part_of_the_request_that_began_it() -> None:
    record = record_of(
        JOURNEY,
        make_exchange(line_of(JOURNEY, "r1"), {"csrf": "new11"}, address="http://now.test/home"),
        make_exchange(line_of(JOURNEY, "r2"), {}, number=1, sent="csrf=old11"),
        make_exchange(line_of(JOURNEY, "r3"), {}, number=2),
    )
    found = against_recording(record, JOURNEY, RECORDED)
    assert found.keys() == {0, 1}
    assert [(it.name, it.kind) for it in found[0]] == [
        ("csrf", DifferenceKind.SENT_LATER),
        ("HTTP status", DifferenceKind.SAME),
    ]
    assert found[0][0].uses == ("r2",)

"""A kept exchange, as a person reads and copies it."""

from dataclasses import replace

from studio.measurement.example import Body, BodyKind, KeptAnswer
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from tests.ui.run.sample_run import HOST, make_example
from ui.run.example_text import answer_text, headline, request_text, whole_text

EXAMPLE = make_example(Endpoint("GET", "/search"), "status 503", Outcome.STATUS_5XX, 28.4)


def test_a_headline_says_when_how_long_and_what_was_said() -> None:
    assert headline(EXAMPLE, str) == (
        f"at 0:28 · 1.41\u202fs · worker-1 · URL {HOST}/search: code=503"
    )
    assert headline(replace(EXAMPLE, said=""), str).endswith("worker-1")


def test_request_and_answer_read_as_on_the_wire() -> None:
    assert request_text(EXAMPLE, str).splitlines() == [
        f"GET {HOST}/search?q=milk&token={{{{secret.token-1}}}}",
        "Accept: */*",
        "Cookie: session={{secret.session-1}}",
    ]
    head, _type, _retry, empty, *body = answer_text(EXAMPLE, str).splitlines()
    assert (head, empty) == ("HTTP 503", "")
    assert body[0] == "{"
    assert '  "error": "remaining connection slots are reserved",' in body
    assert whole_text(EXAMPLE, str).count("HTTP 503") == 1


def test_what_is_not_there_says_why() -> None:
    said = {
        Body(BodyKind.CUT, "{cut", 9000): "(The rest of 9\u202f000 bytes was not kept.)",
        Body(BodyKind.BINARY, "", 12): "(12 bytes that are no text)",
        Body(BodyKind.UNREAD): "(The body was not read.)",
    }
    for body, words in said.items():
        text = answer_text(replace(EXAMPLE, answer=KeptAnswer(200, body=body)), str)
        assert text.splitlines()[-1] == words
    assert answer_text(replace(EXAMPLE, answer=None), str) == "No answer came."


def test_a_redirect_says_who_answered() -> None:
    text = answer_text(replace(EXAMPLE, answer=KeptAnswer(500, came_from="/b")), str)
    assert text == "HTTP 500\nfrom /b"


def test_signs_that_do_something_are_spelled_out() -> None:
    evil = Body(BodyKind.WHOLE, "a\u202eb\r\nc\x07\td", 9)
    text = answer_text(replace(EXAMPLE, answer=KeptAnswer(200, (("X\n", "\x1b"),), evil)), str)
    assert text.splitlines() == ["HTTP 200", "X\\n: \\x1b", "", "a\\u202eb", "c\\x07\td"]


def test_json_that_is_none_is_shown_as_it_came() -> None:
    for body in ("{not json", "[" * 100_000, '{"a": 1'):
        answer = KeptAnswer(200, body=Body(BodyKind.WHOLE, body, len(body)))
        assert answer_text(replace(EXAMPLE, answer=answer), str).endswith(body)

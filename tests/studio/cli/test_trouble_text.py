"""What went wrong, in a terminal that a target cannot write commands to."""

from studio.cli.trouble_text import examples_text, trouble_lines
from studio.measurement.cause import FailureCause
from studio.measurement.example import Body, BodyKind, ExampleKind, KeptAnswer
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.run.trouble import NO_TROUBLE, LogLine, TaskException, Trouble
from tests.builders import make_example

EXCEPTION = TaskException("ValueError", "no", "line 3 in buy", "Traceback\n  …\n", 12, 1.0, 9.0)


def make_cause(text: str, count: int) -> FailureCause:
    return FailureCause(Endpoint("GET", "/a"), Outcome.STATUS_5XX, text, count, 1.0, 9.0)


def test_the_most_frequent_cause_stands_first() -> None:
    trouble = Trouble((make_cause("rare", 1), make_cause("frequent", 1234)))
    assert trouble_lines(trouble) == [
        "",
        "Failures by cause:",
        "  1,234x  GET /a  5xx: frequent  from 1.0 to 9.0 s",
        "      1x  GET /a  5xx: rare  at 1.0 s",
    ]


def test_a_long_list_ends_with_how_many_more_there_are() -> None:
    trouble = Trouble(tuple(make_cause(f"cause {n}", n + 1) for n in range(25)))
    assert trouble_lines(trouble)[-1] == "  and 5 more"
    assert len(trouble_lines(trouble)) == 2 + 20 + 1


def test_exceptions_and_the_log_follow() -> None:
    line = LogLine("worker-1", "WARNING", "late", 3, 1.0, 2.0)
    assert trouble_lines(Trouble(exceptions=(EXCEPTION,), lines=(line,))) == [
        "",
        "Exceptions that left a step:",
        "  12x  ValueError: no  (line 3 in buy)  from 1.0 to 9.0 s",
        "",
        "The engine's log:",
        "  3x  WARNING of worker-1: late  from 1.0 to 2.0 s",
    ]
    assert trouble_lines(NO_TROUBLE) == []


def test_examples_show_both_sides() -> None:
    text = examples_text(Trouble(examples=(make_example(),), exceptions=(EXCEPTION,)))
    assert text.splitlines() == [
        "Failed: GET /, 5xx, at 1.0 s, 20 ms",
        "  status 500",
        "  > GET http://x/",
        "  > Accept: */*",
        "  < 500",
        "  < Content-Type: text/plain",
        "  <",
        "  < no",
        "",
        "Traceback",
        "  …",
    ]
    assert examples_text(NO_TROUBLE) == "No exchange was kept."


def test_bodies_that_are_not_there_say_why() -> None:
    bodies = {
        Body(BodyKind.CUT, "begin", 9000): "[the rest of 9,000 bytes was not kept]",
        Body(BodyKind.BINARY, "", 12): "[12 bytes that are no text]",
        Body(BodyKind.UNREAD): "[the body was not read]",
    }
    for body, said in bodies.items():
        example = make_example(kind=ExampleKind.SLOW, answer=KeptAnswer(200, body=body))
        assert examples_text(Trouble(examples=(example,))).endswith(f"  < {said}")
    nothing = make_example(answer=None)
    assert examples_text(Trouble(examples=(nothing,))).endswith("  < no answer")


def test_a_redirect_says_who_answered() -> None:
    example = make_example(answer=KeptAnswer(500, came_from="http://x/b"))
    assert "  < 500  (from http://x/b)" in examples_text(Trouble(examples=(example,)))


def test_a_target_gives_no_orders_to_a_terminal() -> None:
    evil = "\x1b[2J\u202e\x07\u2028 é 🙂"
    example = make_example(said=evil, answer=KeptAnswer(500, ((evil, evil),), came_from=evil))
    cause = make_cause(evil, 1)
    told = examples_text(Trouble(examples=(example,))) + "".join(trouble_lines(Trouble((cause,))))
    assert "\x1b" not in told
    assert "\u202e" not in told

"""A trial in a terminal: step by step, and nothing a server said moves the cursor."""

from studio.cli.trial_text import difference_lines, ending_lines, step_lines
from studio.engine.trial_messages import TaskBroke
from studio.journey.sample import PRACTICE
from studio.phrase import Phrase
from studio.trial.difference import Difference, DifferenceKind
from tests.studio.trial.trials import BEGAN, line_of, make_exchange, record_of, session_of

SIGN_IN = line_of(PRACTICE, "r1")


def test_a_step_shows_status_time_and_checks() -> None:
    record = record_of(
        PRACTICE, make_exchange(SIGN_IN, {}, status=500, failure="status 500\x1b[2J", pass_number=2)
    )
    text = "\n".join(step_lines(record.steps[0]))
    assert text.startswith("✗ Sign in  (pass 2)\n    ✗ GET /a ")
    assert "500      12 ms\n        status 500\\x1b[2J\n" in text
    assert text.endswith("✗ Status is 200   was 500")


def test_only_differences_that_ask_for_something_are_said() -> None:
    record = record_of(PRACTICE, make_exchange(SIGN_IN, {}))
    says = Phrase("trial", "gone")
    lost = Difference("a", "1", None, DifferenceKind.MISSING, says)
    same = Difference("b", "1", "1", DifferenceKind.SAME, says)
    assert list(difference_lines(record, {0: (lost, same)})) == ["⚠ GET /a", "    a: 1 → –  gone"]
    assert list(difference_lines(record, {0: (same,)})) == []


def test_the_end_says_what_came_of_it() -> None:
    session = session_of(PRACTICE)
    session.receive(BEGAN)
    session.receive(TaskBroke("KeyError", "'id'", "line 3 in buy", "…", ()))
    assert next(ending_lines(session.snapshot())) == "✗ KeyError: 'id', line 3 in buy"
    record = record_of(PRACTICE, make_exchange(SIGN_IN, {}))
    (line,) = ending_lines(record)
    assert line == "1 of 6 steps passed: 0.0 s, and 4 s of waiting in a run"

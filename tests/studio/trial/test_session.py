"""Messages of a trial become steps, in whose lines the requests were made."""

from studio.engine.trial_messages import (
    PassBegan,
    PassEnded,
    TaskBroke,
    TrialFinished,
    TrialRefused,
    TrialSaid,
)
from studio.errors import EngineError
from studio.journey.sample import PRACTICE
from studio.phrase import Phrase
from studio.trial.record import TrialState
from studio.trial.session import said_of
from tests.studio.trial.trials import (
    BEGAN,
    FINISHED,
    line_of,
    make_exchange,
    record_of,
    session_of,
    walked,
)

R1, R2, R3, R4 = (line_of(PRACTICE, f"r{it}") for it in range(1, 5))


def test_requests_belong_to_the_steps_whose_lines_made_them() -> None:
    record = record_of(
        PRACTICE,
        make_exchange(R1, number=0, pass_number=0),
        make_exchange(R2, number=1),
        make_exchange(R3, number=2),
        make_exchange(R4, number=3),
        make_exchange(9999, number=4, name="/else"),
    )
    assert record.state is TrialState.PASSED
    found = [(it.id, it.name, [request.id for request in it.requests]) for it in record.steps]
    assert found == [
        ("n1", "Sign in", ["r1"]),
        ("n2", "Open home", ["r2", "r3"]),
        ("n3", "Look at the list", ["r4"]),
        ("", "/else", [""]),
    ]
    assert (record.passed_steps, record.step_count) == (3, 6)
    assert record.spent_ms == 60.0
    assert record.waited_s == 4.5
    assert str(said_of(record)) == "3 of 6 steps passed"


def test_one_failed_request_fails_the_trial_and_its_step_alone() -> None:
    failed = make_exchange(R3, number=1, failure="status 500 instead of 200", status=500)
    record = record_of(PRACTICE, make_exchange(R2), failed, make_exchange(R4, number=2))
    assert record.state is TrialState.FAILED
    assert [it.is_passed for it in record.steps] == [False, True]
    tried = record.tried("r3")
    assert tried is not None
    assert tried.status == 500


def test_a_trial_that_broke_was_refused_or_never_walked_has_not_passed() -> None:
    broke = TaskBroke("KeyError", "'id'", "line 3 in buy", "…", ())
    for message in (broke, TrialRefused("evil.test:443"), PassEnded(2, 0.0, was_given_up=True)):
        session = session_of(PRACTICE)
        for it in (BEGAN, PassBegan(1), make_exchange(R2), message, FINISHED):
            session.receive(it)
        session.end(None)
        assert session.snapshot().state is TrialState.FAILED
    session = session_of(PRACTICE)
    for it in (BEGAN, make_exchange(R1, pass_number=0), FINISHED):
        session.receive(it)
    session.end(None)
    assert session.snapshot().state is TrialState.FAILED


def test_a_trial_that_was_stopped_says_nothing_of_the_journey() -> None:
    session = session_of(PRACTICE)
    assert str(said_of(session.snapshot())) == "The trial is starting."
    session.receive(BEGAN)
    session.receive(make_exchange(R2))
    assert str(said_of(session.snapshot())) == "1 of 6 steps walked"
    session.receive(TrialFinished(by_hand=True))
    session.end(None)
    assert session.snapshot().state is TrialState.CANCELLED


def test_an_engine_that_failed_says_why() -> None:
    session = session_of(PRACTICE)
    session.receive(TrialSaid("WARNING", "hm"))
    session.end(EngineError(Phrase("engine", "It fell over."), remedy=Phrase("engine", "Again.")))
    record = session.snapshot()
    assert (record.state, record.said) == (TrialState.BROKEN, ("hm",))
    assert (str(said_of(record)), str(record.remedy)) == ("It fell over.", "Again.")


def test_a_trial_from_a_step_on_walks_the_steps_before_and_does_not_show_them() -> None:
    session = session_of(PRACTICE, from_step="n3")
    for message in walked(make_exchange(R2), make_exchange(R4, number=1))[:3]:
        session.receive(message)
    assert session.snapshot().steps == ()
    for message in walked(make_exchange(R4, number=1))[2:]:
        session.receive(message)
    session.end(None)
    record = session.snapshot()
    assert [it.id for it in record.steps] == ["n3"]
    assert (record.quiet_steps, record.passed_steps) == (1, 2)


def test_a_step_that_fails_before_the_one_asked_for_is_shown() -> None:
    session = session_of(PRACTICE, from_step="n3")
    session.receive(BEGAN)
    session.receive(make_exchange(R2, failure="status 500"))
    assert [it.id for it in session.snapshot().steps] == ["n2"]

"""A user who leads nowhere slows down, and one who is asked to come back later does."""

import gc
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.backing_off import BACK_OFF_S, REFUSALS, BackingOff, read_retry_after
from studio.engine.braking_messages import Brake
from studio.measurement.outcome import Outcome

NOWHERE = [Outcome.REFUSED, Outcome.RESET, Outcome.NOT_ALLOWED]


class User:
    """Stands for a user."""


class Response:
    """Stands for an answer."""

    def __init__(self, status: int, **headers: str) -> None:
        self.status_code = status
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def in_a_day() -> str:
    return format_datetime(datetime.now(UTC) + timedelta(days=1), usegmt=True)


@pytest.mark.parametrize("outcome", NOWHERE)
def test_after_five_refusals_in_a_row_a_user_waits_a_second_each_time(outcome: Outcome) -> None:
    back_off, user = BackingOff(obeys_retry_after=True), User()
    waits = [back_off.wait_s(user, outcome, None) for _ in range(REFUSALS + 2)]
    assert waits == [0.0] * (REFUSALS - 1) + [BACK_OFF_S] * 3
    assert back_off.take() == {Brake.BACKING_OFF: BACK_OFF_S}
    assert back_off.take() == {}


def test_each_user_has_a_row_of_its_own_and_an_answer_ends_it() -> None:
    back_off, one, other = BackingOff(obeys_retry_after=True), User(), User()
    for _ in range(REFUSALS - 1):
        back_off.wait_s(one, Outcome.REFUSED, None)
        back_off.wait_s(other, Outcome.REFUSED, None)
    assert back_off.is_worried
    back_off.go_on(one)
    back_off.wait_s(other, Outcome.STATUS_5XX, Response(500))
    assert not back_off.is_worried
    assert back_off.wait_s(one, Outcome.REFUSED, None) == 0.0
    assert back_off.wait_s(other, Outcome.REFUSED, None) == 0.0


def test_users_who_have_gone_are_forgotten() -> None:
    back_off, user, other = BackingOff(obeys_retry_after=True), User(), User()
    back_off.wait_s(user, Outcome.REFUSED, None)
    del user
    gc.collect()
    back_off.go_on(other)
    assert not back_off.is_worried


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_obeyed_unless_it_is_what_is_tested(status: int) -> None:
    answer, user = Response(status, Retry_After="30"), User()
    obedient, testing = BackingOff(obeys_retry_after=True), BackingOff(obeys_retry_after=False)
    assert obedient.wait_s(user, Outcome.STATUS_4XX, answer) == 30.0
    assert obedient.take() == {Brake.RETRY_AFTER: 30.0}
    assert testing.wait_s(user, Outcome.STATUS_4XX, answer) == 0.0
    assert testing.take() == {Brake.RETRY_AFTER_IGNORED: 30.0}


@pytest.mark.parametrize("answer", [None, Response(503), Response(500, Retry_After="30")])
def test_nothing_is_obeyed_that_was_not_asked(answer: object) -> None:
    back_off = BackingOff(obeys_retry_after=True)
    assert back_off.wait_s(User(), Outcome.STATUS_5XX, answer) == 0.0
    assert back_off.take() == {}


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 7 ", 7.0),
        ("99999999999999999999", 3600.0),
        ("-1", 0.0),
        ("1.5", 0.0),
        ("²", 0.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        (in_a_day(), 3600.0),
        ("soon", 0.0),
        (None, 0.0),
        ([], 0.0),
    ],
)
def test_retry_after_is_read_as_the_standard_says(value: object, seconds: float) -> None:
    assert read_retry_after(value) == seconds


@given(st.text())
def test_whatever_a_target_writes_asks_for_an_hour_at_most(value: str) -> None:
    assert 0.0 <= read_retry_after(value) <= 3600.0

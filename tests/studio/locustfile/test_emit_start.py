"""A user begins again until it succeeds, and gives back what was its own."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from studio.journey.journey import Client
from studio.journey.node import Step
from studio.journey.wait import ConstantWait, NoWait
from studio.locustfile.emit_start import emit_end, emit_start
from studio.locustfile.plan import PlannedUser
from studio.locustfile.planning import plan_journeys
from studio.locustfile.source_map import read_marks
from tests.builders import make_journey
from tests.studio.locustfile.block_samples import step
from tests.studio.locustfile.samples import SIGN_IN, TABLES


def user_of(*once: Step, **changes: Any) -> PlannedUser:  # noqa: ANN401  # whatever a journey has
    journey = make_journey(once=once, **changes)
    return plan_journeys([(journey, 1)], TABLES).users[0]


def lines(written: Iterable[str]) -> list[str]:
    text = read_marks("\n".join(written)).text
    return [line.strip() for line in text.split("\n")]


def test_a_start_that_may_fail_is_tried_again() -> None:
    user = user_of(step("in", ok=True), step("home"), wait=NoWait())
    assert lines(emit_start(user)) == [
        *("while True:", "try:", "self.in_2()", "return self.home()"),
        *("except RescheduleTask:", "time.sleep(1)"),
    ]


def test_a_pause_at_its_end_is_kept() -> None:
    user = user_of(step("in", ok=True, wait=ConstantWait(1)))
    assert lines(emit_start(user))[2:5] == ["self.in_2()", "time.sleep(1)", "return"]


def test_a_user_whose_start_fails_may_end() -> None:
    user = user_of(step("in", ok=True), retries_start=False)
    assert lines(emit_start(user))[-1] == "raise GreenletExit() from None"


def test_one_plain_step_needs_no_method() -> None:
    assert lines(emit_start(user_of(step("in")))) == ['self.client.get("/in")']
    assert lines(emit_start(user_of(step("in", is_counted=True))))[0].startswith("with counted")


def test_a_row_of_its_own_goes_back_whatever_its_end_does() -> None:
    user = user_of(SIGN_IN, at_end=(step("out", ok=True),))
    assert lines(emit_end(user)) == [
        *("try:", "self.out()", "except RescheduleTask:"),
        "pass  # it counts as failed already, and nothing comes after it",
        *("finally:", "accounts.give_back(self.account)"),
    ]
    assert lines(emit_end(user_of(at_end=(step("out"),)))) == ["self.out()"]
    assert list(emit_end(user_of())) == []


def test_headers_of_requests_are_set_once() -> None:
    user = user_of(client=Client.HTTP, headers=(("X", "y"),))
    assert lines(emit_start(user)) == ['self.client.headers.update({"X": "y"})']
    assert list(emit_start(replace(user, headers=None))) == []

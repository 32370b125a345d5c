"""How a run ended follows from what was said of it last."""

import pytest

from studio.engine.load_messages import Finished
from studio.run.ending import Signs, found_ending, seen_ending
from studio.run.run import RunEnding

END = Finished(9.0, 1, 0, 0)


@pytest.mark.parametrize(
    ("signs", "ending"),
    [
        (Signs(has_begun=True, finished=END), RunEnding.COMPLETED),
        (Signs(has_begun=True, stopped_by_hand=True, finished=END), RunEnding.STOPPED),
        (Signs(has_begun=True, stopped_by_hand=True, is_let_go=True), RunEnding.STOPPED),
        (Signs(has_begun=True, is_let_go=True, finished=END), RunEnding.INTERRUPTED),
        (Signs(has_begun=True, stopped_by_rule=True), RunEnding.STOPPED_BY_RULE),
        (Signs(finished=END), RunEnding.STOPPED),
    ],
)
def test_a_run_that_was_heard_to_its_end(signs: Signs, ending: RunEnding) -> None:
    assert seen_ending(signs) is ending


@pytest.mark.parametrize(
    ("signs", "has_measured", "may_have_begun", "ending"),
    [
        (Signs(), False, False, RunEnding.NEVER_STARTED),
        (Signs(has_begun=True), False, False, RunEnding.NEVER_STARTED),
        (Signs(), False, True, RunEnding.INTERRUPTED),
        (Signs(has_begun=True), True, False, RunEnding.INTERRUPTED),
        (Signs(has_begun=True, finished=END), True, True, RunEnding.COMPLETED),
        (Signs(has_begun=True, is_let_go=True, finished=END), True, True, RunEnding.INTERRUPTED),
        (Signs(has_begun=True, stopped_by_hand=True, finished=END), True, True, RunEnding.STOPPED),
    ],
)
def test_a_run_that_was_found(
    signs: Signs, ending: RunEnding, *, has_measured: bool, may_have_begun: bool
) -> None:
    found = found_ending(signs, has_measured=has_measured, may_have_begun=may_have_begun)
    assert found == (ending, None)


def test_an_engine_that_failed_is_found_to_have() -> None:
    signs = Signs(has_begun=True, finished=Finished(9.0, 1, 0, 3))
    ending, error = found_ending(signs, has_measured=True, may_have_begun=True)
    assert ending is RunEnding.FAILED
    assert "exit code 3" in str(error)

"""A chain without a way out is refused before Locust would."""

from dataclasses import replace

import pytest

from studio.journey.journey_error import JourneyError
from studio.journey.node import LEAVE, Step
from studio.locustfile.planning_chain import Following, following_in, refuse_endless

LOOK = Step("n1", "Look", (), next=(("n1", 3), ("n2", 1)))
GO = Step("n2", "Go", (), next=(("n1", 1),))
METHODS = ("look", "go")


def following(*steps: Step, off: tuple[str, ...] = ()) -> list[Following]:
    return following_in(steps, METHODS, "Visitor", off)


def test_steps_become_methods() -> None:
    assert following(LOOK, GO) == [(("look", 3), ("go", 1)), (("look", 1),)]


def test_a_chain_may_be_left() -> None:
    leaving = replace(GO, next=(("n1", 1), (LEAVE, 2)))
    chain = following(LOOK, leaving)
    assert chain[1] == (("look", 1), (None, 2))
    refuse_endless(chain, METHODS, "Visitor")


def test_a_chain_within_a_pass_must_be_left() -> None:
    with pytest.raises(JourneyError, match="“Visitor” is never left"):
        refuse_endless(following(LOOK, GO), METHODS, "Visitor")


def test_a_step_that_is_off_follows_nothing() -> None:
    assert following(LOOK, GO, off=("n2",))[0] == (("look", 3),)


@pytest.mark.parametrize("after", [(), (("n1", 0),), (("n1", 1), ("n2", -1))])
def test_a_step_that_leads_nowhere_is_named(after: tuple[tuple[str, int], ...]) -> None:
    with pytest.raises(JourneyError, match="After “Go”"):
        following(LOOK, replace(GO, next=after))


def test_a_step_that_leads_to_none_is_named() -> None:
    with pytest.raises(JourneyError, match="“Go” of “Visitor” leads"):
        following(LOOK, replace(GO, next=(("n9", 1),)))

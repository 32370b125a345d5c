"""A chain without a way out is refused before Locust would."""

from dataclasses import replace

import pytest

from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import Step
from studio.journey.order import Order
from studio.locustfile.planning_chain import transitions_of

CHAIN = Journey(
    "J1",
    "Visitor",
    (
        Step("n1", "Look", (), next=(("n1", 3), ("n2", 1))),
        Step("n2", "Leave", (), next=(("n1", 1),)),
    ),
    order=Order.CHAIN,
)


def test_steps_become_methods() -> None:
    assert list(transitions_of(CHAIN, ["look", "leave"])) == [
        (("look", 3), ("leave", 1)),
        (("look", 1),),
    ]


def test_other_orders_have_no_transitions() -> None:
    in_order = replace(CHAIN, order=Order.IN_ORDER)
    assert list(transitions_of(in_order, ["look", "leave"])) == [(), ()]


@pytest.mark.parametrize("following", [(), (("n1", 0),), (("n1", 1), ("n2", -1))])
def test_a_step_that_leads_nowhere_is_named(following: tuple[tuple[str, int], ...]) -> None:
    again = (CHAIN.again[0], replace(CHAIN.again[1], next=following))
    with pytest.raises(JourneyError, match="After “Leave”"):
        list(transitions_of(replace(CHAIN, again=again), ["look", "leave"]))


def test_a_step_that_leads_to_none_is_named() -> None:
    again = (CHAIN.again[0], replace(CHAIN.again[1], next=(("n9", 1),)))
    with pytest.raises(JourneyError, match="“Leave” of “Visitor” leads"):
        list(transitions_of(replace(CHAIN, again=again), ["look", "leave"]))

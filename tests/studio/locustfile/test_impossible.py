"""A journey without anything to do, or with labels that leave out nothing, is refused."""

from dataclasses import replace

import pytest

from studio.journey.journey_error import JourneyError
from studio.journey.node import Group
from studio.journey.order import Order
from studio.journey.sample import PRACTICE
from studio.locustfile.impossible import refuse_impossible
from tests.studio.locustfile.block_samples import step

LABELLED = step("a", labels=("read",))
WEIGHTED = replace(PRACTICE, order=Order.WEIGHTED)


def test_what_can_be_walked_is_let_through() -> None:
    refuse_impossible(PRACTICE)
    refuse_impossible(replace(WEIGHTED, again=(LABELLED,), labels=("x",)))


@pytest.mark.parametrize(
    "journey",
    [
        replace(PRACTICE, again=()),
        replace(WEIGHTED, again=(replace(LABELLED, weight=0),)),
    ],
)
def test_nothing_to_do_is_refused(journey: object) -> None:
    with pytest.raises(JourneyError, match="no step"):
        refuse_impossible(journey)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    "changes",
    [
        {"order": Order.IN_ORDER, "again": (LABELLED,)},
        {"order": Order.CHAIN, "again": (LABELLED,)},
        {"order": Order.CHAIN, "labels": ("x",)},
        {"once": (LABELLED,)},
        {"at_end": (LABELLED,)},
        {"again": (Group("g", "g", (LABELLED,)),)},
    ],
)
def test_labels_within_a_pass_are_refused(changes: dict[str, object]) -> None:
    with pytest.raises(JourneyError, match="Labels"):
        refuse_impossible(replace(WEIGHTED, **changes))  # pyright: ignore[reportArgumentType]

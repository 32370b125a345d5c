"""No id comes twice, in a journey or in its past."""

from hypothesis import given, settings

from studio.journey.editing import add_step, delete
from studio.journey.journey import Journey
from studio.journey.node import Group, Step
from studio.journey.numbering import Numbers, highest_number, with_new_ids, with_own_ids
from studio.journey.request import Request
from studio.journey.spot import Spot
from studio.journey.walk import nodes_of, requests_of
from tests.rich_journeys import any_journeys

JOURNEY = Journey("J1", "J", (Step("n1", "A", (Request("r2", "GET", "/"),)), Step("n7", "B", ())))


def test_an_id_that_was_deleted_does_not_come_again() -> None:
    left = delete(JOURNEY, {"n7"}).journey
    assert add_step(left, Spot("again", 0), "C").chosen == ("n8",)
    assert highest_number(left) == 7


def test_a_copied_chain_leads_through_the_copies() -> None:
    chain = (
        Group("n1", "G", (Step("n2", "A", (), next=(("n3", 1), ("n9", 2))), Step("n3", "B", ()))),
    )
    (group,) = with_new_ids(chain, Numbers(Journey("J1", "J", chain)))
    assert isinstance(group, Group)
    first, second = group.nodes
    assert first.next == ((second.id, 1), ("n9", 2))
    assert {group.id, first.id, second.id} == {"n4", "n5", "n6"}


@given(any_journeys)
@settings(max_examples=50, deadline=None)
def test_any_journey_can_be_given_ids_of_its_own(journey: Journey) -> None:
    own = with_own_ids(journey)
    ids = [it.id for it in (*nodes_of(own), *requests_of(own))]
    assert len(set(ids)) == len(ids)
    assert not {"", "once", "again", "at_end"} & set(ids)
    assert with_own_ids(own) == own

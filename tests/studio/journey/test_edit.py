"""An edit leaves the journey before it as it was, and its journey comes back from its document."""

from hypothesis import given, settings

from studio.journey.document import read_document, write_document
from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.numbering import with_own_ids
from studio.journey.sample import TALK
from studio.journey.walk import nodes_of, requests_of
from studio.phrase import Phrase
from tests.random_edits import EDITS, edits
from tests.rich_journeys import rich_journeys


def test_an_edit_stands_alone_unless_it_says_otherwise() -> None:
    edit = Edit(TALK, Phrase("journey", "Nothing"))
    assert (edit.chosen, edit.typing) == ((), "")


@given(rich_journeys, edits)
@settings(max_examples=60, deadline=None)
def test_the_journey_of_any_edit_comes_back_from_its_document(
    journey: Journey, draw: tuple[int, int]
) -> None:
    before = write_document([journey])
    edit = EDITS[draw[0] % len(EDITS)](journey, draw[1])
    assert read_document(write_document([edit.journey])) == (edit.journey,)
    assert write_document([journey]) == before
    assert str(edit.sentence)


@given(rich_journeys, edits)
@settings(max_examples=60, deadline=None)
def test_no_edit_makes_an_id_that_comes_twice(journey: Journey, draw: tuple[int, int]) -> None:
    edit = EDITS[draw[0] % len(EDITS)](journey, draw[1])
    assert with_own_ids(edit.journey) == edit.journey
    ids = {it.id for it in (*nodes_of(edit.journey), *requests_of(edit.journey))}
    assert set(edit.chosen) <= ids

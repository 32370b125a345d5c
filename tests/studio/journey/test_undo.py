"""Edits are undone and done again, to the byte."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.journey.document import write_document
from studio.journey.editing import add_step, rename
from studio.journey.journey import Journey
from studio.journey.sample import PRACTICE
from studio.journey.spot import Spot, find_node
from studio.journey.undo import MOST_EDITS, History
from tests.random_edits import DELETE, EDITS, edits
from tests.rich_journeys import rich_journeys


def renamed(history: History, name: str, at_s: float, node: str = "n3") -> History:
    """Return a history in which a step was called otherwise."""
    return history.with_edit(rename(history.journey, node, name), at_s)


@given(rich_journeys, st.lists(edits, min_size=200, max_size=200))
@settings(max_examples=4, deadline=None)
def test_two_hundred_edits_undone_leave_the_first_bytes(
    journey: Journey, draws: list[tuple[int, int]]
) -> None:
    history = History(journey)
    for at_s, (kind, where) in enumerate(draws):
        is_large = len(write_document([history.journey])) > 200_000  # it may double again and again
        edit = EDITS[DELETE if is_large else kind % len(EDITS)](history.journey, where)
        history = history.with_edit(edit, 10.0 * at_s)
    last = write_document([history.journey])
    while history.undoes:
        history = history.undone()
    assert write_document([history.journey]) == write_document([journey])
    while history.redoes:
        history = history.redone()
    assert write_document([history.journey]) == last


def test_the_next_thing_to_undo_is_said() -> None:
    history = renamed(History(PRACTICE), "List", 0.0)
    assert str(history.undoes) == "Rename “Look at the list” to “List”"
    assert history.redoes is None
    undone = history.undone()
    assert (undone.undoes, str(undone.redoes)) == (None, str(history.undoes))
    assert undone.undone() == undone
    assert history.redone() == history


def test_typing_in_one_field_is_one_edit() -> None:
    history = History(PRACTICE)
    for at_s, name in ((0.0, "L"), (1.5, "Li"), (3.4, "Lis")):
        history = renamed(history, name, at_s)
    assert len(history.edits) == 1
    assert renamed(history, "List", 6.0).position == 2
    assert renamed(history, "Home", 3.5, "n2").position == 2
    assert history.undone().journey is PRACTICE


def test_typing_after_an_undo_is_an_edit_of_its_own() -> None:
    history = renamed(renamed(History(PRACTICE), "A", 0.0), "B", 10.0).undone()
    history = renamed(history, "C", 10.5)
    assert (len(history.edits), history.redoes) == (2, None)
    assert find_node(history.undone().journey, "n3").name == "A"


def test_a_new_edit_cuts_off_what_could_be_done_again() -> None:
    history = renamed(History(PRACTICE), "A", 0.0).undone()
    history = history.with_edit(add_step(history.journey, Spot("once", 0), "New"), 1.0)
    assert history.redoes is None
    assert [it.number for it in history.edits] == [1]


def test_an_edit_that_changes_nothing_is_none() -> None:
    history = History(PRACTICE)
    assert renamed(history, "Look at the list", 0.0) is history


def test_old_edits_are_forgotten() -> None:
    history = History(PRACTICE)
    for number in range(MOST_EDITS + 50):
        history = renamed(history, f"Name {number}", 10.0 * number)
    assert len(history.edits) == history.position == MOST_EDITS
    assert (history.edits[0].number, history.last_number) == (51, MOST_EDITS + 50)
    while history.undoes:
        history = history.undone()
    assert find_node(history.journey, "n3").name == "Name 49"
    assert history.last_number == 50
    assert replace(history, position=0) == history

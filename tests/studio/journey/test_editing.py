"""Nodes are added, renamed, switched off, weighed, replaced and deleted."""

from dataclasses import replace

from studio.journey.editing import (
    add_choice,
    add_code,
    add_condition,
    add_group,
    add_loop,
    add_step,
    change_node,
    change_settings,
    delete,
    insert,
    rename,
    restore,
    set_made,
    set_next,
    set_weight,
    switch,
)
from studio.journey.made import Made, Uuid
from studio.journey.node import Branch, Choice, Step
from studio.journey.order import Order
from studio.journey.sample import PRACTICE
from studio.journey.spot import Spot, at_end_of, find_node
from studio.journey.tree_changes import find_request
from studio.journey.wait import NoWait
from studio.journey.walk import nodes_of


def test_a_step_is_added_with_its_first_request() -> None:
    edit = add_step(PRACTICE, at_end_of(PRACTICE, "at_end"), "Sign out")
    (step,) = edit.journey.at_end
    assert isinstance(step, Step)
    assert (edit.chosen, len(step.requests)) == ((step.id,), 1)
    assert replace(edit.journey, at_end=(), last_id=0) == PRACTICE
    assert str(edit.sentence) == "Add “Sign out”"


def test_blocks_of_each_kind_are_added() -> None:
    journey = PRACTICE
    for add in (add_loop, add_condition, add_group, add_code):
        journey = add(journey, Spot("once", 0), "New").journey
    edit = add_choice(journey, Spot("once", 0), "New", ("this", "that", "neither"))
    kinds = [it.KIND for it in edit.journey.once]
    assert kinds == ["choice", "code", "group", "condition", "loop", "step"]
    choice = edit.journey.once[0]
    assert isinstance(choice, Choice)
    assert choice.branches[2] == Branch("neither", 33, ())


def test_several_are_inserted_under_new_ids() -> None:
    edit = insert(PRACTICE, Spot("once", 1), PRACTICE.again[:2])
    assert str(edit.sentence) == "Add 2 steps"
    assert edit.chosen == ("n8", "n9")
    assert [it.id for it in edit.journey.once] == ["n1", "n8", "n9"]


def test_deleting_takes_nodes_and_requests() -> None:
    edit = delete(PRACTICE, {"n3", "r3"})
    assert [it.id for it in nodes_of(edit.journey)] == ["n1", "n2", "n4", "n5", "n6"]
    assert str(edit.sentence) == "Delete “GET /static/assets.js, Look at the list”"
    assert delete(PRACTICE, {"gone"}).journey is PRACTICE


def test_typing_in_one_field_merges() -> None:
    first = rename(PRACTICE, "n3", "L")
    other = rename(first.journey, "n4", "L")
    assert first.typing == rename(first.journey, "n3", "Li").typing != other.typing
    assert rename(PRACTICE, "n3", "Look at the list").journey is PRACTICE
    step = find_node(PRACTICE, "n3")
    assert change_node(PRACTICE, replace(step, note="x")).typing == ""
    assert change_node(PRACTICE, replace(step, note="x"), "note").typing == "n3.note"


def test_nodes_and_requests_are_switched_off_and_on() -> None:
    off = switch(PRACTICE, {"n3", "r2"}, is_on=False)
    assert not find_node(off.journey, "n3").is_on
    assert not find_request(off.journey, "r2").is_on
    assert switch(off.journey, {"n3", "r2"}, is_on=True).journey == PRACTICE
    assert switch(PRACTICE, {"n3"}, is_on=True).journey is PRACTICE


def test_weights_and_chains_are_set() -> None:
    assert find_node(set_weight(PRACTICE, "n3", 7).journey, "n3").weight == 7
    assert find_node(set_weight(PRACTICE, "n3", -7).journey, "n3").weight == 0
    assert find_node(set_next(PRACTICE, "n3", (("n4", 1),)).journey, "n3").next == (("n4", 1),)


def test_settings_leave_steps_alone() -> None:
    wanted = replace(PRACTICE, id="J9", again=(), wait=NoWait(), order=Order.CHAIN)
    edit = change_settings(PRACTICE, wanted)
    assert edit.journey == replace(PRACTICE, wait=NoWait(), order=Order.CHAIN)
    assert change_settings(PRACTICE, PRACTICE).journey is PRACTICE
    renamed = change_settings(PRACTICE, replace(PRACTICE, name="Shop"))
    assert str(renamed.sentence) == "Rename the journey to “Shop”"


def test_a_revision_is_brought_back_without_giving_ids_again() -> None:
    later = add_step(PRACTICE, Spot("once", 0), "New").journey
    edit = restore(later, PRACTICE, 1)
    assert edit.journey == replace(PRACTICE, last_id=9)
    assert str(edit.sentence) == "Bring back revision 1"
    assert restore(edit.journey, PRACTICE, 1).journey is edit.journey


def test_what_users_make_up_is_set() -> None:
    made = (Made("who", Uuid()),)
    assert set_made(PRACTICE, made).journey == replace(PRACTICE, made=made)

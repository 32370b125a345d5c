"""Requests are added, replaced, and moved within a step and across steps."""

from dataclasses import replace

import pytest

from studio.journey.body import RawBody
from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.request_edits import (
    add_request,
    change_request,
    move_request_down,
    move_request_up,
    move_requests,
    split_off,
)
from studio.journey.spot import find_node
from studio.journey.wait import ONE_SECOND

A, B, C = (Request(it, "GET", f"/{it}") for it in "abc")
JOURNEY = Journey("J1", "J", (Step("n1", "One", (A, B), wait=ONE_SECOND), Step("n2", "Two", (C,))))


def shape(journey: Journey) -> str:
    """Return the requests of its steps by id."""
    steps = [it for it in journey.again if isinstance(it, Step)]
    return " | ".join("".join(it.id for it in step.requests) for step in steps)


def test_a_request_is_added_at_the_end_or_where_it_is_wanted() -> None:
    edit = add_request(JOURNEY, "n1")
    assert shape(edit.journey) == "abr3 | c"
    assert edit.chosen == ("r3",)
    assert shape(add_request(JOURNEY, "n1", C, 0).journey) == "r3ab | c"
    with pytest.raises(JourneyError):
        add_request(JOURNEY, "gone")


def test_the_sentence_says_what_changed() -> None:
    sent = change_request(JOURNEY, replace(A, body=RawBody("x", "text/plain")))
    assert str(sent.sentence) == "Change what “One” sends"
    typed = change_request(JOURNEY, replace(A, path="/x"), "path")
    assert (str(typed.sentence), typed.typing) == ("Change the address in “One”", "a.path")
    both = change_request(JOURNEY, replace(A, path="/x", method="PUT"))
    assert (str(both.sentence), both.typing) == ("Change a request of “One”", "")
    assert change_request(JOURNEY, replace(A)).journey is JOURNEY


@pytest.mark.parametrize(
    ("ids", "step", "index", "then"),
    [("a", "n2", 0, "b | ac"), ("ac", "n1", 2, "bac | "), ("b", "n1", 0, "ba | c")],
)
def test_requests_move_across_steps(ids: str, step: str, index: int, then: str) -> None:
    assert shape(move_requests(JOURNEY, set(ids), step, index).journey) == then


def test_requests_move_up_and_down_within_their_step() -> None:
    down = move_request_down(JOURNEY, "a")
    assert (shape(down.journey), str(down.sentence)) == ("ba | c", "Move “GET /a” down")
    assert move_request_up(down.journey, "a").journey == JOURNEY
    assert move_request_up(JOURNEY, "a").journey is JOURNEY
    assert move_request_down(JOURNEY, "b").journey is JOURNEY


def test_a_step_is_split_and_waits_after_its_second_half() -> None:
    edit = split_off(JOURNEY, "b", "Half")
    assert shape(edit.journey) == "a | b | c"
    first, second = (find_node(edit.journey, it) for it in ("n1", edit.chosen[0]))
    assert isinstance(first, Step)
    assert isinstance(second, Step)
    assert (first.wait, second.wait, second.name) == (None, ONE_SECOND, "Half")

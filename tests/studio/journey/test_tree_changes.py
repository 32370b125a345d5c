"""Nodes and requests are replaced and taken out, and all else is the same object."""

from dataclasses import replace

import pytest

from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import Group, Step
from studio.journey.request import Request
from studio.journey.tree_changes import (
    find_request,
    names_of,
    step_of,
    taken_out,
    with_node,
    with_request,
    without,
)

HOME, LIST = Request("r1", "GET", "/"), Request("r2", "GET", "/list/17", endpoint="/list/[id]")
A = Step("n1", "A", (HOME, LIST), next=(("n2", 1), ("n3", 2)))
B, C = Step("n2", "B", ()), Step("n3", "C", (Request("r3", "POST", "/"),))
JOURNEY = Journey("J1", "J", again=(A, B), once=(Group("n4", "G", (C,)),))


def test_a_step_is_replaced_and_its_neighbours_are_not() -> None:
    changed = with_node(JOURNEY, replace(B, name="B2"))
    assert changed.again[1].name == "B2"
    assert changed.again[0] is A
    assert changed.once is JOURNEY.once


def test_a_request_is_replaced() -> None:
    changed = with_request(JOURNEY, replace(LIST, path="/list/18"))
    assert find_request(changed, "r2").path == "/list/18"
    assert step_of(changed, "r2").requests[0] is HOME
    assert with_request(JOURNEY, replace(LIST, id="gone")) is JOURNEY


def test_what_is_taken_out_is_forgotten_by_its_chain() -> None:
    changed = without(JOURNEY, {"n2", "r1"})
    (first,) = changed.again
    assert first == replace(A, requests=(LIST,), next=(("n3", 2),))
    assert changed.last_id == 4
    assert taken_out(JOURNEY, {"gone"}) is JOURNEY


def test_requests_are_called_as_in_the_statistics() -> None:
    assert names_of(JOURNEY, {"n1", "r2", "r3"}) == ["POST /", "A", "GET /list/[id]"]


def test_what_is_not_there_is_told_of() -> None:
    with pytest.raises(JourneyError):
        step_of(JOURNEY, "gone")
    with pytest.raises(JourneyError):
        find_request(JOURNEY, "gone")

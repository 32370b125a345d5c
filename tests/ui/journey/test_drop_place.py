"""Where what is dropped comes to stand."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.journey.journey import Journey
from studio.journey.moving import can_move, move
from studio.journey.spot import Spot, spot_of
from studio.journey.walk import nodes_of
from tests.rich_journeys import rich_journeys
from tests.ui.journey.sample_journey import CHECKOUT
from ui.journey.drop_place import DropPlace, is_within, place_below, place_inside, request_place
from ui.journey.line import LineKind
from ui.journey.tree_lines import lines_of

LINES = lines_of(CHECKOUT)
ROWS = {it.key: row for row, it in enumerate(LINES)}


def spot(place: DropPlace | None) -> Spot | None:
    return None if place is None else Spot(place.owner, place.index, place.way)


def test_below_a_step_is_behind_it() -> None:
    assert spot(place_below(LINES, ROWS["n2"], 0)) == Spot("again", 1)


def test_below_a_head_is_the_first_place_in_it() -> None:
    assert spot(place_below(LINES, ROWS["n31"], 0)) == Spot("n31", 0)
    assert spot(place_below(LINES, ROWS["n31/1"], 0)) == Spot("n31", 0, 1)
    assert spot(place_below(LINES, ROWS["at_end"], 0)) == Spot("at_end", 0)


def test_below_the_last_line_of_blocks_the_depth_decides() -> None:
    row = ROWS["n9"]  # in a loop, in the first way of a choice
    assert spot(place_below(LINES, row, 2)) == Spot("n32", 2)
    assert spot(place_below(LINES, row, 1)) == Spot("n31", 3)
    assert spot(place_below(LINES, row, 0)) == Spot("n31", 3), "another way follows"


def test_into_a_block_is_behind_all_that_is_in_it() -> None:
    assert spot(place_inside(LINES, ROWS["n31"])) == Spot("n31", 3)
    assert spot(place_inside(LINES, ROWS["n33/1"])) == Spot("n33", 0, 1)
    assert place_inside(LINES, ROWS["n2"]) is None


def test_requests_go_between_requests_or_into_a_step() -> None:
    lines = lines_of(CHECKOUT, {"n2"})
    rows = {it.key: row for row, it in enumerate(lines)}
    assert spot(request_place(lines, rows["r4"], is_below=True)) == Spot("n2", 2)
    assert spot(request_place(lines, rows["r4"], is_below=False)) == Spot("n2", 1)
    into = request_place(lines, rows["n3"], is_below=False)
    assert into is not None
    assert (into.owner, into.inside) == ("n3", True)
    assert request_place(lines, rows["again"], is_below=True) is None
    assert request_place(lines, rows["n13"], is_below=True) is None, "it is code"


def test_a_block_cannot_be_dropped_into_itself() -> None:
    place = place_below(LINES, ROWS["n8"], 2)
    assert is_within(LINES, place, {"n31"})
    assert is_within(LINES, place, {"n32"})
    assert not is_within(LINES, place, {"n2"})


@dataclass(frozen=True)
class Drag:
    journey: Journey
    dragged: str
    row: int
    depth: int


@st.composite
def drags(draw: st.DrawFn) -> Drag:
    journey = draw(rich_journeys.filter(lambda it: any(True for _ in nodes_of(it))))
    dragged = draw(st.sampled_from([it.id for it in nodes_of(journey)]))
    row = draw(st.integers(0, len(lines_of(journey)) - 1))
    return Drag(journey, dragged, row, draw(st.integers(0, 4)))


@settings(max_examples=25, deadline=None)
@given(drags())
def test_wherever_something_is_dropped_it_can_be_moved_there_or_it_is_refused(drag: Drag) -> None:
    lines = lines_of(drag.journey)
    place = place_below(lines, drag.row, drag.depth)
    there = Spot(place.owner, place.index, place.way)
    allowed = can_move(drag.journey, [drag.dragged], there)
    assert allowed == (not is_within(lines, place, {drag.dragged}))
    if allowed and lines[drag.row].kind is not LineKind.SECTION:
        moved = move(drag.journey, [drag.dragged], there).journey
        assert spot_of(moved, drag.dragged).owner == place.owner

"""From a journey to the lines of its tree."""

from dataclasses import replace

from hypothesis import given, settings

from studio.journey.journey import Journey
from studio.journey.node import Loop, Step, Times
from studio.journey.order import Order
from studio.journey.request import QueryField, Request
from studio.journey.walk import nodes_of, requests_of
from tests.rich_journeys import rich_journeys
from tests.ui.journey.sample_journey import CHECKOUT
from ui.journey.line import Line, LineKind
from ui.journey.tree_lines import address_of, lines_of


def line(lines: tuple[Line, ...], key: str) -> Line:
    return next(it for it in lines if it.key == key)


def test_steps_are_numbered_from_the_top_down_through_all_sections_and_blocks() -> None:
    numbers = [it.number for it in lines_of(CHECKOUT) if it.number]
    assert numbers == list(range(1, 31))


def test_a_loop_around_one_step_is_a_badge_on_it() -> None:
    lines = lines_of(CHECKOUT)
    product = line(lines, "n4")
    assert [str(it) for it in product.badges] == ["×3"]
    assert product.around == "n30"
    assert all(it.key != "n30" for it in lines)


def test_a_loop_that_is_off_is_a_line_of_its_own() -> None:
    loop = Loop("n1", "Loop", Times(2, 2), (Step("n2", "Step", ()),), is_on=False)
    lines = lines_of(Journey("J1", "Visitor", (loop,)))
    assert [it.key for it in lines] == ["once", "again", "n1", "n2", "at_end"]
    assert not line(lines, "n2").is_on


def test_a_step_shows_its_first_request_and_how_many_more_there_are() -> None:
    home = line(lines_of(CHECKOUT), "n2")
    assert (home.method, home.address) == ("GET", "/")
    assert [str(it) for it in home.badges] == ["+2"]
    assert home.is_open is False


def test_an_opened_step_shows_all_its_requests_below_it() -> None:
    lines = lines_of(CHECKOUT, {"n2"})
    row = [it.key for it in lines].index("n2")
    below = lines[row + 1 : row + 4]
    assert [it.address for it in below] == ["/", "/api/teasers", "/api/me"]
    assert {it.kind for it in below} == {LineKind.REQUEST}
    assert {it.parent for it in below} == {row}


def test_each_way_of_a_block_has_its_head_and_a_folded_block_hides_what_is_in_it() -> None:
    lines = lines_of(CHECKOUT)
    assert line(lines, "n31/1").kind is LineKind.WAY
    assert line(lines, "n33/1").node == "n33"
    folded = lines_of(CHECKOUT, {"n31"})
    assert all(it.owner != "n31" for it in folded)
    assert line(folded, "n31").is_open is False


def test_lines_know_where_they_stand_in_the_journey() -> None:
    lines = lines_of(CHECKOUT)
    empty = line(lines, "n10")
    assert (empty.owner, empty.way, empty.index, empty.depth) == ("n31", 1, 0, 1)
    assert lines[empty.parent].key == "n31/1"


def test_rails_end_at_the_last_line_of_a_block() -> None:
    lines = lines_of(CHECKOUT)
    assert line(lines, "n6").rails == (1,)
    assert line(lines, "n32").rails == (2,)
    assert line(lines, "n8").rails == (0, 1)
    assert line(lines, "n9").rails == (0, 2)


def test_the_weight_is_shown_where_it_counts() -> None:
    heavy = Step("n1", "Step", (), weight=3)
    drawn = lines_of(Journey("J1", "Visitor", (heavy,), order=Order.WEIGHTED))
    assert [str(it) for it in line(drawn, "n1").badges] == ["weight 3"]
    assert line(lines_of(Journey("J1", "Visitor", (heavy,))), "n1").badges == ()


def test_what_stands_in_a_block_that_is_off_is_off() -> None:
    (block,) = [it for it in CHECKOUT.again if it.id == "n31"]
    lines = lines_of(Journey("J1", "Visitor", (replace(block, is_on=False),)))
    assert not any(line(lines, it).is_on for it in ("n31", "n31/1", "n6", "n10"))


def test_an_address_shows_its_fields_that_are_sent() -> None:
    fields = (QueryField("q", "boots"), QueryField("page", "2", is_on=False))
    assert address_of(Request("r1", "GET", "/search", fields)) == "/search?q=boots"


@settings(max_examples=20, deadline=None)
@given(rich_journeys)
def test_every_node_and_request_has_its_line_and_every_line_its_parent(journey: Journey) -> None:
    turned = {it.id for it in nodes_of(journey) if isinstance(it, Step)}
    lines = lines_of(journey, turned)
    known = {it.node for it in lines} | {it.around for it in lines}
    assert {it.id for it in nodes_of(journey)} <= known
    opened = {it.node for it in lines if it.kind is LineKind.STEP and it.is_open}
    for step in nodes_of(journey):
        if step.id in opened and isinstance(step, Step):
            assert {it.id for it in step.requests} <= known
    assert len(list(requests_of(journey))) >= sum(it.kind is LineKind.REQUEST for it in lines)
    assert all(it.parent < row for row, it in enumerate(lines))
    assert len({it.key for it in lines}) == len(lines)

"""Wires beside the lines."""

from collections.abc import Collection, Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from ui.journey.wire_lanes import LANES, Lanes, Strand, Wire, other_end

ROWS = {f"r{row}": row for row in range(30)}


def lay_wires(
    wires: Sequence[Wire], rows: Mapping[str, int], chosen: Collection[int]
) -> tuple[dict[int, tuple[Strand, ...]], int]:
    lanes = Lanes(wires, rows, chosen)
    found = {row: lanes.at(row) for row in range(30)}
    return {row: strands for row, strands in found.items() if strands}, lanes.count


def wire(name: str, *rows: int) -> Wire:
    taken, *used = (f"r{row}" for row in rows)
    return Wire(name, (taken,), tuple(used))


def test_a_wire_goes_from_where_it_is_taken_to_its_last_use() -> None:
    strands, lanes = lay_wires([wire("token", 1, 3, 4)], ROWS, [])
    assert lanes == 1
    assert sorted(strands) == [1, 2, 3, 4]
    assert strands[1] == (Strand("token", 0, 0, False, False, True, "dot"),)
    assert strands[2][0].mark == ""
    assert strands[3][0].mark == "ring"
    assert strands[4] == (Strand("token", 0, 0, False, True, False, "ring"),)


def test_wires_that_meet_have_lanes_of_their_own_and_others_share_one() -> None:
    strands, lanes = lay_wires([wire("a", 0, 3), wire("b", 2, 5), wire("c", 4, 6)], ROWS, [])
    assert lanes == 2
    assert {it.variable: it.lane for row in strands.values() for it in row} == {
        "a": 0,
        "b": 1,
        "c": 0,
    }


def test_the_wires_of_the_chosen_line_are_marked() -> None:
    strands, _ = lay_wires([wire("a", 0, 3), wire("b", 2, 5)], ROWS, [3])
    assert [it.is_mine for it in strands[2]] == [True, False]


def test_what_is_taken_and_never_used_has_no_wire() -> None:
    assert lay_wires([Wire("a", ("r1",), ())], ROWS, []) == ({}, 0)
    assert lay_wires([Wire("a", (), ("r1",))], ROWS, []) == ({}, 0)


def test_where_all_lanes_are_taken_only_a_chosen_wire_is_drawn() -> None:
    many = [wire(f"v{number}", 0, 10) for number in range(LANES)]
    late = wire("late", 3, 8)
    _, lanes = lay_wires([*many, late], ROWS, [])
    assert lanes == LANES
    strands, lanes = lay_wires([*many, late], ROWS, [8])
    assert lanes == LANES + 1
    assert "late" in {it.variable for it in strands[5]}


def test_from_one_end_one_gets_to_the_next() -> None:
    token = wire("token", 1, 3, 4)
    assert other_end(token, ROWS, 1) == 3
    assert other_end(token, ROWS, 3) == 4
    assert other_end(token, ROWS, 4) == 1
    assert other_end(token, ROWS, 2) is None
    assert other_end(Wire("a", ("r1",), ("r1",)), ROWS, 1) is None


@given(
    st.lists(st.lists(st.integers(0, 29), min_size=2, max_size=5, unique=True), max_size=12),
    st.sets(st.integers(0, 29), max_size=2),
)
def test_no_two_wires_share_a_lane_at_a_row(rows: list[list[int]], chosen: set[int]) -> None:
    wires = [wire(f"v{number}", *it) for number, it in enumerate(rows)]
    strands, lanes = lay_wires(wires, ROWS, chosen)
    for row in strands.values():
        assert len({it.lane for it in row}) == len(row)
        assert all(it.lane < lanes for it in row)

"""A process counts which way its requests went."""

from studio.child.load.lane.lane_counts import LaneCounts


def test_the_three_ways_are_told_in_order() -> None:
    counts = LaneCounts()
    assert counts.all() == (0, 0, 0)
    counts.plain += 3
    counts.handed_over += 2
    counts.passed_by += 1
    assert counts.all() == (3, 2, 1)

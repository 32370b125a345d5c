"""A line of the tree."""

from ui.journey.line import Line, LineKind


def test_what_is_moved_with_a_line_is_the_block_that_is_a_badge_on_it() -> None:
    line = Line("n1", LineKind.STEP, "n1", "again", 0, 0, 0, 0)
    assert line.whole == "n1"
    inside = Line("n1", LineKind.STEP, "n1", "again", 0, 0, 0, 0, around="n9")
    assert inside.whole == "n9"

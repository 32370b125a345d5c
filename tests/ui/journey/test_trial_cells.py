from studio.journey.take import JsonPlace
from studio.phrase import Phrase
from studio.trial.difference import Difference, DifferenceKind
from ui.journey.trial_cells import LOOKS, meaning_cell, side_text, value_cell

SAYS = Phrase("trial", "missing")


def test_every_kind_has_a_look_of_its_own_symbol() -> None:
    assert LOOKS.keys() == {*DifferenceKind}


def test_a_value_that_is_not_there_is_a_dash_without_a_ground() -> None:
    line = Difference("a", "1", None, DifferenceKind.MISSING, SAYS, JsonPlace(("a",)))
    assert value_cell(line, is_now=False).tone == "warn"
    assert value_cell(line, is_now=True).tone == ""
    assert side_text(line, is_now=True) == "a: –"


def test_nothing_a_server_said_turns_the_direction() -> None:
    line = Difference("a\u202e", "\x1b[2J", "x" * 1000, DifferenceKind.SAME, SAYS)
    assert side_text(line, is_now=False) == "a\\u202e: \\x1b[2J"
    assert len(side_text(line, is_now=True)) < 400
    assert meaning_cell(line, str).text == "missing"

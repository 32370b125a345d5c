"""What was read, as the tree and the inspector show it."""

from studio.journey.inspection import inspect
from studio.journey.places import Where
from studio.journey.problem import Problem, Severity
from studio.journey.wires import wires_of
from studio.phrase import Phrase
from tests.ui.journey.sample_journey import CHECKOUT
from ui.journey.reading_words import (
    drawn_wires,
    marks_of,
    problem_lines,
    tones_of,
    variable_lines,
)


def test_each_variable_that_is_taken_has_a_wire_to_its_uses() -> None:
    found = {it.variable: (it.taken, it.used) for it in drawn_wires(wires_of(CHECKOUT))}
    assert found["token"] == (("r2",), ("r8", "r9"))
    assert found["product_id"] == (("r6",), ("r7", "r8"))
    assert found["order_id"] == (("r9",), ("r10",))
    assert "words.term" not in found


def test_a_step_is_marked_by_the_worst_of_its_requests() -> None:
    doubt = Problem(Where("n1", "r1"), Severity.WARNING, Phrase("journey", "hm"))
    bad = Problem(Where("n1", "r2"), Severity.ERROR, Phrase("journey", "no"))
    marks = marks_of([doubt, bad], str)
    assert (marks["n1"].text, marks["n1"].is_bad) == ("no", True)
    assert (marks["r1"].text, marks["r1"].is_bad) == ("hm", False)


def test_problems_lead_to_their_place_and_offer_their_repairs() -> None:
    problems = inspect(CHECKOUT)
    lines = problem_lines(problems)
    assert len(lines) == len(problems)
    assert all(line.place for line in lines)
    assert any(line.repairs for line in lines)


def test_variables_have_the_colour_of_their_wire() -> None:
    found = wires_of(CHECKOUT)
    tones = tones_of(drawn_wires(found))
    lines = {it.name: it for it in variable_lines(found, {"n1": "Sign in"}, tones)}
    assert lines["token"].uses == 2
    assert lines["token"].tone == tones["token"]
    assert lines["token"].place == "r2"
    assert lines["words.term"].tone == "text3"

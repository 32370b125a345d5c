"""What became of a source is told in its order."""

from studio.importer.carried_over import CarryingOver, Outcome
from studio.phrase import Phrase


def test_all_that_is_noted_is_kept_in_order_and_found_by_outcome() -> None:
    notes = CarryingOver()
    notes.imported("a", Phrase("x", "Request"))
    notes.left_out("b", Phrase("x", "Script"), Phrase("x", "It is code."))
    notes.adapted("c", Phrase("x", "Body"), Phrase("x", "It was cut."))
    noted = notes.noted + notes.noted
    assert [entry.place for entry in noted.entries] == ["a", "b", "c"] * 2
    assert [str(entry.reason) for entry in noted.of(Outcome.LEFT_OUT)] == ["It is code."] * 2

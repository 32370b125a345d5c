"""Which variables travel."""

from tests.ui.journey.sample_journey import CHECKOUT
from ui.journey.wire_reading import wires_of


def test_each_variable_that_is_taken_has_a_wire_to_its_uses() -> None:
    found = {it.variable: (it.taken, it.used) for it in wires_of(CHECKOUT)}
    assert found["token"] == (("r2",), ("r8", "r9"))
    assert found["product_id"] == (("r6",), ("r7", "r8"))
    assert found["order_id"] == (("r9",), ("r10",))
    assert "words.term" not in found

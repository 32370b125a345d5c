"""What is known around a node, for its pane."""

from studio.journey.data_file import DataFile
from studio.journey.inspection import inspect
from studio.journey.order import Order
from studio.journey.problem import Known
from studio.journey.wires import Wiring
from studio.locustfile.source_map import MappedSource, SourcePlace
from tests.ui.journey.sample_journey import CHECKOUT
from ui.journey.around_words import Read, around_journey, around_node
from ui.journey.pane.desk import Around
from ui.journey.tree_lines import lines_of

NUMBERS = {"n5": 5, "r8": 5, "n7": 7, "r9": 7}


def around(known: Known | None = None) -> Around:
    wiring = Wiring()
    read = Read(
        wiring.wires(CHECKOUT),
        inspect(CHECKOUT),
        wiring.names(CHECKOUT),
        MappedSource("class X:\n    def pay(self):\n        pass\n", (SourcePlace("n7", 2, 3),)),
    )
    return around_journey(CHECKOUT, read, known or Known(), NUMBERS, str)


def test_variables_columns_and_secrets_complete() -> None:
    words = DataFile("D1", "words", ("term",), 1, "0")
    names = {it.name: it.detail for it in around(Known(data_files=(words,))).completions}
    assert names["token"] == "taken in “Sign in”, from POST /login"  # noqa: S105  # no password
    assert "column of" in names["words.term"]
    assert names["secret.shop_password"] == "secret"  # noqa: S105  # it is the word for one


def test_variables_say_where_they_are_used_and_have_the_colour_of_their_wire() -> None:
    found = around()
    assert found.used["token"] == "used in step 5, 7"  # noqa: S105  # no password
    assert set(found.colours) >= {"token", "order_id"}
    assert found.problems
    assert found.code["n7"] == "def pay(self):\n    pass"


def test_a_node_knows_its_number_and_its_neighbours() -> None:
    line = next(it for it in lines_of(CHECKOUT) if it.key == "n7")
    found = around_node(around(), CHECKOUT, line)
    assert found.number == "7"
    assert [name for _, name in found.neighbours] == ["Check out", "Pay", "Wait for the parcel"]
    assert found.order is Order.IN_ORDER

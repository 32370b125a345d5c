"""Placeholders of other tools become pieces; what is none stays text."""

from hypothesis import given

from studio.importer.placeholders import names_in, replaced, with_pieces
from studio.journey.template import Variable, put_together
from tests.strategies import texts


def test_placeholders_become_pieces() -> None:
    found = with_pieces("a {{ b }}{{c-d}} {{}} {e}", lambda name: Variable(name.replace("-", "_")))
    assert found == ("a ", Variable("b"), Variable("c_d"), " {{}} {e}")
    assert list(names_in("{{ b }}{{c}}")) == ["b", "c"]


def test_known_names_are_replaced() -> None:
    assert replaced("{{a}}{{b}}", {"a": "1"}.get) == "1{{b}}"


@given(texts)
def test_a_text_comes_back(text: str) -> None:
    shown = with_pieces(text, lambda _: "*")
    assert isinstance(shown, str)
    assert put_together(shown) is not None

"""Variables are called what an engineer would have called them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.template import Variable
from studio.journey.variable_naming import snake, variable_name
from tests.strategies import texts


@pytest.mark.parametrize(
    ("candidates", "noun", "name"),
    [
        (["X-CSRF-Token"], "", "csrf_token"),
        (["__VIEWSTATE"], "", "viewstate"),
        (["id"], "orders", "order_id"),
        (["uuid", "product"], "products", "product"),
        (["id"], "", "id"),
        (["value"], "blob", "blob_id"),
        ([""], "", "value"),
        (["state"], "", "the_state"),
        (["9lives"], "", "the_9_lives"),
        (["ETag"], "", "etag"),
    ],
)
def test_names_come_from_what_values_are_called(
    candidates: list[str], noun: str, name: str
) -> None:
    assert variable_name(candidates, noun, set()) == name


def test_a_taken_name_gets_a_number() -> None:
    taken: set[str] = set()
    assert [variable_name(["csrf"], "", taken) for _ in range(3)] == ["csrf", "csrf_2", "csrf_3"]


@given(st.lists(texts, max_size=2), texts)
def test_any_name_is_one_a_variable_may_have(candidates: list[str], noun: str) -> None:
    assert Variable(variable_name(candidates, noun, set())).column == ""


def test_words_are_told_apart() -> None:
    assert snake("orderID2") == "order_id_2"

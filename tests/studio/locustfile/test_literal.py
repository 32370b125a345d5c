"""A literal means its value, and nothing that follows it."""

import ast
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.locustfile.layout import lay_out, prefixed
from studio.locustfile.literal import literal, number_literal, text_literal
from tests.strategies import texts


@given(texts)
def test_a_text_is_read_back_as_itself(text: str) -> None:
    source = text_literal(text)
    assert ast.literal_eval(source) == text
    assert source.isprintable()


def test_a_text_stands_in_the_quotes_that_need_fewer_escapes() -> None:
    assert text_literal("it's") == '"it\'s"'
    assert text_literal('say "x"') == "'say \"x\"'"
    assert text_literal("""'"'""") == '''"'\\"'"'''


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_read_back_as_itself(number: float) -> None:
    assert ast.literal_eval(number_literal(number)) == number


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_number_without_a_literal_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="no literal"):
        number_literal(number)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
        lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
        max_leaves=20,
    )
)
def test_a_value_is_read_back_as_itself_over_any_number_of_lines(value: object) -> None:
    source = "\n".join(lay_out(prefixed("", literal(value)), 0))
    if "inf" not in source:
        assert ast.literal_eval(source) == value

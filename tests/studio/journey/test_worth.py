"""Words, dates and the like are issued by nobody."""

import pytest

from studio.journey.worth import bits_of, is_word, may_be_issued, shape_of


@pytest.mark.parametrize(
    "value",
    [
        *("", "x", "true", "XMLHttpRequest", "en-US", "fr", "2026-03-14", "2026-03-14T10:00:00Z"),
        *("10:30", "1.2.3", "9.5", "v2", "application/json", "https://shop.test", "blue-shoes"),
        *("blue shoes", "tester", "index.html", "#ff0000", "12px", "/a/page", "---"),
    ],
)
def test_dull_values_are_left_alone(value: str) -> None:
    assert not may_be_issued(value, "q")


@pytest.mark.parametrize(
    "value",
    ["42", "lVVxVrIkiMHSBITiv-AE", "7b1c2d3e-1111-4222-8333-944445555666", "a/b3c4d5", '"e8f1"'],
)
def test_other_values_may_be_issued(value: str) -> None:
    assert may_be_issued(value, "q")


def test_a_word_may_be_issued_where_its_name_says_so() -> None:
    assert may_be_issued("correcthorse", "csrf_token")


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("eyJhbGciOi.eyJzdWIi.abc", "JWT"),
        ("7b1c2d3e-1111-4222-8333-944445555666", "UUID"),
        ("123", "number"),
        ("0123456789abcdef", "hex"),
        ("aB3/aB3+aB3/aB3+", "base64"),
        ("hello", ""),
    ],
)
def test_shapes_are_told(value: str, shape: str) -> None:
    assert shape_of(value) == shape


def test_chance_is_counted_in_bits() -> None:
    assert bits_of("aaaaaaaa") == 0
    assert 19 < bits_of("123456") < 20
    assert bits_of("0123456789abcdef") == 64
    assert not is_word("aB" * 30)

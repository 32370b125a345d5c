"""Lines as people type them."""

from collections.abc import Callable

import pytest

from studio.errors import StudioError
from studio.journey.typed_line import (
    list_text,
    number_between,
    number_text,
    optional,
    read_filled,
    read_list,
    read_method,
    read_pattern,
    read_statuses,
    read_variable,
    statuses_text,
)

READ: list[tuple[Callable[[str], object], str, object]] = [
    (read_statuses, "200, 304 2XX", ((200, 304), (2,))),
    (read_statuses, "404 404", ((404,), ())),
    (read_variable, " order_id ", "order_id"),
    (read_variable, "{{order_id}}", "order_id"),
    (read_pattern, r'id="(\d+)"', r'id="(\d+)"'),
    (read_method, " purge", "PURGE"),
    (read_filled, "a", "a"),
    (number_between(0, 10), "2,5", 2.5),
    (optional(number_between(0, 10)), " ", None),
    (optional(number_between(0, 10)), "10", 10.0),
    (read_list, "a, b,,a , c d", ("a", "b", "c d")),
]

WRONG: list[tuple[Callable[[str], object], str]] = [
    (read_statuses, ""),
    (read_statuses, "600"),
    (read_statuses, "ok"),
    (read_variable, ""),
    (read_variable, "1a"),
    (read_variable, "accounts.name"),
    (read_pattern, "("),
    (read_pattern, ""),
    (read_pattern, "a" * 3000),
    (read_method, "GET /"),
    (read_filled, "  "),
    (number_between(0, 10), "11"),
    (number_between(0, 10), "nan"),
    (number_between(0, 10), ""),
]


@pytest.mark.parametrize(("read", "line", "value"), READ)
def test_a_line_is_read(read: Callable[[str], object], line: str, value: object) -> None:
    assert read(line) == value


@pytest.mark.parametrize(("read", "line"), WRONG)
def test_what_cannot_be_is_refused_in_a_sentence(read: Callable[[str], object], line: str) -> None:
    with pytest.raises(StudioError):
        read(line)


def test_what_is_written_is_read_again() -> None:
    statuses = ((200, 304), (4, 5))
    assert read_statuses(statuses_text(statuses)) == statuses
    assert read_list(list_text(("a", "b c"))) == ("a", "b c")
    assert number_between(0, 1)(number_text(0.1)) == 0.1
    assert number_text(None) == ""

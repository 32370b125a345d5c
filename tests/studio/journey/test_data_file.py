"""A data file has names that code and every file system can hold."""

import pytest

from studio.journey.data_file import AtEnd, DataFile, DataFileError, RowUse, is_column_name


@pytest.mark.parametrize("name", ["", "Accounts", "a.b", "secret", "nul", "com1", "../x", "a" * 41])
def test_a_name_that_could_mean_something_else_is_refused(name: str) -> None:
    with pytest.raises(DataFileError, match="cannot be the name"):
        DataFile("D1", name, ("a",), 1, "0")


@pytest.mark.parametrize("columns", [(), ("",), ("it's",), ("a{b",), ("a\\",), ("a\n",), (" a",)])
def test_a_column_that_code_would_have_to_escape_is_refused(columns: tuple[str, ...]) -> None:
    with pytest.raises(DataFileError, match="column"):
        DataFile("D1", "accounts", columns, 1, "0")


def test_columns_may_be_words_of_any_language() -> None:
    assert all(map(is_column_name, ("username", "first name", "prénom", "اسم", "#1", "a:b")))


def test_only_rows_in_turn_are_ever_used_up() -> None:
    ending = [
        (rows, at_end)
        for rows in RowUse
        for at_end in AtEnd
        if DataFile("D1", "a", ("b",), 1, "0", rows, at_end).is_used_up
    ]
    assert ending == [(RowUse.OWN, AtEnd.STOP_USER), (RowUse.NEXT, AtEnd.STOP_USER)]

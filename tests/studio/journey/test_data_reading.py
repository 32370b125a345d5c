"""Tables are read as people have them, and written so that Python's own reader agrees."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey import data_reading
from studio.journey.data_file import DataFileError, is_column_name
from studio.journey.data_reading import Table, first_rows, read_table, sha256_of

cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(cells, min_size=width, max_size=width).map(tuple), min_size=1, max_size=5
    ).map(lambda rows: Table(tuple(f"c{n}" for n in range(width)), tuple(rows)))
)


@given(tables)
def test_every_cell_is_read_back_by_pythons_own_reader(table: Table) -> None:
    rows = list(csv.DictReader(io.StringIO(table.to_csv(), newline=""), restval=""))
    assert [tuple(row.values()) for row in rows] == list(table.rows)


@given(tables)
def test_what_is_written_is_read(table: Table) -> None:
    assert read_table(table.to_csv().encode()) == table


def test_its_first_rows_are_read_from_the_top() -> None:
    content = Table(("a", "b"), (("1", "x\ny"), ("2", ""), ("3", ","))).to_csv()
    assert first_rows(content, 2) == (("1", "x\ny"), ("2", ""))
    assert len(first_rows(content, 20)) == 3


@given(tables)
def test_a_list_of_objects_is_a_table_too(table: Table) -> None:
    objects = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert read_table(json.dumps(objects).encode()) == table


def test_a_table_saved_by_a_spreadsheet_is_read() -> None:
    assert read_table("name;amount\r\nZoé;1,5\r\n".encode("utf-8-sig")) == Table(
        ("name", "amount"), (("Zoé", "1,5"),)
    )
    assert read_table("a\tb\n1\t2\n".encode("utf-16")).rows == (("1", "2"),)


def test_numbers_of_json_stay_as_they_are_written() -> None:
    table = read_table(b'[{"card": 4111111111111111111111, "x": 1.10, "y": null, "z": [true]}]')
    assert table.rows == (("4111111111111111111111", "1.10", "", "[true]"),)


def test_columns_lose_what_code_could_not_hold() -> None:
    table = read_table(b"Customer's name, id ,,id,{x}\n1,2,3,4,5\n")
    assert table.columns == ("Customers name", "id", "column_3", "id_4", "x")
    assert all(map(is_column_name, table.columns))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"a,b\n", "no rows"),
        (b"a,b\n1\n", "row 1 has 1 cells"),
        (b"[1, 2]", "no list of objects"),
        (b"[", "no table"),
        (b'[{"a": "\\ud800"}]', "half a character"),
        (b"a\n\xff\n", "UTF-8"),
        (b"a\n" + b"x" * 100_001, "characters"),
        (b"[" * 100_000, "no table"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(DataFileError, match=reason):
        read_table(content)


def test_a_file_that_would_fill_the_project_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_reading, "LARGEST_BYTES", 3 << 20)
    with pytest.raises(DataFileError, match="more than 3 MB"):
        read_table(b"a\n" + b"1\n" * (2 << 20))


def test_content_is_known_by_its_sum() -> None:
    assert sha256_of("a\r\n1\r\n") != sha256_of("a\r\n2\r\n")

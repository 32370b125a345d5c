"""Tables from CSV and JSON as people have them → one plain CSV."""

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, cast

from studio.journey.data_file import DataFileError, is_column_name
from studio.phrase import Phrase

LARGEST_BYTES = 64 * 1024 * 1024
_MOST_COLUMNS = 200
_LONGEST_CELL = 100_000
_DELIMITERS = ",;\t|"
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with named columns; every cell is a text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def to_csv(self) -> str:
        """Return the table as CSV: a heading, commas, quotes where needed (RFC 4180)."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return text.getvalue()


def first_rows(content: str, count: int) -> tuple[tuple[str, ...], ...]:
    """Return so many rows from the top of a table kept as CSV, without its heading."""
    rows = csv.reader(io.StringIO(content, newline=""))
    return tuple(tuple(row) for row in islice(rows, 1, count + 1))


def sha256_of(content: str) -> str:
    """Return the sum by which the content of a data file is known."""
    return hashlib.sha256(content.encode()).hexdigest()


def read_table(content: bytes) -> Table:
    """Return the table in a CSV file with a heading, or in a JSON list of objects.

    Names of columns lose what code could not hold without an escape, such as quotes; missing and
    repeated ones get a number.

    Raises:
        DataFileError: It is too large, no text, no such table, or has no rows.
    """
    if len(content) > LARGEST_BYTES:
        raise DataFileError(
            Phrase("data", "The file has more than {limit} MB.").of(limit=LARGEST_BYTES >> 20),
            remedy=Phrase("data", "Keep the rows one run needs; users begin again at the top."),
        )
    text = _decoded(content)
    names, rows = _read_json(text) if text.lstrip().startswith(("[", "{")) else _read_csv(text)
    table = Table(_columns(names), tuple(rows))
    _refuse_impossible(table)
    return table


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataFileError(
            Phrase("data", "The file is no text in UTF-8: byte {position} does not fit.").of(
                position=error.start
            ),
            remedy=Phrase("data", "Save it again as “CSV UTF-8”."),
        ) from error


def _read_csv(text: str) -> tuple[Sequence[str], Iterable[tuple[str, ...]]]:
    heading = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=heading.count)
    try:
        rows = [
            row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row
        ]
    except csv.Error as error:
        raise _no_table(str(error)) from error
    if not rows:
        raise _no_table("it is empty")
    for number, row in enumerate(rows[1:], start=1):
        if len(row) != len(rows[0]):
            raise _no_table(f"row {number} has {len(row)} cells, not {len(rows[0])}")
    return rows[0], map(tuple, rows[1:])


def _read_json(text: str) -> tuple[Sequence[str], Iterable[tuple[str, ...]]]:
    try:
        # Numbers stay as they are written: a card number is no float.
        found: Any = json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as error:
        raise _no_table(str(error)) from error
    items = cast("list[Any]", found) if isinstance(found, list) else [found]
    if not all(isinstance(item, dict) for item in items):
        raise _no_table("it is no list of objects")
    objects = cast("list[dict[str, Any]]", items)
    names = list(dict.fromkeys(key for item in objects for key in item))
    return names, (tuple(_cell(item.get(name)) for name in names) for item in objects)


def _cell(value: Any) -> str:  # noqa: ANN401  # JSON is untyped
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _columns(names: Iterable[str]) -> tuple[str, ...]:
    taken: list[str] = []
    for number, name in enumerate(names, start=1):
        kept = "".join(letter for letter in name if letter == " " or is_column_name(letter))
        clean = kept.strip()[:80].strip() or f"column_{number}"
        again = sum(other == clean for other in taken)
        taken.append(f"{clean}_{number}" if again else clean)
    return tuple(taken)


def _refuse_impossible(table: Table) -> None:
    if not table.rows or not table.columns:
        raise _no_table("it has no rows")
    if len(set(table.columns)) < len(table.columns) or len(table.columns) > _MOST_COLUMNS:
        raise _no_table(f"its {len(table.columns)} columns cannot be told apart")
    if any(len(cell) > _LONGEST_CELL for row in table.rows for cell in row):
        raise _no_table(f"a cell has more than {_LONGEST_CELL} characters")
    if any(_SURROGATE.search(cell) for row in table.rows for cell in row):
        raise _no_table("it holds half a character")


def _no_table(reason: str) -> DataFileError:
    return DataFileError(
        Phrase("data", "There is no table in this file: {reason}.").of(reason=reason[:200]),
        remedy=Phrase("data", "It must be a CSV file with a heading, or a JSON list of objects."),
    )

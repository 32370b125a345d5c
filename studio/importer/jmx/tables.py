"""CSV data sets of a plan → tables, where their file was chosen beside it."""

import csv
import io
import re

from studio.errors import StudioError
from studio.importer.imported import ImportedTable
from studio.importer.jmx.parts import Part
from studio.importer.jmx.reading import Reading
from studio.importer.source import LARGEST_TEXT_BYTES, Source
from studio.journey.data_file import AtEnd, RowUse, is_data_file_name
from studio.journey.data_reading import read_table
from studio.phrase import Phrase

_TAB = ("\\t", "\t")
_NO_LETTER = re.compile(r"[^a-z0-9_]+")


def table_of(
    part: Part, beside: tuple[Source, ...], taken: set[str], reading: Reading
) -> ImportedTable | None:
    """Return the table of a data set; its columns feed the variables of the plan.

    What cannot be read, or was not chosen beside the plan, is noted.
    """
    path = reading.expressions.value(part.text("filename"), part.name).replace("\\", "/")
    file = path.rpartition("/")[2]
    what = Phrase("importer", "Table {file}").of(file=file[:200])
    source = next((it for it in beside if it.name.lower() == file.lower()), None)
    if source is None:
        reason = Phrase("importer", "Choose the file together with the plan, or add it as data.")
        reading.notes.left_out(part.name, what, reason)
        return None
    try:
        content = _content(part, source)
        columns = read_table(content).columns
    except (StudioError, csv.Error):
        reason = Phrase("importer", "It cannot be read as a table.")
        reading.notes.left_out(part.name, what, reason)
        return None
    name = _free(_name(file), taken)
    taken.add(name)
    reading.variables.columns(name, columns)
    reading.notes.imported(part.name, what)
    is_used_up = part.text("recycle", "true") == "false"
    return ImportedTable(name, content, RowUse.NEXT, AtEnd.STOP_USER if is_used_up else AtEnd.AGAIN)


def _content(part: Part, source: Source) -> bytes:
    """Return the table with a heading and commas."""
    names = part.text("variableNames").strip()
    delimiter = part.text("delimiter", ",") or ","
    delimiter = "\t" if delimiter in _TAB else delimiter
    text = source.text(LARGEST_TEXT_BYTES)
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter[:1]))
    if names:
        if part.flag("ignoreFirstLine"):
            rows = rows[1:]
        heading = [it.strip() for it in names.split(",")]
        rows = [heading, *([*row, *[""] * len(heading)][: len(heading)] for row in rows if row)]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode()


def _name(file: str) -> str:
    name = _NO_LETTER.sub("_", file.lower().rpartition(".")[0] or file.lower()).strip("_")[:36]
    return name if is_data_file_name(name) else "data"


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name

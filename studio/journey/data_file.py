"""DataFile: a table that feeds variables, and how its rows are handed out."""

import re
from dataclasses import dataclass
from enum import StrEnum

from studio.errors import StudioError
from studio.journey.template import HOST_PREFIX, SECRET_PREFIX
from studio.phrase import Phrase

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_COLUMN = re.compile(r"""[^{}'"\\\x00-\x1f]{1,100}""")
_OF_THE_SYSTEM = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Windows opens a device for a file of such a name, whatever follows it."""


class DataFileError(StudioError):
    """A table that cannot feed variables."""


class RowUse(StrEnum):
    """Who gets which row."""

    OWN = "own"
    """Each user one row, for as long as it lives; no two users at once have the same."""

    NEXT = "next"
    """Each pass the next row, all users of all workers together."""

    ANY = "any"
    """Each pass a row at random."""


class AtEnd(StrEnum):
    """What happens when every row has been handed out; rows at random never end."""

    AGAIN = "again"
    """From the top."""

    STOP_USER = "stop_user"
    """A user for whom no row is left stops; a run without users ends."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A table that feeds variables; what stands in it is kept apart, by its sum."""

    id: str
    """Within its project, for example `D1`."""

    name: str
    """As in `{{accounts.username}}`; once only in its project."""

    columns: tuple[str, ...]

    row_count: int
    """Without the heading, at least 1."""

    sha256: str
    """Of the table as CSV, in hexadecimal."""

    rows: RowUse = RowUse.OWN
    at_end: AtEnd = AtEnd.AGAIN

    def __post_init__(self) -> None:
        if not is_data_file_name(self.name):
            raise DataFileError(
                Phrase("data", "“{name}” cannot be the name of a data file.").of(
                    name=self.name[:100]
                ),
                remedy=Phrase("data", "Use up to 40 small letters, digits and _."),
            )
        if not self.columns or not all(map(is_column_name, self.columns)):
            raise DataFileError(
                Phrase("data", "“{name}” has a column without a usable name.").of(name=self.name),
                remedy=Phrase("data", "Use names without quotes, braces and backslashes."),
            )

    @property
    def is_used_up(self) -> bool:
        """Whether its rows come to an end in a run."""
        return self.rows is not RowUse.ANY and self.at_end is AtEnd.STOP_USER

    @property
    def file_name(self) -> str:
        """What it is called beside a locustfile."""
        return f"{self.name}.csv"


def is_data_file_name(name: str) -> bool:
    """Return whether a data file may be called so."""
    is_word = _NAME.fullmatch(name) is not None and name not in (SECRET_PREFIX, HOST_PREFIX)
    return is_word and _OF_THE_SYSTEM.fullmatch(name) is None


def is_column_name(name: str) -> bool:
    """Return whether a column may be called so: it must pass through code without an escape."""
    return _COLUMN.fullmatch(name) is not None and name.isprintable() and name == name.strip()

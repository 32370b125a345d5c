"""Words and commands of a pasted command line; nothing in it is ever run or expanded."""

from dataclasses import dataclass

from studio.errors import FileFormatError
from studio.phrase import Phrase

MOST_WORDS = 5_000


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a command, its quotes undone."""

    text: str

    expansions: tuple[str, ...] = ()
    """What a shell would have replaced, such as `$USER`; it stands in the text as it was."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a pasted text."""

    words: tuple[Word, ...]

    line: int
    """Where it begins, from 1."""

    source: str
    """As it was pasted, with the sign before it where that is `|`."""

    stdin: str | None = None
    """What a here-document gives to it."""


def refuse_long(count: int) -> None:
    """Refuse a command of so many words.

    Raises:
        FileFormatError: They are too many.
    """
    if count > MOST_WORDS:
        raise FileFormatError(
            Phrase("importer", "A command has more than {count} words.").of(count=MOST_WORDS),
            remedy=Phrase("importer", "See whether a quote was left open."),
        )

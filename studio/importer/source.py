"""Source: a file, or a pasted text, that is to be read."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from studio.errors import FileFormatError
from studio.phrase import Phrase

BEGINNING_BYTES = 65_536
"""By so much of it a format is told."""

LARGEST_TEXT_BYTES = 100_000_000
"""What is read at once is no larger."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, or a pasted text, that is to be read."""

    name: str
    """As its user knows it; of a file, its name without folders. Empty: it was pasted."""

    path: Path | None = None
    pasted: bytes = b""

    beside: "tuple[Source, ...]" = ()
    """Files that were chosen together with it."""

    @property
    def size_bytes(self) -> int:
        """How large it is."""
        return len(self.pasted) if self.path is None else self.path.stat().st_size

    def open(self) -> BinaryIO:
        """Return its bytes, to be read from the start and closed.

        Raises:
            FileFormatError: The file cannot be read.
        """
        if self.path is None:
            return io.BytesIO(self.pasted)
        try:
            return self.path.open("rb")
        except OSError as error:
            raise FileFormatError(
                Phrase("importer", "{file} cannot be read: {reason}").of(
                    file=self.name, reason=error.strerror or str(error)
                ),
                remedy=Phrase("importer", "See whether it is there and may be read."),
            ) from error

    def beginning(self) -> bytes:
        """Return its first bytes; of a folder, how a collection of Postman begins, if it is one.

        Raises:
            FileFormatError: The file cannot be read.
        """
        if self.path is not None and self.path.is_dir():
            is_collection = any(self.path.rglob("*.request.y*ml"))
            return b"$kind: collection\n" if is_collection else b""
        with self.open() as file:
            return file.read(BEGINNING_BYTES)

    def text(self, most_bytes: int = LARGEST_TEXT_BYTES) -> str:
        """Return all of it as text: UTF-8 or UTF-16, with or without a mark at its beginning.

        Raises:
            FileFormatError: It is larger, cannot be read, or is no text.
        """
        with self.open() as file:
            content = file.read(most_bytes + 1)
        if len(content) > most_bytes:
            raise FileFormatError(
                Phrase("importer", "{file} has more than {limit} MB.").of(
                    file=self.name, limit=most_bytes // 1_000_000
                ),
                remedy=Phrase("importer", "Split it, or leave out what no journey needs."),
            )
        return decoded(content, self.name)


def source_of_file(path: Path, beside: "tuple[Source, ...]" = ()) -> Source:
    """Return a file as a source."""
    return Source(path.name, path, beside=beside)


def decoded(content: bytes, name: str) -> str:
    """Return bytes as text: UTF-8 or UTF-16, with or without a mark at the beginning.

    Raises:
        FileFormatError: They are no text.
    """
    try:
        return content.decode(encoding_of(content))
    except UnicodeDecodeError as error:
        raise FileFormatError(
            Phrase("importer", "{file} is no text in UTF-8: byte {position} does not fit.").of(
                file=name, position=error.start
            ),
            remedy=Phrase("importer", "Save it again as UTF-8."),
        ) from error


def encoding_of(content: bytes) -> str:
    """Return the encoding a text's first bytes speak for."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    if content[1:2] == b"\x00" and content[:1] != b"\x00":
        return "utf-16-le"
    if content[:1] == b"\x00" and content[1:2] not in {b"", b"\x00"}:
        return "utf-16-be"
    return "utf-8-sig"

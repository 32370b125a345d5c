"""JsonStream: a large JSON file read piece by piece; only the piece being looked at is in memory.

Where a value ends is found by one regular expression over bytes, and each piece is
then read by the standard library's own reader: 300 MB/s where strings are long.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from studio.errors import FileFormatError
from studio.phrase import Phrase

_CHUNK_BYTES = 1 << 20
_STRING = rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"'
_TO_BRACKET = re.compile(rb'(?:[^"{}\[\]]*+' + _STRING + rb')*+[^"{}\[\]]*+[{}\[\]]', re.DOTALL)
_WHOLE_STRING = re.compile(_STRING, re.DOTALL)
_NEXT = re.compile(rb"[^\s,:]")
_PLAIN = re.compile(rb"[^\s,:{}\[\]\"]++")
_DEPTHS = {ord("{"): 1, ord("["): 1, ord("}"): -1, ord("]"): -1}
LARGEST_PIECE_BYTES = 128 << 20
_DEEPEST = 200
"""Brackets within brackets; a recording has seven."""


class BrokenJsonError(FileFormatError):
    """A file that is no JSON, ends too early, or has a part that is too large or too deep."""


class JsonStream:
    """A JSON document in a file, walked from its beginning."""

    def __init__(self, file: BinaryIO, start: int = 0) -> None:
        """Begin at a byte of a file."""
        file.seek(start)
        self._file = file
        self._buffer = b""
        self._at = 0
        self._before = start
        """How many bytes of the file lie before the buffer."""

    @property
    def position(self) -> int:
        """The byte of the file that comes next."""
        return self._before + self._at

    def keys(self) -> Iterator[str]:
        """Yield the keys of the object that begins here; each value is read before the next.

        Raises:
            BrokenJsonError: No object begins here, or it does not go on as one.
        """
        self._expect(b"{")
        while self._peek() != b"}":
            key = self.value()
            if not isinstance(key, str):
                raise _broken(self.position)
            yield key
        self._at += 1

    def items(self) -> Iterator[None]:
        """Yield once for each item of the list that begins here; it is read before the next.

        Raises:
            BrokenJsonError: No list begins here, or it does not go on as one.
        """
        self._expect(b"[")
        while self._peek() != b"]":
            yield
        self._at += 1

    def value(self) -> Any:  # noqa: ANN401  # JSON is untyped
        """Return the value that begins here.

        Raises:
            BrokenJsonError: It is none, or too large, or ends too early.
        """
        return loads(self.piece())

    def piece(self) -> bytes:
        """Return the value that begins here as it is written."""
        first = self._peek()
        if first in (b"{", b"["):
            length = self._length_of_nested()
        elif first == b'"':
            length = self._length_to(_WHOLE_STRING)
        else:
            length = self._length_of_plain()
        found = self._buffer[self._at : self._at + length]
        self._at += length
        return found

    def starts_with(self, mark: bytes) -> bool:
        """Return whether the next value begins so."""
        return self._peek() == mark

    def _expect(self, mark: bytes) -> None:
        if self._peek() != mark:
            raise _broken(self.position)
        self._at += 1

    def _peek(self) -> bytes:
        """Go to the next value or bracket and return its first byte."""
        while (found := _NEXT.search(self._buffer, self._at)) is None:
            self._at = len(self._buffer)
            if not self._more():
                raise _broken(self.position)
        self._at = found.start()
        return found[0]

    def _length_of_nested(self) -> int:
        depth = length = 0
        while True:
            length = self._length_to(_TO_BRACKET, length)
            depth += _DEPTHS[self._buffer[self._at + length - 1]]
            if depth == 0:
                return length
            if depth > _DEEPEST:
                raise _broken(self.position + length)

    def _length_to(self, pattern: re.Pattern[bytes], past: int = 0) -> int:
        """Return where a pattern ends, from here on; the buffer is filled as needed.

        Args:
            pattern: What must follow.
            past: How many bytes from here on are known already.
        """
        while (found := pattern.match(self._buffer, self._at + past)) is None:
            if len(self._buffer) - self._at > LARGEST_PIECE_BYTES or not self._more():
                raise _broken(self.position)
        return found.end() - self._at

    def _length_of_plain(self) -> int:
        while True:
            found = _PLAIN.match(self._buffer, self._at)
            if found is None:
                raise _broken(self.position)
            if found.end() < len(self._buffer) or not self._more():
                return found.end() - self._at

    def _more(self) -> bool:
        """Read on, more the more is unfinished, and drop what was walked; False at the end."""
        kept = self._buffer[self._at :]
        self._before += self._at
        self._at = 0
        read = self._file.read(max(_CHUNK_BYTES, len(kept)))
        self._buffer = kept + read
        return bool(read)


def loads(piece: bytes) -> Any:  # noqa: ANN401  # JSON is untyped
    """Return a JSON value from bytes; what is no UTF-8 in them is replaced.

    Raises:
        BrokenJsonError: It is none.
    """
    try:
        return json.loads(piece.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise BrokenJsonError(
            Phrase("recording", "A part of this file is no JSON: {reason}").of(
                reason=str(error)[:200]
            ),
            remedy=Phrase("recording", "Save it again from the program that made it."),
        ) from error


def _broken(position: int) -> BrokenJsonError:
    return BrokenJsonError(
        Phrase("recording", "This file is no JSON, or ends too early: byte {position}.").of(
            position=position
        ),
        remedy=Phrase("recording", "Save it again from the program that made it."),
    )

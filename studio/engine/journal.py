"""The frames of a run's journal: what was written stays readable, whatever happened to the rest.

An engine appends one frame a second and is asked nothing back, so the journal must be sound after a
kill at any instant, a full disk and a damaged sector. A frame is

    mark (4 bytes) | number | length | CRC-32 of number, length and payload | payload

with little-endian 32-bit numbers. Frames are numbered from 0 without gaps, so a reader can say
which ones are missing; the mark lets it find the next sound frame behind a damaged place.
"""

import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from studio.failpoint import failpoint

MARK = b"\xf0SWJ"
"""Begins every frame. It is not valid UTF-8, so no payload of text can contain it."""

LARGEST_PAYLOAD_BYTES = 16 << 20

_HEADER = struct.Struct("<4sIII")
_CHECKED = struct.Struct("<II")


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame read back."""

    number: int
    payload: bytes
    end: int
    """Offset of the first byte behind it."""


def encode(number: int, payload: bytes) -> bytes:
    """Return the bytes of one frame."""
    checksum = zlib.crc32(payload, zlib.crc32(_CHECKED.pack(number, len(payload))))
    return _HEADER.pack(MARK, number, len(payload), checksum) + payload


def read(data: bytes) -> Iterator[Frame]:
    """Yield every sound frame of a journal, oldest first, and skip whatever is not one.

    A missing number means that many frames are lost. Bytes behind the last frame's `end` are a
    frame that was being written when its writer died.
    """
    at = data.find(MARK)
    while at >= 0:
        frame = _frame_at(data, at)
        if frame:
            yield frame
        at = data.find(MARK, frame.end if frame else at + 1)


def read_file(path: Path) -> Iterator[Frame]:
    """Yield every sound frame of the journal at a path, as `read` does."""
    return read(path.read_bytes())


def _frame_at(data: bytes, at: int) -> Frame | None:
    if at + _HEADER.size > len(data):
        return None
    _, number, length, checksum = _HEADER.unpack_from(data, at)
    end = at + _HEADER.size + length
    if length > LARGEST_PAYLOAD_BYTES or end > len(data):
        return None
    payload = data[at + _HEADER.size : end]
    if zlib.crc32(payload, zlib.crc32(_CHECKED.pack(number, length))) != checksum:
        return None
    return Frame(number, payload, end)


class JournalWriter:
    """Appends frames to a journal; used by one process at a time."""

    def __init__(self, path: Path) -> None:
        """Open the journal for appending, and cut off a frame that was never finished."""
        last = Frame(-1, b"", 0)
        if path.exists():
            for last in read(path.read_bytes()):  # noqa: B007  # the last one is wanted
                pass
        self._next = last.number + 1
        self._end = last.end
        path.touch(mode=0o600)
        self._file = path.open("r+b", buffering=0)
        self._cut()

    def append(self, payload: bytes) -> int:
        """Write one frame through to the disk and return its number.

        Raises:
            OSError: The frame could not be written whole; the journal is as it was before.
        """
        data = encode(self._next, payload)
        try:
            failpoint("journal.append")
            written = self._file.write(data)
            if written != len(data):
                raise OSError(f"only {written} of {len(data)} bytes were written")
            os.fsync(self._file.fileno())
        except OSError:
            self._cut()
            raise
        failpoint("journal.appended")
        self._end += len(data)
        self._next += 1
        return self._next - 1

    def close(self) -> None:
        """Write nothing more."""
        self._file.close()

    def _cut(self) -> None:
        self._file.truncate(self._end)
        self._file.seek(self._end)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

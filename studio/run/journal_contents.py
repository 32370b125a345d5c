"""A journal as it was found → what of it can be believed, and whether anything is missing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.engine.journal import Frame, read_file
from studio.engine.journal_header import JournalHeader, parse_header
from studio.engine.load_messages import (
    MESSAGES,
    LoadMessage,
    Row,
    SecondAmended,
    SecondMeasured,
)
from studio.errors import ProtocolError
from studio.measurement.measurement import Endpoint, Measurement
from studio.run.reading import read_rows, read_starts

_LONGEST_RUN_S = 7 * 24 * 3600


@dataclass(frozen=True, slots=True)
class JournalContents:
    """What a run's journal holds."""

    header: JournalHeader | None
    """None in a journal that has lost it."""

    messages: tuple[LoadMessage, ...]
    """In order; seconds that are missing are missing."""

    is_whole: bool
    """Whether nothing is known to be lost. An end that was never written cannot be missed."""


NOTHING_FOUND = JournalContents(None, (), is_whole=False)
"""What there is where a journal should be and is not."""


def read_journal(path: Path) -> JournalContents:
    """Return what a journal holds; whatever is damaged in it is left out.

    Raises:
        OSError: The file cannot be read.
    """
    return contents_of(read_file(path))


def contents_of(frames: Iterator[Frame]) -> JournalContents:
    """Return what sound frames hold, as `read_journal` does."""
    reading = _Reading()
    for frame in frames:
        reading.take(frame)
    return JournalContents(reading.header, tuple(reading.messages), reading.found_all)


def sound_rows(
    at_s: int, rows: Sequence[Row], endpoints: Mapping[int, Endpoint]
) -> tuple[Measurement, ...]:
    """Return the rows of one second as measurements, as `read_rows` does, but refuse none.

    A row whose endpoint's name was lost keeps its numbers under a name that says so. A row that is
    damaged is left out.
    """
    named = _Named(endpoints)
    return tuple(it for row in rows for it in _sound_row(at_s, row, named))


def _sound_row(at_s: int, row: Row, endpoints: Mapping[int, Endpoint]) -> tuple[Measurement, ...]:
    try:
        return read_rows(at_s, (row,), endpoints)
    except ProtocolError:
        return ()  # its numbers are missing in the sum, which the run's own total then shows


class _Named(dict[int, Endpoint]):
    """Endpoints by number; one whose name was lost has its number for a name."""

    def __missing__(self, number: int) -> Endpoint:
        return Endpoint("?", f"(name lost, {number})")


class _Reading:
    """Takes frames in the order of their places and keeps what can be believed."""

    def __init__(self) -> None:
        self.header: JournalHeader | None = None
        self.messages: list[LoadMessage] = []
        self._is_whole = True
        self._next_frame = 0
        self._next_s = 0
        self._gaps: set[int] = set()
        self._missing = 0
        """Frames that are gone since the last second: so many seconds may be gone with them."""

    @property
    def found_all(self) -> bool:
        """Whether there was something, and nothing of it was missing."""
        return self._is_whole and self._next_frame > 0

    def take(self, frame: Frame) -> None:
        """Take the next frame."""
        if frame.number < self._next_frame:
            self._is_whole = False  # its number has been seen: not written by an engine
            return
        self._miss(frame.number - self._next_frame)
        self._next_frame = frame.number + 1
        header = parse_header(frame.payload) if frame.number == 0 else None
        if header is not None:
            self.header = header
            return
        try:
            self._keep(MESSAGES.decode(frame.payload.decode()))
        except (ProtocolError, UnicodeDecodeError):
            self._miss(1)

    def _keep(self, message: LoadMessage) -> None:
        match message:
            case SecondMeasured(at_s=at_s):
                gap = at_s - self._next_s
                if not 0 <= gap <= self._missing or at_s >= _LONGEST_RUN_S:
                    self._miss(1)
                    return
                self._gaps.update(range(self._next_s, at_s))
                self._next_s, self._missing = at_s + 1, 0
            case SecondAmended(at_s=at_s) if not 0 <= at_s < self._next_s or at_s in self._gaps:
                self._miss(1)
                return
            case _:
                pass
        self.messages.append(self._sound(message))

    def _sound(self, message: LoadMessage) -> LoadMessage:
        """Return the message without starts that cannot be read."""
        if isinstance(message, SecondMeasured | SecondAmended) and message.starts is not None:
            try:
                read_starts(message.starts)
            except ProtocolError:
                self._miss(1)
                return replace(message, starts=None)
        return message

    def _miss(self, frames: int) -> None:
        self._missing += frames
        self._is_whole = self._is_whole and not frames

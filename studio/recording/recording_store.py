"""Recordings in the project file: without their secrets, and packed."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from studio.database.project_file import ProjectFile
from studio.progress import Progress
from studio.recording.exchange import (
    Answer,
    Exchange,
    Headers,
    Hidden,
    Page,
    Recording,
    SentRequest,
)
from studio.recording.redacting import redacted
from studio.typed_json import read, write

_LEVEL = 6


@dataclass(frozen=True, slots=True)
class _Head:
    """All of a recording but its exchanges."""

    name: str
    producer: str
    pages: tuple[Page, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    """An exchange as it is kept: a body is text, what is no UTF-8 in it replaced."""

    at_s: float
    took_s: float
    method: str
    address: str
    headers: Headers = ()
    body: str = ""
    answer: Answer | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class _Stored:
    document: str
    count: int


@dataclass(frozen=True, slots=True)
class _Packed:
    content: bytes


@dataclass(frozen=True, slots=True)
class _Known:
    id: str


class RecordingStore:
    """The recordings of one project; belongs to the thread that opened the project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def add(self, recording: Recording, made_at: str, sha256: str, progress: Progress) -> str:
        """Keep a recording, without its secrets, and return its id.

        Args:
            recording: The recording.
            made_at: On the wall clock, UTC, ISO 8601.
            sha256: Of the file it comes from.
            progress: How far it is.

        Raises:
            CancelledError: It was cancelled; nothing was kept.
        """
        numbers = (int(it.id[1:]) for it in self._file.rows(_Known, "SELECT id FROM recording"))
        recording_id = f"C{max(numbers, default=0) + 1}"
        head = _Head(
            recording.name,
            recording.producer,
            recording.pages,
            recording.hidden,
            recording.sites,
        )
        count = len(recording.exchanges)
        with self._file.atomic():
            self._file.execute(
                "INSERT INTO recording VALUES (?, ?, ?, ?, ?)",
                recording_id,
                made_at,
                sha256,
                json.dumps(write(head)),
                count,
            )
            for number, exchange in enumerate(redacted(recording)):
                progress.reach(number / count)
                sql = "INSERT INTO recording_exchange VALUES (?, ?, ?)"
                self._file.execute(sql, recording_id, number, _packed(exchange))
        return recording_id

    def read(self, recording_id: str) -> Recording | None:
        """Return a recording; None where there is none of that id."""
        sql = "SELECT document, count FROM recording WHERE id = ?"
        row = next(self._file.rows(_Stored, sql, recording_id), None)
        if row is None:
            return None
        head: _Head = read(_Head, json.loads(row.document))
        exchanges = _KeptExchanges(self._file, recording_id, row.count)
        return Recording(head.name, head.producer, exchanges, head.pages, head.hidden, head.sites)


class _KeptExchanges(Sequence[Exchange]):
    """The exchanges of a recording in a project file, read where they lie."""

    def __init__(self, file: ProjectFile, recording_id: str, count: int) -> None:
        self._file = file
        self._id = recording_id
        self._count = count

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Exchange: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Exchange]: ...
    def __getitem__(self, index: int | slice) -> Exchange | Sequence[Exchange]:
        if isinstance(index, slice):
            return [self[number] for number in range(self._count)[index]]
        number = range(self._count)[index]
        sql = "SELECT content FROM recording_exchange WHERE recording_id = ? AND number = ?"
        (row,) = self._file.rows(_Packed, sql, self._id, number)
        return _unpacked(number, row.content)


def _packed(exchange: Exchange) -> bytes:
    request = exchange.request
    kept = _Kept(
        exchange.at_s,
        exchange.took_s,
        request.method,
        request.address,
        request.headers,
        request.text,
        exchange.answer,
        exchange.page,
    )
    text = json.dumps(write(kept), ensure_ascii=False)
    return zlib.compress(text.encode("utf-8", "replace"), _LEVEL)


def _unpacked(number: int, content: bytes) -> Exchange:
    kept: _Kept = read(_Kept, json.loads(zlib.decompress(content)))
    request = SentRequest(kept.method, kept.address, kept.headers, kept.body.encode())
    return Exchange(number, kept.at_s, kept.took_s, request, kept.answer, kept.page)

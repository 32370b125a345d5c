"""HAR files → a journey: what a browser has recorded, with its values taken from answers."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from studio.errors import FileFormatError
from studio.importer.har_report import report_on
from studio.importer.hiding import Hiding
from studio.importer.hiding_recorded import hide_in_journey
from studio.importer.imported import Imported, ImportedFile, ImportedRecording
from studio.importer.importer import Format, Importer
from studio.importer.source import Source, encoding_of
from studio.journey.applying import apply_found
from studio.journey.building import build_journey
from studio.journey.correlation import correlate
from studio.journey.journey import RecordingRef
from studio.journey.walk import requests_of
from studio.phrase import Phrase
from studio.progress import Progress
from studio.recording.exchange import Exchange, Recording
from studio.recording.har import read_har
from studio.recording.redirects import fold_redirects
from studio.recording.slimming import without_texts
from studio.scenario.target import Target

LARGEST_BYTES = 2_000_000_000
_CHUNK_BYTES = 1 << 20
_LARGEST_BESIDE_BYTES = 20_000_000
_UTF_8 = "utf-8-sig"


def _knows(name: str, beginning: str) -> bool:
    start = beginning.lstrip("\ufeff \t\r\n")
    if not start.startswith("{"):
        return False
    return name.endswith(".har") or (
        '"log"' in start[:2000] and ('"entries"' in start or '"creator"' in start)
    )


def read_har_source(source: Source, progress: Progress) -> Imported:
    """Return what a HAR file holds as one journey, with its recording.

    Raises:
        FileFormatError: It is none, is broken, or nothing in it can be sent again.
        CancelledError: It was cancelled.
    """
    if source.size_bytes > LARGEST_BYTES:
        raise _too_large(source)
    source = _in_utf_8(source)
    recording = read_har(
        source.open, source.name, progress.part(0.0, 0.3), source.size_bytes, _beside(source)
    )
    if not recording.exchanges:
        raise _nothing_in(recording)
    exchanges = without_texts(recording, progress.part(0.3, 0.4))
    return _imported(recording, exchanges, _sum_of(source, progress), progress.part(0.4, 1.0))


def _imported(
    recording: Recording, exchanges: Sequence[Exchange], sha256: str, progress: Progress
) -> Imported:
    built = build_journey(recording, exchanges, _title(recording.name))
    requests = tuple(requests_of(built.journey))
    began = fold_redirects(exchanges)
    found = correlate(requests, recording.exchanges, began, progress)
    hiding = Hiding()
    journey = hide_in_journey(apply_found(built.journey, found), hiding)
    made_on = datetime.fromtimestamp(max(exchanges[0].at_s, 0.0), UTC).date().isoformat()
    return Imported(
        (replace(journey, recording=RecordingRef("", made_on, sha256)),),
        targets=(Target("T1", built.hosts[0][1], built.hosts),),
        attachments=tuple(ImportedFile(name, content) for name, content in built.files),
        secrets=hiding.secrets,
        recordings=(ImportedRecording(recording, sha256),),
        carried_over=report_on(recording, exchanges, built, journey),
    )


def _title(name: str) -> str:
    stem = name.removesuffix(".json").removesuffix(".har").strip()
    return stem[:80] or "Recording"


def _in_utf_8(source: Source) -> Source:
    """Return a source whose text is UTF-8: a file in UTF-16 is read whole."""
    if encoding_of(source.beginning()) == _UTF_8:
        return source
    return Source(source.name, pasted=source.text().lstrip("\ufeff").encode(), beside=source.beside)


def _beside(source: Source) -> "_Beside":
    return _Beside(source.path.parent if source.path else None)


class _Beside:
    """Finds files beside a file, and nowhere else."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def __call__(self, name: str) -> bytes | None:
        if self._folder is None or Path(name).name != name:
            return None
        path = self._folder / name
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST_BESIDE_BYTES:
            return None
        return path.read_bytes()


def _sum_of(source: Source, progress: Progress) -> str:
    total = hashlib.sha256()
    with source.open() as file:
        for chunk in _chunks(file):
            progress.reach(0.4)
            total.update(chunk)
    return total.hexdigest()


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK_BYTES):
        yield chunk


def _too_large(source: Source) -> FileFormatError:
    return FileFormatError(
        Phrase("importer", "{file} has more than {limit} MB.").of(
            file=source.name, limit=LARGEST_BYTES // 1_000_000
        ),
        remedy=Phrase("importer", "Record a shorter visit."),
    )


def _nothing_in(recording: Recording) -> FileFormatError:
    count = sum(it.count for it in recording.hidden)
    return FileFormatError(
        Phrase("importer", "Nothing in {file} can be sent again.").of(file=recording.name),
        meaning=Phrase(
            "importer", "%n request(s) were pictures, other sites or without an answer.", "", 1
        ).of(n=count),
        remedy=Phrase("importer", "Record the visit again, and save it “as HAR with content”."),
    )


HAR = Importer(Format.HAR, _knows, read_har_source)

"""HAR 1.2 → Recording: read once from end to end, then piece by piece where it lies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, cast, overload

from studio.errors import FileFormatError
from studio.phrase import Phrase
from studio.progress import Progress
from studio.recording.exchange import Exchange, Page, Recording
from studio.recording.filtering import (
    HiddenReason,
    Seen,
    count_hidden,
    own_sites,
    reason_to_hide,
    seen_of,
)
from studio.recording.har_entry import Beside, exchange_of, time_of
from studio.recording.json_stream import BrokenJsonError, JsonStream, loads

MOST_ENTRIES = 200_000
_BOM = b"\xef\xbb\xbf"

Opener = Callable[[], BinaryIO]
"""Returns the file, open at its beginning; called again each time a part is read."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One entry, as far as it must be known before all are."""

    at_s: float
    place: int
    length: int
    seen: Seen


@dataclass(slots=True)
class _Log:
    """What a file holds."""

    has_entries: bool = False
    producer: str = ""
    entries: list[_Found] = field(default_factory=list[_Found])
    pages: list[Page] = field(default_factory=list[Page])


class HarExchanges(Sequence[Exchange]):
    """The exchanges of a HAR file, read where they lie each time they are asked for."""

    def __init__(self, opener: Opener, places: Sequence[tuple[int, int]], beside: Beside) -> None:
        """Look at a file.

        Args:
            opener: Opens it.
            places: For each exchange, in order, the byte its entry begins at and its length.
            beside: Finds files beside it.
        """
        self._opener = opener
        self._places = places
        self._beside = beside

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Exchange: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Exchange]: ...
    def __getitem__(self, index: int | slice) -> Exchange | Sequence[Exchange]:
        if isinstance(index, slice):
            return [self[number] for number in range(len(self))[index]]
        number = range(len(self))[index]
        place, length = self._places[number]
        with self._opener() as file:
            file.seek(place)
            return exchange_of(loads(file.read(length)), number, self._beside)


def no_files_beside(name: str) -> bytes | None:  # noqa: ARG001
    """Find nothing: the file stands alone."""
    return None


def read_har(
    opener: Opener,
    name: str,
    progress: Progress,
    size_bytes: int,
    beside: Beside = no_files_beside,
) -> Recording:
    """Return a HAR file as a recording, without what no journey needs.

    Args:
        opener: Opens the file; a text in UTF-8, with or without a mark at its beginning.
        name: What its user calls it.
        progress: How far it is.
        size_bytes: Of the file.
        beside: Finds files beside it.

    Raises:
        FileFormatError: It is no HAR file, or a broken one.
        CancelledError: It was cancelled.
    """
    with opener() as file:
        log = _read_log(file, progress, size_bytes)
    if not log.has_entries:
        raise _no_har(name)
    entries = sorted(log.entries, key=lambda it: it.at_s)
    sites = own_sites([it.seen for it in entries])
    reasons = [reason_to_hide(it.seen, sites) for it in entries]
    kept = [it for it, reason in zip(entries, reasons, strict=True) if reason is None]
    hidden: list[tuple[HiddenReason, str]] = [
        (reason, it.seen.address) for it, reason in zip(entries, reasons, strict=True) if reason
    ]
    places = [(it.place, it.length) for it in kept]
    return Recording(
        name=name,
        producer=log.producer,
        exchanges=HarExchanges(opener, places, beside),
        pages=tuple(sorted(log.pages, key=lambda it: it.at_s)),
        hidden=count_hidden(hidden),
        sites=sites,
    )


def _read_log(file: BinaryIO, progress: Progress, size_bytes: int) -> _Log:
    log = _Log()
    stream = JsonStream(file, len(_BOM) if file.read(3) == _BOM else 0)
    for key in stream.keys():  # noqa: SIM118  # it is no mapping
        if key == "log" and stream.starts_with(b"{"):
            for part in stream.keys():  # noqa: SIM118
                _read_part(stream, part, log, lambda: progress.reach(stream.position / size_bytes))
        else:
            stream.piece()
    return log


def _read_part(stream: JsonStream, part: str, log: _Log, tell: Callable[[], None]) -> None:
    match part:
        case "entries" if stream.starts_with(b"["):
            log.has_entries = True
            for _ in stream.items():
                tell()
                _read_entry(stream, log)
        case "pages" if stream.starts_with(b"["):
            log.pages = [_page(stream.value()) for _ in stream.items()]
        case "creator" | "browser":
            log.producer = _producer(stream.value()) or log.producer
        case _:
            stream.piece()


def _read_entry(stream: JsonStream, log: _Log) -> None:
    piece = stream.piece()
    entry = loads(piece)
    if not isinstance(entry, dict):
        return
    seen = seen_of(exchange_of(cast("object", entry), 0, no_files_beside))
    at_s = time_of(cast("dict[str, Any]", entry))
    log.entries.append(_Found(at_s, stream.position - len(piece), len(piece), seen))
    if len(log.entries) > MOST_ENTRIES:
        raise BrokenJsonError(
            Phrase("recording", "This recording has more than {limit} requests.").of(
                limit=MOST_ENTRIES
            ),
            remedy=Phrase("recording", "Record a shorter visit."),
        )


def _page(given: object) -> Page:
    page = cast("dict[str, Any]", given) if isinstance(given, dict) else {}
    return Page(str(page.get("id", "")), str(page.get("title", "")), time_of(page))


def _producer(given: object) -> str:
    told = cast("dict[str, Any]", given) if isinstance(given, dict) else {}
    return " ".join(str(told[key])[:40] for key in ("name", "version") if told.get(key))


def _no_har(name: str) -> FileFormatError:
    return FileFormatError(
        Phrase("recording", "{file} is no HAR file: there are no entries in it.").of(file=name),
        remedy=Phrase("recording", "Save the network log of your browser “as HAR with content”."),
    )

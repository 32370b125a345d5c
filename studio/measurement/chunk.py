"""One minute of one endpoint and outcome as three small blobs, and back.

`seconds` are count, sum, min, max and bytes of 60 seconds as 64-bit columns; `histogram` is the
whole minute's, which summaries read; `fine` is the same by second, for windows that do not begin
on a minute. Columns that barely change and packed counts are what zlib is good at.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from studio.measurement.histogram import Histogram, merge
from studio.measurement.packing import PackingError, pack, unpack

MINUTE_S = 60
_COLUMNS = 5
_LENGTH_BYTES = 4
_FAST = 1
"""zlib's quickest level: 2 % larger than its best, and ten times quicker."""


@dataclass(frozen=True, slots=True)
class ChunkSecond:
    """One second of a chunk."""

    response_time: Histogram
    received_bytes: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """A minute of measurements, packed."""

    seconds: bytes
    histogram: bytes
    fine: bytes


def pack_chunk(seconds: Mapping[int, ChunkSecond]) -> Chunk:
    """Return the seconds of a minute, by their number in it (0 to 59), as a chunk."""
    columns = array("q", bytes(8 * _COLUMNS * MINUTE_S))
    fine = bytearray()
    for second, measured in sorted(seconds.items()):
        times = measured.response_time
        numbers = (times.total, times.sum_us, times.min_us, times.max_us, measured.received_bytes)
        for column, number in enumerate(numbers):
            columns[column * MINUTE_S + second] = number
        packed = pack(times.counts)
        fine += len(packed).to_bytes(_LENGTH_BYTES, "little") + packed
    minute = merge(measured.response_time for measured in seconds.values())
    return Chunk(
        zlib.compress(_little_endian(columns).tobytes(), _FAST),
        zlib.compress(pack(minute.counts), _FAST),
        zlib.compress(bytes(fine), _FAST),
    )


def unpack_chunk(chunk: Chunk) -> dict[int, ChunkSecond]:
    """Return the seconds that had requests, by their number in the minute.

    Raises:
        PackingError: The chunk is damaged.
    """
    try:
        columns = array("q", zlib.decompress(chunk.seconds))
        fine = zlib.decompress(chunk.fine)
    except (zlib.error, ValueError) as error:
        raise PackingError(str(error)) from error
    if len(columns) != _COLUMNS * MINUTE_S:
        raise PackingError("a minute has 60 seconds")
    columns = _little_endian(columns)
    used = [second for second in range(MINUTE_S) if columns[second]]
    return dict(zip(used, _seconds(columns, used, _split(fine)), strict=True))


def unpack_minute(seconds: bytes, histogram: bytes) -> Histogram:
    """Return the whole minute of a chunk from two of its blobs, without its seconds.

    Raises:
        PackingError: The chunk is damaged.
    """
    try:
        columns = array("q", zlib.decompress(seconds))
        counts = unpack(zlib.decompress(histogram))
    except (zlib.error, ValueError) as error:
        raise PackingError(str(error)) from error
    if len(columns) != _COLUMNS * MINUTE_S:
        raise PackingError("a minute has 60 seconds")
    columns = _little_endian(columns)
    totals, sums, lowest, highest, _ = (
        columns[at : at + MINUTE_S] for at in range(0, len(columns), MINUTE_S)
    )
    if sum(totals) != sum(counts.values()):
        raise PackingError("a minute whose counts do not add up")
    least = min((us for us, total in zip(lowest, totals, strict=True) if total), default=0)
    return Histogram(counts, sum(sums), least, max(highest))


def _seconds(
    columns: "array[int]", used: Iterable[int], packed: Iterator[bytes]
) -> Iterator[ChunkSecond]:
    for second, counts in zip(used, packed, strict=True):
        total, sum_us, min_us, max_us, received = columns[second::MINUTE_S]
        times = Histogram(unpack(counts), sum_us, min_us, max_us)
        if times.total != total:
            raise PackingError("a second whose counts do not add up")
        yield ChunkSecond(times, received)


def _split(fine: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(fine):
        begin = at + _LENGTH_BYTES
        at = begin + int.from_bytes(fine[at:begin], "little")
        yield fine[begin:at]


def _little_endian(columns: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        columns = array("q", columns)
        columns.byteswap()
    return columns

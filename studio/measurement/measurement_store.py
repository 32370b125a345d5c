"""Measurements in the project file, in chunks of a minute."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studio.database.project_file import ProjectFile
from studio.measurement.chunk import (
    MINUTE_S,
    Chunk,
    ChunkSecond,
    pack_chunk,
    unpack_chunk,
    unpack_minute,
)
from studio.measurement.histogram import Histogram, Tally, merge
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.outcome import Outcome


@dataclass(frozen=True, slots=True)
class _Stored:
    method: str
    name: str
    outcome: Outcome
    minute: int
    seconds: bytes
    histogram: bytes
    fine: bytes


@dataclass(frozen=True, slots=True)
class _Minute:
    method: str
    name: str
    outcome: Outcome
    seconds: bytes
    histogram: bytes


class MeasurementStore:
    """What the runs of one project measured; belongs to the thread that opened the file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def add(self, run_number: int, measurements: Iterable[Measurement]) -> None:
        """Keep all that a run measured; call it once a run, inside `atomic`."""
        chunks: defaultdict[tuple[Endpoint, Outcome, int], dict[int, ChunkSecond]]
        chunks = defaultdict(dict)
        for it in measurements:
            minute, second = divmod(it.at_s, MINUTE_S)
            seconds = chunks[it.endpoint, it.outcome, minute]
            seconds[second] = _joined(seconds.get(second), it)
        numbers = {
            endpoint: number
            for number, endpoint in enumerate(dict.fromkeys(key[0] for key in chunks))
        }
        self._file.add(
            "endpoint",
            (
                {"run_number": run_number, "number": n, "method": it.method, "name": it.name}
                for it, n in numbers.items()
            ),
        )
        self._file.add(
            "measurement_chunk",
            (
                {
                    "run_number": run_number,
                    "endpoint": numbers[endpoint],
                    "outcome": outcome,
                    "minute": minute,
                    **_blobs(pack_chunk(seconds)),
                }
                for (endpoint, outcome, minute), seconds in chunks.items()
            ),
        )

    def of_run(self, run_number: int) -> Iterator[Measurement]:
        """Yield all that a run measured, a minute and within it an endpoint at a time."""
        sql = (
            "SELECT e.method, e.name, c.outcome, c.minute, c.seconds, c.histogram, c.fine"
            " FROM measurement_chunk c JOIN endpoint e"
            " ON e.run_number = c.run_number AND e.number = c.endpoint"
            " WHERE c.run_number = ? ORDER BY c.minute, c.endpoint, c.outcome"
        )
        for row in self._file.rows(_Stored, sql, run_number):
            chunk = Chunk(row.seconds, row.histogram, row.fine)
            endpoint = Endpoint(row.method, row.name)
            for second, measured in unpack_chunk(chunk).items():
                at_s = row.minute * MINUTE_S + second
                times, received = measured.response_time, measured.received_bytes
                yield Measurement(at_s, endpoint, row.outcome, times, received)

    def totals_of_run(self, run_number: int) -> dict[tuple[Endpoint, Outcome], Histogram]:
        """Return the response times of a whole run, without reading its seconds."""
        sql = (
            "SELECT e.method, e.name, c.outcome, c.seconds, c.histogram"
            " FROM measurement_chunk c JOIN endpoint e"
            " ON e.run_number = c.run_number AND e.number = c.endpoint"
            " WHERE c.run_number = ? ORDER BY c.endpoint, c.outcome"
        )
        tallies: defaultdict[tuple[Endpoint, Outcome], Tally] = defaultdict(Tally)
        for row in self._file.rows(_Minute, sql, run_number):
            minute = unpack_minute(row.seconds, row.histogram)
            tallies[Endpoint(row.method, row.name), row.outcome].merge(minute)
        return {key: tally.histogram() for key, tally in tallies.items()}


def _joined(before: ChunkSecond | None, measurement: Measurement) -> ChunkSecond:
    times, received = measurement.response_time, measurement.received_bytes
    if before is None:
        return ChunkSecond(times, received)
    return ChunkSecond(merge((before.response_time, times)), before.received_bytes + received)


def _blobs(chunk: Chunk) -> dict[str, bytes]:
    return {"seconds": chunk.seconds, "histogram": chunk.histogram, "fine": chunk.fine}

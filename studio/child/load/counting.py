"""RUNS IN A CHILD PROCESS. Requests → histograms by second, endpoint and outcome."""

from dataclasses import dataclass
from typing import Any

from studio.measurement.histogram import Tally
from studio.measurement.outcome import Outcome
from studio.measurement.packing import pack, unpack

Key = tuple[int, str, str, Outcome]
"""Second, method, name, outcome."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one worker process counted of one endpoint, outcome and second since its last report."""

    at_s: int
    method: str
    name: str
    outcome: Outcome
    sum_us: int
    min_us: int
    max_us: int
    received_bytes: int

    packed: bytes
    """Requests by bucket, as `pack` writes them."""

    def to_wire(self) -> list[Any]:
        """Return the part as plain values, for Locust's own report."""
        return [
            self.at_s,
            self.method,
            self.name,
            str(self.outcome),
            self.sum_us,
            self.min_us,
            self.max_us,
            self.received_bytes,
            self.packed,
        ]

    @classmethod
    def from_wire(cls, values: list[Any]) -> "Part":
        """Return the part that `to_wire` was called on."""
        at_s, method, name, outcome, *rest = values
        return cls(at_s, method, name, Outcome(outcome), *rest)


class _Row:
    __slots__ = ("received_bytes", "tally")

    def __init__(self) -> None:
        self.tally = Tally()
        self.received_bytes = 0


class Counter:
    """Counts one worker process's requests; grows with endpoints, never with requests."""

    def __init__(self) -> None:
        self.requests = 0
        self.failures = 0
        self._rows: dict[Key, _Row] = {}

    def count(self, key: Key, response_time_us: int, received_bytes: int) -> None:
        """Count one request."""
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = _Row()
        row.tally.add(response_time_us)
        row.received_bytes += received_bytes
        self.requests += 1
        self.failures += key[3] is not Outcome.OK

    def take(self) -> list[Part]:
        """Return what was counted since the last call."""
        rows, self._rows = self._rows, {}
        return [_part(key, row) for key, row in rows.items()]


def _part(key: Key, row: _Row) -> Part:
    tally = row.tally
    packed = pack(tally.counts)
    return Part(*key, tally.sum_us, tally.min_us, tally.max_us, row.received_bytes, packed)


class PartSum:
    """Parts of one endpoint, outcome and second, added up."""

    __slots__ = ("counts", "max_us", "min_us", "received_bytes", "sum_us")

    def __init__(self, part: Part) -> None:
        self.counts = unpack(part.packed)
        self.sum_us = part.sum_us
        self.min_us = part.min_us
        self.max_us = part.max_us
        self.received_bytes = part.received_bytes

    def add(self, part: Part) -> None:
        """Add another worker's part."""
        for bucket, count in unpack(part.packed).items():
            self.counts[bucket] = self.counts.get(bucket, 0) + count
        self.sum_us += part.sum_us
        self.min_us = min(self.min_us, part.min_us)
        self.max_us = max(self.max_us, part.max_us)
        self.received_bytes += part.received_bytes

"""RUNS IN A CHILD PROCESS. Requests → histograms by second, endpoint and outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from studio.measurement.histogram import Tally
from studio.measurement.outcome import Outcome
from studio.measurement.packing import pack, unpack

Key = tuple[int, str, str, Outcome]
"""Second, method, name, outcome."""

NEVER_US = 1 << 62
"""A response time no request has."""


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
    __slots__ = ("received_bytes", "slow_from_us", "tally")

    def __init__(self, slow_from_us: int) -> None:
        self.tally = Tally()
        self.received_bytes = 0
        self.slow_from_us = slow_from_us


_NO_LIMITS: Mapping[tuple[str, str], int] = {}


class Counter:
    """Counts one worker process's requests; grows with endpoints, never with requests."""

    def __init__(self, slow_from_us: Mapping[tuple[str, str], int] = _NO_LIMITS) -> None:
        """Count nothing yet.

        Args:
            slow_from_us: By method and name, the response time above which one is slow. It may
                change; a second that has begun keeps its limits.
        """
        self.requests = 0
        """All that was taken so far."""

        self.failures = 0
        self._slow_from_us = slow_from_us
        self._rows: dict[Key, _Row] = {}

    def count(self, key: Key, response_time_us: int, received_bytes: int) -> bool:
        """Count one request; return whether it is slow, at most once a second and kind."""
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = _Row(self._slow_from_us.get(key[1:3], NEVER_US))
        row.tally.add(response_time_us)
        row.received_bytes += received_bytes
        if response_time_us <= row.slow_from_us:
            return False
        row.slow_from_us = NEVER_US
        return True

    def take(self) -> list[Part]:
        """Return what was counted since the last call."""
        rows, self._rows = self._rows, {}
        for key, row in rows.items():
            requests = sum(row.tally.counts.values())
            self.requests += requests
            self.failures += requests if key[3].is_failure else 0
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

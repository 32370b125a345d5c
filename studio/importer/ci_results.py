"""Results of a run in CI, as Locust leaves them → measurements.

Locust rounds response times (to 10 ms from 100 ms on, to 100 ms from 1 s on) and keeps them for the
whole run, failures among them. Seconds are known by their counts only; each is given response times
spread like those of the whole run, so that totals are exact and no second says more than is known.
"""

import csv
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import chain
from pathlib import Path
from typing import Any

from studio.errors import FileFormatError
from studio.measurement.cause import FailureCause
from studio.measurement.histogram import Tally
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.outcome import Outcome
from studio.phrase import Phrase
from studio.typed_json import read

_LARGEST_BYTES = 200_000_000
_LONGEST_S = 7 * 24 * 3600
_MOST_REQUESTS = 50_000_000


@dataclass(frozen=True, slots=True)
class _Entry:
    """An endpoint in `*.json`, as Locust writes it."""

    name: str
    method: str
    last_request_timestamp: float | None
    start_time: float
    num_requests: int
    num_none_requests: int
    num_failures: int
    total_response_time: float
    max_response_time: float
    min_response_time: float | None
    total_content_length: int
    response_times: dict[str, int]
    num_reqs_per_sec: dict[str, int]
    num_fail_per_sec: dict[str, int]


@dataclass(frozen=True, slots=True)
class CiResults:
    """What a run in CI measured."""

    started_s: int
    """Seconds since 1970."""

    duration_s: int
    measurements: tuple[Measurement, ...]

    users: Mapping[int, int]
    """How many there were, by second of the run; none where no history was kept."""

    causes: tuple[FailureCause, ...]


def read_ci_results(folder: Path) -> CiResults:
    """Return what Locust left in a folder: one `*.json`, and tables beside it if they are there.

    Raises:
        FileFormatError: There is no such file, or it is none of Locust's.
    """
    path = _only_json(folder)
    entries = [it for it in _entries(path) if it.num_requests > it.num_none_requests]
    if not entries:
        raise _refusal(path, "there is no request in it")
    seconds = [int(it) for entry in entries for it in entry.num_reqs_per_sec]
    started_s, ended_s = min(seconds), max(seconds)
    if ended_s - started_s > _LONGEST_S or sum(it.num_requests for it in entries) > _MOST_REQUESTS:
        raise _refusal(path, "it is longer than any run")
    causes = tuple(_causes(_beside(path, "failures"), started_s))
    measured = chain.from_iterable(_measurements(it, started_s, causes) for it in entries)
    users = dict(_users(_beside(path, "stats_history"), started_s))
    return CiResults(started_s, ended_s - started_s + 1, tuple(measured), users, causes)


def _only_json(folder: Path) -> Path:
    found = [folder] if folder.is_file() else sorted(folder.glob("*.json"))
    if len(found) != 1:
        raise FileFormatError(
            Phrase("importer", "{count} results of Locust are in {folder}, not one.").of(
                count=len(found), folder=folder.name
            ),
            remedy=Phrase("importer", "Name the file itself, such as results/load.json."),
        )
    return found[0]


def _entries(path: Path) -> tuple[_Entry, ...]:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise _refusal(path, "it is too large")
        known = {it.name for it in fields(_Entry)}  # versions differ in what else they write
        told = [
            {name: value for name, value in entry.items() if name in known}
            for entry in json.loads(path.read_text("utf-8-sig"))
        ]
        entries: tuple[_Entry, ...] = read(tuple[_Entry, ...], told)
    except (OSError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise _refusal(path, str(error)[:200]) from error
    return entries


def _beside(path: Path, kind: str) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a table that Locust wrote beside the results; none if there is none."""
    table = path.with_name(f"{path.stem}_{kind}.csv")
    if table.is_file():
        with table.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file)


def _measurements(
    entry: _Entry, started_s: int, causes: Iterable[FailureCause]
) -> Iterator[Measurement]:
    endpoint = Endpoint(entry.method, entry.name)
    times_ms = sorted((float(ms), count) for ms, count in entry.response_times.items())
    times_us = [round(ms * 1000) for ms, count in times_ms for _ in range(count)]
    bytes_each = entry.total_content_length / max(1, entry.num_requests)
    failed = _outcomes(entry, endpoint, causes)
    taken = 0
    for second, count, failures in _counts(entry):
        for outcome, number in ((Outcome.OK, count - failures), (failed, failures)):
            tally = Tally()
            for _ in range(number):
                tally.add(times_us[_spread(taken, len(times_us))])
                taken += 1
            if number:
                received = round(bytes_each * number)
                yield Measurement(
                    second - started_s, endpoint, outcome, tally.histogram(), received
                )


def _counts(entry: _Entry) -> Iterator[tuple[int, int, int]]:
    """Yield each second with its requests and how many of them failed; sums are the entry's."""
    left = sum(entry.response_times.values())
    failures_left = min(left, entry.num_failures)
    seconds = sorted((int(second), n) for second, n in entry.num_reqs_per_sec.items())
    for number, (second, count) in enumerate(seconds):
        is_last = number == len(seconds) - 1
        taken = left if is_last else min(count, left)
        asked = failures_left if is_last else entry.num_fail_per_sec.get(str(second), 0)
        failures = min(asked, failures_left, taken)
        left, failures_left = left - taken, failures_left - failures
        yield second, taken, failures


def _spread(number: int, count: int) -> int:
    """Return the place of the n-th request among sorted times: a walk that meets each place once.

    Steps of the golden section of the whole spread any stretch of the walk evenly.
    """
    step = max(1, round(count * 0.6180339887))
    while math.gcd(step, count) != 1:
        step += 1
    return number * step % count


def _outcomes(entry: _Entry, endpoint: Endpoint, causes: Iterable[FailureCause]) -> Outcome:
    """Return what most failures of an endpoint were; Locust does not say which second had which."""
    counted = Counter[Outcome]()
    for cause in causes:
        if cause.endpoint == endpoint:
            counted[cause.outcome] += cause.count
    return counted.most_common(1)[0][0] if counted and entry.num_failures else Outcome.OTHER


def _causes(rows: Iterable[Mapping[str, str]], started_s: int) -> Iterator[FailureCause]:
    for row in rows:
        text, count = row.get("Error") or "", row.get("Occurrences") or ""
        if count.isdecimal() and int(count):
            endpoint = Endpoint(row.get("Method") or "", row.get("Name") or "")
            first_s, last_s = (
                _moment(row.get(it), started_s) for it in ("First Seen", "Last Seen")
            )
            yield FailureCause(endpoint, _outcome(text), text[:2000], int(count), first_s, last_s)


def _moment(text: str | None, started_s: int) -> float:
    try:
        return max(0.0, float(text or "0") - started_s)
    except ValueError:
        return 0.0


def _outcome(text: str) -> Outcome:
    """Return what an error of Locust's says; the words are those of Locust and of our own files."""
    for outcome, words in _WORDS.items():
        if any(word in text for word in words):
            return outcome
    return Outcome.OTHER


_WORDS = {
    Outcome.TIMED_OUT: ("no complete answer in", "Timeout", "timed out"),
    Outcome.REFUSED: ("refused", "Name or service", "getaddrinfo"),
    Outcome.RESET: ("reset by peer", "RemoteDisconnected", "HTTPConnectionClosed", "Broken pipe"),
    Outcome.ENDLESS_REDIRECT: ("TooManyRedirects", "RetriesExceeded"),
    Outcome.STATUS_5XX: ("BadStatusCode('5", "code=5", "HTTPError('5", "status code: 5"),
    Outcome.STATUS_4XX: ("BadStatusCode('4", "code=4", "HTTPError('4", "status code: 4"),
    Outcome.CHECK_FAILED: ("CatchResponseError", "instead of", "does not contain", "no field"),
}


def _users(rows: Iterable[Mapping[str, Any]], started_s: int) -> Iterator[tuple[int, int]]:
    for row in rows:
        moment, users = row.get("Timestamp") or "", row.get("User Count") or ""
        is_total = row.get("Name") == "Aggregated" and moment.isdecimal() and users.isdecimal()
        if is_total and int(moment) >= started_s:
            yield int(moment) - started_s, int(users)


def _refusal(path: Path, reason: str) -> FileFormatError:
    return FileFormatError(
        Phrase("importer", "{file} is no result of Locust: {reason}").of(
            file=path.name, reason=reason
        ),
        meaning=Phrase("importer", "Nothing was imported."),
        remedy=Phrase("importer", "Choose the file that `json-file` of locust.conf names."),
    )

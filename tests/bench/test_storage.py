"""What an hour of a heavy run takes in the project file, and how soon it is read."""

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from studio.database.project_file import ProjectFile
from studio.measurement.histogram import Histogram, merge
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.measurement_store import MeasurementStore
from studio.measurement.outcome import Outcome
from studio.run.run_store import RunStore
from tests.bench.conftest import Keep
from tests.bench.figures import Bar, Section
from tests.builders import make_setup

pytestmark = pytest.mark.timeout(900)

ENDPOINTS = 50
HOUR_S = 3_600
MOST_MB, MOST_READ_S = 30, 0.5


def seconds_of(per_s: int, length_s: int) -> Iterator[Measurement]:
    """Yield a run in which every endpoint gets its share, with log-normal response times."""
    draw = np.random.default_rng(1)
    endpoints = [Endpoint("GET", f"/page/{number}") for number in range(ENDPOINTS)]
    for second in range(length_s):
        for number, endpoint in enumerate(endpoints):
            amount = int(draw.poisson(per_s / ENDPOINTS))
            if amount:
                median_us = 5_000 * (1 + number)
                times = np.exp(draw.normal(np.log(median_us), 0.5, amount)).astype(np.int64)
                yield Measurement(second, endpoint, Outcome.OK, histogram(times), 186 * amount)


def histogram(us: NDArray[np.int64]) -> Histogram:
    """Return the histogram of response times, by whole arrays."""
    shift = np.maximum(0, np.floor(np.log2(np.maximum(us, 1))).astype(np.int64) - 7)
    buckets, counts = np.unique((shift << 7) + (us >> shift), return_counts=True)
    by_bucket = dict(zip(buckets.tolist(), counts.tolist(), strict=True))
    return Histogram(by_bucket, int(us.sum()), int(us.min()), int(us.max()))


@pytest.mark.parametrize("per_s", [1_000])
def test_storage(tmp_path: Path, keep: Keep, per_s: int) -> None:
    path = tmp_path / "hour.swarmbook"
    file = ProjectFile(path)
    number = RunStore(file).begin("u" * 32, make_setup(), "http://127.0.0.1:9", "2026", "", [])
    store = MeasurementStore(file)
    measured = list(seconds_of(per_s, HOUR_S))
    began_s = time.process_time()
    with file.atomic():
        store.add(number, measured)
    written_s = time.process_time() - began_s
    file.close()
    size_mb = path.stat().st_size / 1e6
    file = ProjectFile(path)
    began_s = time.process_time()
    totals = MeasurementStore(file).totals_of_run(number)
    read_s = time.process_time() - began_s
    total = merge(totals.values()).total
    began_s = time.process_time()
    seconds = sum(1 for _ in MeasurementStore(file).of_run(number))
    fine_s = time.process_time() - began_s
    file.close()
    assert seconds == len(measured)
    assert total == sum(it.response_time.total for it in measured)
    rows = (
        ("size of one hour, MB", f"{size_mb:.1f}"),
        ("written in, s of CPU", f"{written_s:.1f}"),
        ("its histograms read in, s of CPU", f"{read_s:.2f}"),
        ("every second of it read in, s of CPU", f"{fine_s:.1f}"),
    )
    bars = (
        Bar(
            f"an hour of {ENDPOINTS} endpoints ≤ {MOST_MB} MB",
            f"{size_mb:.1f} MB",
            size_mb <= MOST_MB,
        ),
        Bar("its histograms read in < 0.5 s", f"{read_s:.2f} s", read_s < MOST_READ_S),
    )
    title = f"One hour of {ENDPOINTS} endpoints and {per_s:,} requests/s in the project file"
    keep("storage", Section(title, ("what", "value"), rows, (), bars))

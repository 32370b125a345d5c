"""What a run measured comes back to the last request."""

from collections import Counter, defaultdict

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.database.project_file import ProjectFile
from studio.measurement.histogram import Histogram, merge
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.measurement_store import MeasurementStore
from studio.measurement.outcome import Outcome
from tests.builders import make_measurement
from tests.reference import summarise

RUN = (
    "INSERT OR REPLACE INTO run (number, uuid, state, host, started_at, setup, locustfile)"
    " VALUES (?, ?, 'preparing', '', '', '', '')"
)

measurements = st.builds(
    make_measurement,
    st.integers(0, 200),
    st.sampled_from(("GET /a", "GET /b", "POST /a", "PURGE ''\u202e")),
    st.floats(0.1, 60_000),
    outcome=st.sampled_from(Outcome),
)
numbers = iter(range(1, 10**6))


@given(st.lists(measurements, max_size=30))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_all_that_was_measured_comes_back(
    project_file: ProjectFile, measured: list[Measurement]
) -> None:
    number = next(numbers)
    project_file.execute(RUN, number, str(number))
    store = MeasurementStore(project_file)
    with project_file.atomic():
        store.add(number, measured)
    found = list(store.of_run(number))
    assert summarise(found, 1)[0] == summarise(measured, 1)[0]
    assert set(summarise(found, 1)[1]) == set(summarise(measured, 1)[1])
    assert by_second(found) == by_second(measured)
    assert store.totals_of_run(number) == totals(measured)


def totals(measured: list[Measurement]) -> dict[tuple[Endpoint, Outcome], Histogram]:
    kept: defaultdict[tuple[Endpoint, Outcome], list[Histogram]] = defaultdict(list)
    for it in measured:
        kept[it.endpoint, it.outcome].append(it.response_time)
    return {key: merge(times) for key, times in kept.items()}


def by_second(measured: list[Measurement]) -> Counter[tuple[int, Outcome]]:
    counts: Counter[tuple[int, Outcome]] = Counter()
    for it in measured:
        counts[it.at_s, it.outcome] += it.response_time.total
    return counts

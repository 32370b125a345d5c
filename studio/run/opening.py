"""A run's rows → the run as it is shown, live or years later."""

import json
from collections import defaultdict
from math import ceil

from studio.measurement.generator_health import GeneratorHealth
from studio.measurement.measurement import Measurement
from studio.run.event import EventKind
from studio.run.fold import RunFold
from studio.run.lane_use import LaneUse
from studio.run.load_clock import LoadClock
from studio.run.problem import read_problem
from studio.run.record import RunRecord
from studio.run.run import RunSnapshot
from studio.run.run_store import RunStore, StoredRun, summary_of, verdict_of
from studio.run.search_result import NO_SEARCH, SearchResult
from studio.run.setup import RunSetup
from studio.typed_json import read


def read_record(store: RunStore, row: StoredRun) -> RunRecord:
    """Return a run with everything that is kept of it."""
    setup: RunSetup = read(RunSetup, json.loads(row.setup))
    return RunRecord(summary_of(row), setup, _snapshot(store, row), row.locustfile)


def _snapshot(store: RunStore, row: StoredRun) -> RunSnapshot:
    fold, events, clock = _fold(store, row.number), store.events(row.number), LoadClock()
    for event in events:
        clock.take(event)
    return RunSnapshot(
        state=row.state,
        ending=row.ending,
        at_s=row.at_s,
        users=0,
        wanted_users=0,
        total=fold.total,
        recent=fold.recent,
        endpoints=tuple(fold.rows.values()),
        timeline=tuple(fold.points),
        workers=tuple(worker for _, worker in sorted(fold.workers.items())),
        bad_seconds=frozenset(fold.bad_seconds | fold.missed_seconds),
        events=events,
        verdict=verdict_of(row),
        error=read_problem(row.problem),
        lane=read(LaneUse, json.loads(row.lane)) if row.lane else LaneUse("nothing was noted"),
        starts=fold.starts,
        search=read(SearchResult, json.loads(row.search)) if row.search else NO_SEARCH,
        load_s=clock.load_s(row.at_s),
        is_held=clock.is_held,
        counted_from_s=fold.counted_from_s,
        trouble=store.trouble.of_run(row.number),
    )


def _fold(store: RunStore, number: int) -> RunFold:
    measured: defaultdict[int, list[Measurement]] = defaultdict(list)
    for measurement in store.measurements.of_run(number):
        measured[measurement.at_s].append(measurement)
    health: defaultdict[int, list[GeneratorHealth]] = defaultdict(list)
    for worker in store.health(number):
        health[worker.at_s].append(worker)
    fold = RunFold()
    for event in store.events(number):
        if event.kind is EventKind.STATISTICS_RESET:
            fold.reset(ceil(event.at_s))
    for second in store.seconds.of_run(number):
        at_s = second.at_s
        fold.add_second(at_s, second.users, measured[at_s], health[at_s], second.plan)
    return fold

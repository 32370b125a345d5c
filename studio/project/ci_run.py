"""Results of CI → a run of the project, judged by the goals of its scenario."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from studio.importer.ci_results import CiResults
from studio.journey.revision import JourneyRevision
from studio.measurement.measurement import Measurement
from studio.run.event import EventKind, RunEvent
from studio.run.fold import RunFold
from studio.run.lane_use import LaneUse
from studio.run.run import RunEnding, RunSnapshot, RunState
from studio.run.run_store import RunStore
from studio.run.setup import RunSetup
from studio.run.trouble import Trouble
from studio.run.verdict import judge
from studio.scenario.scenario import Scenario


def keep_ci_run(
    store: RunStore,
    results: CiResults,
    scenario: Scenario,
    revisions: Sequence[JourneyRevision],
    locustfile: str,
) -> int:
    """Keep what a run in CI measured as a run of the project, and return its number.

    Args:
        store: Where to.
        results: What Locust left.
        scenario: What it carried out; its goals judge the run.
        revisions: The journeys it walked.
        locustfile: The file that was run; empty where it is not known.

    Raises:
        NotSavedError: The project file could not take it; nothing was kept.
    """
    setup = RunSetup(scenario, "", worker_processes=1)
    started_at = datetime.fromtimestamp(results.started_s, UTC).isoformat(timespec="seconds")
    with store.atomic():
        number = store.begin(
            uuid.uuid4().hex, setup, scenario.target, started_at, locustfile, revisions
        )
        store.close(number, _snapshot(results, scenario), results.measurements, ())
    return number


def _snapshot(results: CiResults, scenario: Scenario) -> RunSnapshot:
    fold = _folded(results)
    endpoints = tuple(fold.rows.values())
    return RunSnapshot(
        state=RunState.CLOSED,
        ending=RunEnding.COMPLETED,
        at_s=float(results.duration_s),
        users=0,
        wanted_users=0,
        total=fold.total,
        recent=fold.recent,
        endpoints=endpoints,
        timeline=tuple(fold.points),
        workers=(),
        bad_seconds=frozenset(),
        events=(RunEvent(0.0, EventKind.MADE_IN_CI, ""),),
        verdict=judge(scenario.goals, fold.total, endpoints),
        error=None,
        lane=LaneUse("made in CI"),
        trouble=Trouble(causes=results.causes),
    )


def _folded(results: CiResults) -> RunFold:
    by_second: defaultdict[int, list[Measurement]] = defaultdict(list)
    for it in results.measurements:
        by_second[it.at_s].append(it)
    fold, users = RunFold(), 0
    for second in range(results.duration_s):
        users = results.users.get(second, users)
        fold.add_second(second, users, by_second[second])
    return fold

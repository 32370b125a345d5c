"""A run in CI is a run of the project, and says that it was made there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.importer.ci_results import CiResults
from studio.measurement.cause import FailureCause
from studio.measurement.histogram import Tally
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.outcome import Outcome
from studio.project.names import UnknownNameError
from studio.project.opening import add_practice, add_talk, create_project
from studio.project.project import Project
from studio.run.event import EventKind
from studio.run.verdict import VerdictKind

HOME = Endpoint("GET", "/")


def measured(at_s: int, outcome: Outcome, count: int) -> Measurement:
    tally = Tally()
    for _ in range(count):
        tally.add(20_000)
    return Measurement(at_s, HOME, outcome, tally.histogram(), 100)


RESULTS = CiResults(
    1_795_573_501,
    3,
    (measured(0, Outcome.OK, 40), measured(2, Outcome.OK, 60)),
    {0: 3, 2: 7},
    (FailureCause(HOME, Outcome.OTHER, "x", 1, 0, 1),),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    yield project
    project.close()


def test_it_is_kept_and_judged_as_any_other(project: Project) -> None:
    record = project.add_ci_run(RESULTS, None, "# the file")
    again = project.run("R1")
    assert again.summary == record.summary
    assert again.summary.verdict is VerdictKind.GOALS_MET
    assert again.snapshot.total.requests == 100
    assert [it.users for it in again.snapshot.timeline] == [3, 3, 7]
    assert [it.kind for it in again.snapshot.events] == [EventKind.MADE_IN_CI]
    assert again.snapshot.trouble.causes == RESULTS.causes
    assert again.locustfile == "# the file"
    assert again.summary.started_at == "2026-11-25T02:25:01+00:00"


def test_among_several_scenarios_one_must_be_named(project: Project) -> None:
    add_talk(project)
    with pytest.raises(UnknownNameError):
        project.add_ci_run(RESULTS, None, "")
    assert project.add_ci_run(RESULTS, "WebsiteUser", "").summary.scenario == "WebsiteUser"

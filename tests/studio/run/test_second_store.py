"""What a run was to be is kept second by second, beside what came of it."""

from studio.database.project_file import ProjectFile
from studio.measurement.histogram import histogram_of
from studio.measurement.starts import StartTally
from studio.measurement.timeline import PointTally
from studio.run.run_store import RunStore
from tests.builders import make_setup


def test_users_wanted_users_and_starts_come_back(project_file: ProjectFile) -> None:
    store = RunStore(project_file)
    number = store.begin("a", make_setup(), "x", "then", "", ())
    starts = StartTally()
    starts.add(20, 19, 1, histogram_of([500, 2000]))
    points = [PointTally(0), PointTally(1)]
    points[0].users, points[0].wanted_users = 8, 9
    store.seconds.add(number, [it.point() for it in points], {1: starts})
    first, second = store.seconds.of_run(number)
    assert (first.at_s, first.users, first.plan.wanted_users, first.plan.starts) == (0, 8, 9, None)
    assert second.plan.starts is not None
    assert second.plan.starts.summary() == starts.summary()

"""Runs have names, and the list of them says what came of each."""

from studio.database.project_file import ProjectFile
from studio.journey.revision import JourneyRevision
from studio.journey.sample import TALK
from studio.measurement.timeline import Point, PointTally
from studio.run.run import RunState
from studio.run.run_store import TREND_STEPS, RunStore, name_of, trend_of
from tests.builders import make_measurement, make_setup


def test_runs_are_numbered_and_listed_newest_first(project_file: ProjectFile) -> None:
    store = RunStore(project_file)
    for uuid in ("a", "b"):
        store.begin(uuid, make_setup(users=7), "http://x", "2026-01-01", "", ())
    newest, oldest = store.all()
    assert (newest.run, oldest.run) == ("R2", "R1")
    assert (newest.state, newest.verdict, newest.ending) == (RunState.PLANNED, None, None)
    assert (newest.users, newest.question, newest.scenario) == (7, "Why?", "Morning")
    assert [row.number for row in store.unclosed()] == [1, 2]
    assert store.find(3) is None


def test_a_state_is_noted_and_a_closed_run_stays_closed(project_file: ProjectFile) -> None:
    store = RunStore(project_file)
    number = store.begin("a", make_setup(), "http://x", "2026-01-01", "", ())
    for state in RunState:
        store.enter(number, state)
        assert [row.state for row in store.unclosed()] == [state][: state is not RunState.CLOSED]
    store.enter(number, RunState.RUNNING)
    assert store.all()[0].state is RunState.CLOSED


def test_a_run_remembers_what_it_was_started_with(project_file: ProjectFile) -> None:
    store = RunStore(project_file)
    revisions = (JourneyRevision(TALK, 4),)
    number = store.begin("a", make_setup(), "practice", "2026-01-01", "# code", revisions)
    store.set_host(number, "http://127.0.0.1:4711")
    row = store.find(number)
    assert row is not None
    assert (row.host, row.locustfile, name_of(number)) == ("http://127.0.0.1:4711", "# code", "R1")


def test_the_newest_run_of_a_journey_is_known(project_file: ProjectFile) -> None:
    store = RunStore(project_file)
    assert store.last_by_journey() == {}
    for uuid in ("a", "b"):
        store.begin(uuid, make_setup(), "practice", "2026", "", (JourneyRevision(TALK, 1),))
    assert store.last_by_journey() == {TALK.id: "R2"}


def test_a_trend_has_few_steps_and_keeps_the_peak() -> None:
    points: list[Point] = []
    for second in range(95):
        tally = PointTally(second)
        if second != 50:
            tally.add(make_measurement(second, "GET /", 900 if second == 61 else 10))
        points.append(tally.point())
    trend = trend_of(points)
    assert len(trend) <= TREND_STEPS
    assert max(trend) == 900
    assert trend_of([]) == []

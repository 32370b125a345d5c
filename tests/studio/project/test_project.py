"""A project hands out what is in it, and refuses what cannot be."""

from dataclasses import replace
from pathlib import Path

import pytest

from studio.computer.allowed_target import TargetError
from studio.engine.journal import JournalWriter
from studio.engine.load_messages import MESSAGES
from studio.journey.journey_error import JourneyError
from studio.journey.sample import PRACTICE, TALK
from studio.project.names import UnknownNameError
from studio.project.opening import add_practice, add_talk, create_project, open_project
from studio.project.project import Project, default_worker_processes
from studio.run.run import RunEnding
from studio.run.run_store import RunStore
from studio.run.session import RunSession
from studio.run.setup import RunSetup
from studio.run.starting import place_of
from studio.scenario.goal import Bound, Goal, Measure
from studio.scenario.run_rules import RunRules
from studio.scenario.scenario import JourneyShare
from studio.typed_json import read, write
from tests.builders import make_row, make_run, make_second, make_setup

QUICK = Goal(Measure.P95, Bound.AT_MOST, 500)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    return project


def test_a_journeys_locustfile_is_the_one_that_runs(project: Project) -> None:
    add_talk(project)
    assert "class WebsiteUser(HttpUser)" in project.bundle(TALK.name).locustfile
    project.close()


def test_what_is_not_there_is_told_with_what_is(project: Project) -> None:
    for ask in (project.bundle, project.scenario, project.run):
        with pytest.raises(UnknownNameError) as error:
            ask("nothing")
        assert "has no “nothing”" in str(error.value.happened)
    assert "Practice shop" in str(_remedy(project))
    project.close()


def _remedy(project: Project) -> object:
    with pytest.raises(UnknownNameError) as error:
        project.scenario("x")
    return error.value.remedy


def test_a_run_that_cannot_begin_is_not_in_the_list(project: Project) -> None:
    setup = make_setup()
    nobody = replace(setup, scenario=replace(setup.scenario, target="http://127.0.0.1:9"))
    with pytest.raises(TargetError, match="does not answer"):
        project.start(nobody)
    strange = replace(setup.scenario, mix=(JourneyShare("Nobody", 1),))
    with pytest.raises(UnknownNameError):
        project.start(replace(setup, scenario=strange))
    project.save(journeys=[replace(PRACTICE, again=())])
    with pytest.raises(JourneyError, match="no step"):
        project.start(setup)
    assert project.runs() == ()
    project.close()


def test_a_finished_run_reads_as_it_was_shown_live(project: Project, tmp_path: Path) -> None:
    messages = make_run(*(make_second(s, make_row(0, 10, 20, 700 + s), users=s) for s in range(75)))
    live = RunSession((QUICK,))
    for message in messages:
        live.receive(message)
    live.end(None)
    project.close()

    path = project.path
    from studio.database.project_file import ProjectFile  # noqa: PLC0415

    file = ProjectFile(path)
    store = RunStore(file)
    number = store.begin("a1", make_setup(QUICK), "http://x", "2026-01-01", "# code", ())
    place = place_of(path, number)
    with JournalWriter(place.journal) as journal:
        for message in messages:
            journal.append(MESSAGES.encode(message).encode())
    file.close()

    again = open_project(path, tmp_path / "home")
    assert [it.run for it in again.recovered] == ["R1"]
    record = again.run("r1")
    shown, kept = live.snapshot(), record.snapshot
    assert kept.total == shown.total
    assert kept.endpoints == shown.endpoints
    assert kept.timeline == shown.timeline
    assert kept.recent == shown.recent
    assert kept.workers == shown.workers
    assert kept.verdict == shown.verdict
    assert kept.ending is shown.ending is RunEnding.COMPLETED
    assert record.locustfile == "# code"
    assert record.setup == make_setup(QUICK)
    again.close()


def test_worker_processes_leave_a_core_to_the_rest() -> None:
    assert default_worker_processes() >= 1


def test_the_rules_of_a_run_are_kept_with_its_setup() -> None:
    rules = RunRules(stops_by_itself=False, largest_answer_bytes=9)
    setup = replace(make_setup(), rules=rules)
    assert read(RunSetup, write(setup)) == setup
    assert "rules" not in write(make_setup())  # runs from before there were rules read as ever

"""A journey is kept with every revision that differs."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from studio.database.project_file import ProjectFile
from studio.journey.journey import Journey
from studio.journey.journey_store import JourneyStore
from studio.journey.revision import JourneyRevision, RevisionCause, RevisionSummary
from studio.journey.sample import PRACTICE, TALK
from studio.journey.wait import NoWait
from studio.run.run_store import RunStore
from tests.builders import make_setup
from tests.strategies import journeys


def test_journeys_come_back_in_the_order_they_were_made(project_file: ProjectFile) -> None:
    store = JourneyStore(project_file)
    other = replace(PRACTICE, id="J2")
    store.save(TALK, "2026-01-01")
    store.save(other, "2026-01-02")
    assert store.all() == (JourneyRevision(TALK, 1), JourneyRevision(other, 1))


def test_only_a_change_makes_a_revision(project_file: ProjectFile) -> None:
    store = JourneyStore(project_file)
    for journey in (TALK, TALK, replace(TALK, wait=NoWait()), TALK, TALK):
        store.save(journey, "2026-01-01")
    assert store.all() == (JourneyRevision(TALK, 3),)


def test_a_journey_may_be_renamed(project_file: ProjectFile) -> None:
    store = JourneyStore(project_file)
    store.save(TALK, "2026-01-01")
    renamed = replace(TALK, name="Visitor")
    store.save(renamed, "2026-01-02")
    assert store.all() == (JourneyRevision(renamed, 2),)


@given(journeys)
@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_text_in_a_journey_is_kept(project_file: ProjectFile, journey: Journey) -> None:
    store = JourneyStore(project_file)
    same = replace(journey, id="J1", name="J")
    store.save(same, "2026-01-01")
    assert store.all()[-1].journey == same


def test_a_revision_says_why_it_was_kept(project_file: ProjectFile) -> None:
    store = JourneyStore(project_file)
    assert store.save(TALK, "2026-01-01", cause=RevisionCause.IMPORTED) == 1
    faster = replace(TALK, wait=NoWait())
    assert store.save(faster, "2026-01-02", cause=RevisionCause.RUN) == 2
    assert store.save(faster, "2026-01-03", label="before the sale") == 2
    assert store.revisions(TALK.id) == (
        RevisionSummary(2, "2026-01-02", RevisionCause.RUN, "before the sale"),
        RevisionSummary(1, "2026-01-01", RevisionCause.IMPORTED, ""),
    )
    assert (store.read(TALK.id, 1), store.read(TALK.id, 3)) == (TALK, None)


def test_a_journey_in_the_bin_leaves_its_name_to_others(project_file: ProjectFile) -> None:
    store = JourneyStore(project_file)
    store.save(TALK, "2026-01-01")
    store.bin(TALK.id, "2026-02-01")
    assert store.all() == ()
    assert [it.id for it in store.binned()] == [TALK.id]
    other = replace(TALK, id="J2")
    store.save(other, "2026-02-02")
    store.unbin(replace(TALK, name="Old one"))
    assert store.names() == {"J1": "Old one", "J2": TALK.name}
    assert store.binned() == ()


def test_of_a_purged_journey_only_what_ran_is_left(project_file: ProjectFile) -> None:
    store = JourneyStore(project_file)
    store.save(TALK, "2026-01-01")
    store.save(replace(TALK, wait=NoWait()), "2026-01-02")
    other = replace(PRACTICE, id="J2")
    store.save(other, "2026-01-03")
    runs = RunStore(project_file)
    runs.begin("u" * 32, make_setup(), "", "2026", "", [JourneyRevision(TALK, 1)])
    for journey in (TALK, other):
        store.bin(journey.id, "2026-02-01")
        store.purge(journey.id)
    assert (store.read("J1", 1), store.read("J1", 2)) == (TALK, None)
    assert list(store.names()) == ["J1"]

"""A journey is kept with every revision that differs."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from studio.database.project_file import ProjectFile
from studio.journey.journey import Journey
from studio.journey.journey_store import JourneyRevision, JourneyStore
from studio.journey.sample import PRACTICE, TALK
from studio.journey.wait import NoWait
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

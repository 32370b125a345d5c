"""States of journeys come back, and share what they have in common."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings

from studio.database.project_file import ProjectFile
from studio.errors import FileFormatError
from studio.journey.journey import Journey
from studio.journey.journey_store import JourneyStore
from studio.journey.node import Step
from studio.journey.sample import PRACTICE
from studio.journey.spot import find_node
from studio.journey.state_store import StateStore
from studio.journey.tree_changes import with_node
from tests.rich_journeys import any_journeys, long_journey


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows a table has."""

    count: int


def count(file: ProjectFile, table: str) -> int:
    """Return how many rows a table has."""
    (row,) = file.rows(Count, f"SELECT count(*) AS count FROM {table}")  # noqa: S608  # ours
    return row.count


@given(any_journeys)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_journey_comes_back(project_file: ProjectFile, journey: Journey) -> None:
    store = StateStore(project_file)
    sha256 = store.keep(journey)
    assert store.read(sha256) == journey
    assert StateStore(project_file).read(sha256) == journey
    assert StateStore(project_file).keep(replace(journey)) == sha256


def test_an_edit_of_a_long_journey_writes_little(project_file: ProjectFile) -> None:
    store = StateStore(project_file)
    journey = long_journey(200)
    store.keep(journey)
    before = count(project_file, "journey_part")
    changed = with_node(journey, replace(find_node(journey, "n17"), name="Other"))
    sha256 = store.keep(changed)
    assert count(project_file, "journey_part") == before + 1
    other = StateStore(project_file)
    both = other.read(store.keep(journey)), other.read(sha256)
    assert find_node(both[0], "n18") is find_node(both[1], "n18")


def test_what_nothing_refers_to_is_swept_away(project_file: ProjectFile) -> None:
    store = StateStore(project_file)
    JourneyStore(project_file).save(PRACTICE, "2026")
    kept = store.keep(PRACTICE)
    store.keep(replace(PRACTICE, again=(Step("n1", "Other", ()),)))
    project_file.execute("INSERT INTO journey_draft VALUES ('J1', ?, 0)", kept)
    store.sweep()
    assert count(project_file, "journey_state") == 1
    assert count(project_file, "journey_part") == 6
    assert store.read(kept) == PRACTICE
    project_file.execute("DELETE FROM journey_draft")
    store.sweep()
    with pytest.raises(FileFormatError, match="missing"):
        store.read(kept)


@given(any_journeys)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_state_of_an_older_studio_is_read_by_way_of_its_document(
    project_file: ProjectFile, journey: Journey
) -> None:
    sha256 = StateStore(project_file).keep(journey)
    assert StateStore(project_file, version=99).read(sha256) == journey

"""Targets are kept under ids of the project."""

from dataclasses import replace

from studio.database.project_file import ProjectFile
from studio.scenario.target import Target
from studio.scenario.target_store import TargetStore

STAGING = Target("", "Staging", (("main", "https://staging.test"),), (("lang", "fr"),))


def test_targets_get_ids_and_equal_ones_are_one(project_file: ProjectFile) -> None:
    store = TargetStore(project_file)
    first, again = store.add(STAGING), store.add(STAGING)
    other = store.add(replace(STAGING, name="Production"))
    assert first == again == replace(STAGING, id="T1")
    assert store.all() == (first, other)
    changed = replace(first, labels=("production",))
    store.save(changed)
    store.remove(other.id)
    assert store.all() == (changed,)

"""A scenario is kept under its name."""

from dataclasses import replace

from studio.database.project_file import ProjectFile
from studio.practice.practising import practice_scenario
from studio.scenario.scenario_store import ScenarioStore


def test_scenarios_come_back_in_order_and_the_last_one_of_a_name_stays(
    project_file: ProjectFile,
) -> None:
    store = ScenarioStore(project_file)
    first = practice_scenario()
    other = replace(first, name="Evening peak")
    changed = practice_scenario(users=5, duration_s=10)
    for scenario in (first, other, changed):
        store.save(scenario)
    assert store.all() == (changed, other)

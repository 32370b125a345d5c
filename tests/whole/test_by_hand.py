"""A journey taken over by hand runs as its text stands."""

from pathlib import Path

import pytest

from studio.journey.taking_over import change_code
from studio.project.opening import add_practice, create_project
from studio.project.taking_over import take_over
from studio.run.setup import RunSetup
from studio.scenario.load_profile import constant
from studio.scenario.scenario import PRACTICE_SHOP, JourneyShare, Scenario

pytestmark = [pytest.mark.whole, pytest.mark.beside]


def test_what_a_person_changed_is_what_runs(tmp_path: Path) -> None:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    fork = take_over(project, "J1", "By hand")
    history = project.desk.history(fork.id)
    own = project.bundle(fork.name).locustfile.replace('"/login"', '"/login?by=hand"')
    project.desk.keep(history.with_edit(change_code(history.journey, own), 0.0))
    project.desk.allows_code = True
    load = constant(5, 4)
    scenario = Scenario("Own", (JourneyShare("By hand", 1),), load, (), PRACTICE_SHOP)
    record = project.finish(project.start(RunSetup(scenario, "", 1)))
    assert record.locustfile == own
    assert {it.endpoint.name for it in record.snapshot.endpoints} >= {"/login?by=hand"}
    project.close()

"""A journey is forked into its text, which leaves as it stands and runs only when allowed."""

from pathlib import Path

import pytest

from studio.journey.revision import RevisionCause
from studio.journey.sample import PRACTICE
from studio.journey.taking_over import change_code
from studio.locustfile.code_block import CodeNotAllowedError
from studio.project.opening import add_practice, create_project
from studio.project.taking_over import take_over
from studio.run.setup import RunSetup
from studio.scenario.scenario import PRACTICE_SHOP, JourneyShare, Scenario
from studio.scenario.shapes import Constant


def test_a_fork_is_exported_as_it_stands_and_runs_only_when_allowed(tmp_path: Path) -> None:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    written = project.bundle(PRACTICE.name).locustfile
    fork = take_over(project, "J1", "By hand")
    assert (fork.id, fork.name) == ("J2", "By hand")
    assert project.bundle("By hand").locustfile == written
    assert project.desk.revisions("J2")[0].cause is RevisionCause.BY_HAND
    history = project.desk.history("J2")
    own = written + "\nMINE = 1\n"
    project.desk.keep(history.with_edit(change_code(history.journey, own), 0.0))
    assert project.bundle("By hand").locustfile == own
    assert project.bundle(PRACTICE.name).locustfile == written
    scenario = Scenario("Own", (JourneyShare("By hand", 1),), Constant(1, 1), (), PRACTICE_SHOP)
    with pytest.raises(CodeNotAllowedError):
        project.start(RunSetup(scenario, "", 1))
    with pytest.raises(CodeNotAllowedError):
        project.try_journey(project.desk.journey("J2"))
    assert project.runs() == ()
    project.close()

"""What leaves for CI brings its load, its labels and the names of its secrets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.template import take_apart
from studio.project.leaving import leaving_journey, leaving_scenario
from studio.project.opening import create_project
from studio.project.project import Project
from studio.scenario.labels import Labels
from studio.scenario.load_profile import constant
from studio.scenario.scenario import JourneyShare, Scenario

ASK = Request("r1", "GET", take_apart("/{{secret.shop_key}}"))
USER = Journey("J1", "User", (Step("n1", "Ask", (ASK,), labels=("a",)),), order=Order.WEIGHTED)
EVENING = Scenario(
    "Evening", (JourneyShare("User", 1),), constant(3, 9), (), "practice", Labels(("a",))
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    project.save(journeys=[USER], scenarios=[EVENING])
    yield project
    project.close()


def test_a_scenario_brings_its_load_and_its_labels(project: Project) -> None:
    leaving = leaving_scenario(project, "Evening")
    assert (leaving.load, leaving.labels) == (EVENING.load, EVENING.labels)
    assert leaving.secrets == ("SHOP_KEY",)
    assert "STAGES" in leaving.bundle.locustfile


def test_a_journey_alone_has_no_load(project: Project) -> None:
    leaving = leaving_journey(project, "User")
    assert leaving.load is None
    assert leaving.secrets == ("SHOP_KEY",)


def test_what_is_not_there_cannot_leave(project: Project) -> None:
    for leave in (leaving_journey, leaving_scenario):
        with pytest.raises(StudioError):
            leave(project, "Morning")

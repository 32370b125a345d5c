"""A run is prepared whole, or refused before anything of it is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.journey.data_file import AtEnd, RowUse
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.template import take_apart
from studio.project.opening import create_project
from studio.project.project import Project
from studio.run.secret_values import SecretError
from studio.run.setup import RunSetup
from studio.scenario.load_profile import constant
from studio.scenario.scenario import JourneyShare, Scenario

ASK = Request("r1", "GET", take_apart("/{{accounts.name}}?key={{secret.shop_key}}"))
USER = Journey("J1", "User", (Step("n1", "Ask", (ASK,)),))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    known = {"SHOP_KEY": "swordfish"}
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home", secrets=known.get)
    yield project
    project.close()


def setup(users: int = 1) -> RunSetup:
    mix = (JourneyShare("User", 1),)
    return RunSetup(Scenario("S", mix, constant(users, 1), (), "http://127.0.0.1:9"), "", 1)


def test_what_leaves_for_ci_has_its_table_and_no_secret(project: Project) -> None:
    project.data.add("accounts", b"name\nzoe\n")
    project.save(journeys=[USER])
    bundle = project.bundle("User")
    assert bundle.tables == {"accounts.csv": "name\r\nzoe\r\n"}
    assert 'SHOP_KEY = read_secret("SHOP_KEY")' in bundle.locustfile


def test_a_secret_in_a_table_does_not_leave(project: Project) -> None:
    project.data.add("accounts", b"name\nswordfish\n")
    project.save(journeys=[USER])
    with pytest.raises(SecretError, match="SHOP_KEY stands in"):
        project.bundle("User")


def test_a_run_with_too_few_rows_is_not_even_named(project: Project) -> None:
    project.data.add("accounts", b"name\nzoe\n", RowUse.OWN, AtEnd.STOP_USER)
    project.save(journeys=[USER])
    with pytest.raises(StudioError, match="rows for 1 users"):
        project.start(setup(users=2))
    assert project.runs() == ()


def test_other_rows_make_another_revision_of_the_journeys_that_use_them(project: Project) -> None:
    first = project.data.add("accounts", b"name\nzoe\n")
    project.save(journeys=[USER])
    second = project.data.add("words", b"name\nzoe\n")
    assert [it.id for it in project.data.all()] == ["D1", "D2"]
    project.data.save(second)
    assert project.data.all() == (first, second)

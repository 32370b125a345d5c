"""The journeys of a project are drafted, kept, renamed, deleted and brought back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studio.journey.body import RawBody
from studio.journey.editing import add_step, change_settings, rename
from studio.journey.inspection import inspect
from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.node import CodeBlock, Step
from studio.journey.request import Request
from studio.journey.revision import RevisionCause
from studio.journey.sample import PRACTICE, TALK
from studio.journey.spot import Spot
from studio.journey.template import Secret, Variable
from studio.journey.undo import History
from studio.project import journey_desk
from studio.project.names import UnknownNameError
from studio.project.opening import add_practice, create_project, open_project
from studio.project.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    project.add_journey(TALK)
    return project


def renamed(history: History, name: str, at_s: float = 0.0) -> History:
    """Return a history in which the journey was called otherwise."""
    edit = change_settings(history.journey, replace(history.journey, name=name))
    return history.with_edit(edit, at_s)


def test_an_edit_is_the_draft_at_once_and_can_be_undone_after_a_restart(
    project: Project, tmp_path: Path
) -> None:
    history = project.desk.history("J1")
    history = history.with_edit(rename(history.journey, "n3", "List"), 0.0)
    project.desk.keep(history)
    assert project.journeys()[0] == history.journey
    assert project.desk.standing("J1") == journey_desk.Standing(1, is_changed=True)
    project.close()
    again = open_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    back = again.desk.history("J1")
    assert str(back.undoes) == "Rename “Look at the list” to “List”"
    assert replace(back.undone().journey, id="J1") == again.desk.revision("J1", 1)
    again.close()


def test_a_revision_is_made_with_cause_and_label(project: Project) -> None:
    desk = project.desk
    assert desk.save("J1", RevisionCause.RUN).number == 1
    history = desk.history("J1")
    desk.keep(history.with_edit(rename(history.journey, "n3", "List"), 0.0))
    revision = desk.save("J1", label="shorter")
    assert (revision.number, revision.journey) == (2, desk.journey("J1"))
    assert [(it.cause, it.label) for it in desk.revisions("J1")] == [
        (RevisionCause.SAVED, "shorter"),
        (RevisionCause.IMPORTED, ""),
    ]
    assert desk.standing("J1") == journey_desk.Standing(2, is_changed=False)
    with pytest.raises(UnknownNameError):
        desk.revision("J1", 3)


def test_scenarios_follow_a_journey_to_its_new_name(project: Project) -> None:
    project.desk.keep(renamed(project.desk.history("J1"), "Visitor"))
    assert [share.journey for it in project.scenarios() for share in it.mix] == ["Visitor"]
    assert project.bundle("Visitor").locustfile
    with pytest.raises(JourneyError, match="called “WebsiteUser” already"):
        project.desk.keep(renamed(project.desk.history("J1"), TALK.name))
    assert project.desk.journey("J1").name == "Visitor"


def test_what_comes_from_elsewhere_gets_a_name_and_ids_of_its_own(project: Project) -> None:
    twice = replace(TALK, again=(*TALK.again, *TALK.again))
    added = project.desk.add(twice)
    assert (added.id, added.name) == ("J3", "WebsiteUser 2")
    assert len({it.id for it in added.again}) == 4
    assert project.desk.revisions("J3")[0].cause is RevisionCause.IMPORTED


def test_half_a_character_in_a_name_is_kept_as_its_number(project: Project) -> None:
    added = project.desk.add(replace(TALK, name="a\ud800"))
    assert added.name == "a\\ud800"
    project.desk.keep(renamed(project.desk.history(added.id), "b\udfff"))
    assert project.desk.journey(added.id).name == "b\udfff"


def test_another_version_in_its_place_can_be_undone(project: Project) -> None:
    before = project.desk.journey("J1")
    project.save(journeys=[add_step(before, Spot("once", 0), "New").journey])
    assert project.desk.history("J1").undone().journey == before
    assert project.desk.standing("J1") == journey_desk.Standing(2, is_changed=False)


def test_a_deleted_journey_is_brought_back_with_its_draft(project: Project) -> None:
    desk = project.desk
    history = desk.history("J2").with_edit(rename(desk.journey("J2"), "n2", "Start"), 0.0)
    desk.keep(history)
    desk.delete("J2")
    assert [it.id for it in desk.all()] == ["J1"]
    assert [(it.id, it.name) for it in desk.binned()] == [("J2", "WebsiteUser")]
    assert project.add_journey(TALK).id == "J3"
    back = desk.bring_back("J2")
    assert (back.name, back.again) == ("WebsiteUser 2", history.journey.again)
    assert str(desk.history("J2").undoes) == "Bring in another version"
    assert [it.name for it in desk.all()] == [PRACTICE.name, "WebsiteUser 2", "WebsiteUser"]
    assert desk.binned() == ()
    with pytest.raises(UnknownNameError):
        desk.bring_back("J2")
    with pytest.raises(UnknownNameError):
        desk.delete("J9")


def test_the_bin_is_emptied_after_thirty_days(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.desk.delete("J2")
    later = datetime.now(UTC) + timedelta(days=31)
    monkeypatch.setattr(journey_desk, "_now", lambda: later)
    assert project.desk.binned() == ()
    project.close()
    again = open_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    with pytest.raises(UnknownNameError):
        again.desk.bring_back("J2")
    assert [it.id for it in again.journeys()] == ["J1"]
    again.close()


def test_what_is_around_a_journey_is_known_to_its_inspection(tmp_path: Path) -> None:
    values = {"PIN": "1234"}
    project = create_project(tmp_path / "own.swarmbook", tmp_path / "home", values.get)
    project.data.add("accounts", b"name\nanna\n")
    pieces = (Secret("pin"), Secret("token"), Variable("accounts.nme"))
    step = Step("n1", "A", (Request("r1", "POST", "/", body=RawBody(pieces, "text/plain")),))
    journey = project.desk.add(Journey("J1", "J", (step, CodeBlock("n2", "C", "pass"))))
    said = {str(it.sentence) for it in inspect(journey, project.around(journey))}
    assert said == {
        "The secret “token” has no value on this computer.",
        "The data file “accounts” has no column “nme”.",
        "“C” does not run: code is not allowed in this project.",
    }
    project.close()

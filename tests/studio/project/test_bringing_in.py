"""An import is in a project whole or not at all, under names that are free."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.importer.imported import Imported, ImportedFile, ImportedRecording, ImportedTable
from studio.journey.body import FileBody, FormBody
from studio.journey.journey import RecordingRef
from studio.journey.request import Request
from studio.journey.revision import RevisionCause
from studio.journey.template import Variable
from studio.journey.uses import attachments_of, sources_of
from studio.progress import CancelledError, Progress
from studio.project.opening import create_project
from studio.project.project import Project
from studio.scenario.target import Target
from tests.builders import make_journey
from tests.studio.recording.visits import exchange, visit

FORM = Request("r1", "POST", "/", body=FormBody((("u", (Variable("people.name"),)),)))
UPLOAD = Request("r2", "PUT", "/", body=FileBody("a.tar.gz"))


@pytest.fixture
def project(tmp_path: Path) -> Generator[Project]:
    with closing(create_project(tmp_path / "a", tmp_path / "home")) as made:
        yield made


def _imported(rows: bytes = b"name\nzoe\n", content: bytes = b"x") -> Imported:
    return Imported(
        (
            make_journey(request=FORM, name="Form", recording=RecordingRef("", "2026-03-14", "9f")),
            make_journey(request=UPLOAD, name="Upload"),
        ),
        data_files=(ImportedTable("people", rows),),
        targets=(Target("T1", "Staging", (("main", "https://staging.test"),)),),
        attachments=(ImportedFile("a.tar.gz", content),),
        recordings=(ImportedRecording(visit(exchange("GET", "/")), "9f"),),
    )


def test_all_of_an_import_is_kept_as_one_revision(project: Project) -> None:
    brought = project.bring_in(_imported(), Progress())
    assert [it.name for it in brought.journeys] == ["Form", "Upload"]
    assert brought.renamed == ()
    assert project.journeys() == brought.journeys
    form = brought.journeys[0]
    assert form.recording is not None
    assert project.recordings.read(form.recording.id) is not None
    (revision,) = project.desk.revisions(form.id)
    assert revision.cause is RevisionCause.IMPORTED
    assert [it.name for it in project.targets.all()] == ["Staging"]


def test_what_is_there_already_is_not_kept_again(project: Project) -> None:
    project.bring_in(_imported(), Progress())
    again = project.bring_in(_imported(), Progress())
    assert again.renamed == (("Form", "Form 2"), ("Upload", "Upload 2"))
    assert [it.name for it in project.data.all()] == ["people"]
    assert [it.name for it in project.attachments.all()] == ["a.tar.gz"]
    assert len(project.targets.all()) == 1


def test_taken_names_get_a_number_and_journeys_follow(project: Project) -> None:
    project.bring_in(_imported(), Progress())
    other = project.bring_in(_imported(b"name\nmax\n", b"y"), Progress())
    assert sources_of(other.journeys[0]) == {"people_2"}
    assert attachments_of(other.journeys[1]) == ("a_2.tar.gz",)
    assert ("people", "people_2") in other.renamed


def test_an_import_that_fails_or_is_cancelled_leaves_nothing(project: Project) -> None:
    with pytest.raises(StudioError):
        project.bring_in(_imported(rows=b""), Progress())
    cancelled = Progress()
    cancelled.cancel()
    with pytest.raises(CancelledError):
        project.bring_in(_imported(), cancelled)
    assert project.journeys() == ()
    assert project.targets.all() == ()
    assert project.recordings.read("C1") is None

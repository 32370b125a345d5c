"""Recordings are kept packed and without secrets, and read where they lie."""

import pytest

from studio.database.project_file import ProjectFile
from studio.progress import CancelledError, Progress
from studio.recording.exchange import Page
from studio.recording.recording_store import RecordingStore
from tests.studio.recording.visits import exchange, visit

VISIT = visit(
    exchange("GET", "/", answer="<p>é</p>", page="p1", got=[("A", "b")]),
    exchange("POST", "/a", body="x=1", at_s=2.5),
    pages=[Page("p1", "Home", 0.0)],
)


def test_a_recording_comes_back(project_file: ProjectFile) -> None:
    store = RecordingStore(project_file)
    ids = [store.add(VISIT, "2026-03-14T10:00:00+00:00", "9f", Progress()) for _ in range(2)]
    assert ids == ["C1", "C2"]
    back = store.read("C2")
    assert back is not None
    assert tuple(back.exchanges) == tuple(VISIT.exchanges)
    assert back.exchanges[-1:] == list(VISIT.exchanges[1:])
    assert (back.pages, back.name, back.sites) == (VISIT.pages, VISIT.name, VISIT.sites)
    assert store.read("C9") is None


def test_keeping_can_be_cancelled_and_leaves_nothing(project_file: ProjectFile) -> None:
    store, progress = RecordingStore(project_file), Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        store.add(VISIT, "2026-03-14T10:00:00+00:00", "9f", progress)
    assert store.read("C1") is None

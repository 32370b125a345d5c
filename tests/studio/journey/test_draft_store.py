"""A draft and what can be undone of it outlive the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.database.project_file import ProjectFile
from studio.errors import NotSavedError
from studio.journey.draft_store import DraftStore
from studio.journey.editing import rename
from studio.journey.journey import Journey
from studio.journey.journey_store import JourneyStore
from studio.journey.sample import PRACTICE
from studio.journey.undo import MOST_EDITS, History
from tests.random_edits import EDITS, edits
from tests.rich_journeys import rich_journeys

moves = st.lists(edits | st.sampled_from(("undo", "redo")), max_size=12)


def renamed(history: History, name: str, at_s: float) -> History:
    """Return a history in which a step was called otherwise."""
    return history.with_edit(rename(history.journey, "n3", name), at_s)


@given(rich_journeys, moves)
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_history_comes_back_after_a_restart(
    project_file: ProjectFile, journey: Journey, drawn: list[tuple[int, int] | str]
) -> None:
    JourneyStore(project_file).save(PRACTICE, "2026")
    store, history = DraftStore(project_file), History(journey)
    for at_s, it in enumerate(drawn):
        if isinstance(it, str):
            history = history.undone() if it == "undo" else history.redone()
        else:
            history = history.with_edit(EDITS[it[0] % len(EDITS)](history.journey, it[1]), at_s * 9)
        store.keep(history)
    if drawn:
        assert DraftStore(project_file).history("J1") == history
        assert DraftStore(project_file).draft("J1") == history.journey


def test_a_screen_may_leave_out_all_but_the_last(project_file: ProjectFile) -> None:
    JourneyStore(project_file).save(PRACTICE, "2026")
    store, history = DraftStore(project_file), History(PRACTICE)
    for number in range(MOST_EDITS + 20):
        history = renamed(history, f"Name {number}", 10.0 * number)
        if number % 30 == 0:
            store.keep(history)
    store.keep(history)
    back = DraftStore(project_file).history("J1")
    assert back == history
    assert back is not None
    assert back.edits[0].after is back.edits[1].before
    while history.undoes:
        history = history.undone()
    store.keep(history)
    assert DraftStore(project_file).history("J1") == history


def test_a_dropped_draft_is_gone(project_file: ProjectFile) -> None:
    JourneyStore(project_file).save(PRACTICE, "2026")
    store = DraftStore(project_file)
    store.keep(renamed(History(PRACTICE), "A", 0.0))
    store.drop("J1")
    assert (store.history("J1"), store.draft("J1")) == (None, None)
    store.keep(renamed(History(PRACTICE), "B", 0.0))
    assert store.history("J1") == renamed(History(PRACTICE), "B", 0.0)


def test_what_a_full_disk_refused_is_written_next_time(tmp_path: Path) -> None:
    file = ProjectFile(tmp_path / "shop.swarmbook")
    JourneyStore(file).save(PRACTICE, "2026")
    store, history = DraftStore(file), History(PRACTICE)
    file.execute("PRAGMA max_page_count = 1")  # no more than there are
    history = renamed(history, "Name" * 100_000, 0.0)
    with pytest.raises(NotSavedError):
        store.keep(history)
    file.execute("PRAGMA max_page_count = 100000")
    history = renamed(history, "Last", 1e6)
    store.keep(history)
    assert DraftStore(file).history("J1") == history
    file.close()


def test_half_a_character_in_an_id_is_kept(project_file: ProjectFile) -> None:
    JourneyStore(project_file).save(PRACTICE, "2026")
    odd = replace(PRACTICE, once=(replace(PRACTICE.once[0], id="\ud800"),))
    history = History(odd).with_edit(rename(odd, "\ud800", "\udfff"), 0.0)
    DraftStore(project_file).keep(history)
    assert DraftStore(project_file).history("J1") == history

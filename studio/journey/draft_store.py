"""Drafts of journeys in the project file, with their edits, so that undo outlives the window."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from studio.database.project_file import ProjectFile
from studio.errors import NotSavedError
from studio.journey.journey import Journey
from studio.journey.sentence_json import read_sentence, write_sentence
from studio.journey.state_store import StateStore
from studio.journey.undo import DoneEdit, History


@dataclass(frozen=True, slots=True)
class _Draft:
    journey_id: str
    sha256: str
    last_edit: int


@dataclass(frozen=True, slots=True)
class _Edit:
    position: int
    sentence: str
    typing: str
    at_s: float
    before_sha256: str
    after_sha256: str


class DraftStore:
    """Journeys as they stand between revisions; belongs to the thread that opened the file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._states = StateStore(file)
        self._kept: dict[str, dict[int, DoneEdit]] = {}  # what stands in the file, by journey

    def keep(self, history: History) -> None:
        """Keep a journey as it stands and what can be undone; only what is new is written.

        Raises:
            NotSavedError: The file cannot be written; it is as it was before.
        """
        try:
            with self._file.atomic():
                self._keep(history)
        except NotSavedError:
            self._kept.pop(history.journey.id, None)
            self._states.forget()
            raise
        self._kept[history.journey.id] = {it.number: it for it in history.edits}

    def history(self, journey_id: str) -> History | None:
        """Return a journey as it stands and what can be undone; None: no edit was ever kept.

        Raises:
            FileFormatError: An earlier state is not there.
        """
        draft = self._draft(journey_id)
        if draft is None:
            return None
        self._states.sweep()
        rows = self._edits(journey_id)
        sums = {
            draft.sha256,
            *(sum_ for it in rows for sum_ in (it.before_sha256, it.after_sha256)),
        }
        states = {it: self._states.read(it) for it in sums}
        edits = tuple(_done(row, states) for row in rows)
        self._kept[journey_id] = {it.number: it for it in edits}
        position = sum(it.number <= draft.last_edit for it in edits)
        return History(states[draft.sha256], edits, position)

    def draft(self, journey_id: str) -> Journey | None:
        """Return a journey as it stands; None: as its newest revision."""
        draft = self._draft(journey_id)
        return None if draft is None else self._states.read(draft.sha256)

    def drop(self, journey_id: str) -> None:
        """Forget a journey's draft and what can be undone."""
        self._file.execute("DELETE FROM journey_edit WHERE journey_id = ?", journey_id)
        self._file.execute("DELETE FROM journey_draft WHERE journey_id = ?", journey_id)
        self._kept.pop(journey_id, None)

    def _keep(self, history: History) -> None:
        journey_id = history.journey.id
        kept = self._kept.get(journey_id)
        wanted = {it.number: it for it in history.edits}
        former = {it.position for it in self._edits(journey_id)} if kept is None else set(kept)
        for number in former - wanted.keys():
            self._drop_edit(journey_id, number)
        for number, edit in wanted.items():
            if kept is None or kept.get(number) is not edit:
                self._keep_edit(journey_id, edit)
        self._file.execute(
            "INSERT OR REPLACE INTO journey_draft VALUES (?, ?, ?)",
            journey_id,
            self._states.keep(history.journey),
            history.last_number,
        )

    def _draft(self, journey_id: str) -> _Draft | None:
        sql = "SELECT * FROM journey_draft WHERE journey_id = ?"
        return next(self._file.rows(_Draft, sql, journey_id), None)

    def _edits(self, journey_id: str) -> list[_Edit]:
        sql = (
            "SELECT position, sentence, typing, at_s, before_sha256, after_sha256"
            " FROM journey_edit WHERE journey_id = ? ORDER BY position"
        )
        return list(self._file.rows(_Edit, sql, journey_id))

    def _keep_edit(self, journey_id: str, edit: DoneEdit) -> None:
        self._file.execute(
            "INSERT OR REPLACE INTO journey_edit VALUES (?, ?, ?, ?, ?, ?, ?)",
            journey_id,
            edit.number,
            write_sentence(edit.sentence),
            json.dumps(edit.typing),  # it may hold half a character, which no column takes
            edit.at_s,
            self._states.keep(edit.before),
            self._states.keep(edit.after),
        )

    def _drop_edit(self, journey_id: str, number: int) -> None:
        sql = "DELETE FROM journey_edit WHERE journey_id = ? AND position = ?"
        self._file.execute(sql, journey_id, number)


def _done(row: _Edit, states: Mapping[str, Journey]) -> DoneEdit:
    before, after = states[row.before_sha256], states[row.after_sha256]
    sentence = read_sentence(row.sentence)
    typing = str(json.loads(row.typing))
    return DoneEdit(row.position, sentence, before, after, typing, row.at_s)

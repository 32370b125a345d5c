"""JourneyDesk: the journeys of a project as they are worked on: drafts, undo, revisions, bin."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from studio.database.project_file import ProjectFile
from studio.journey.data_file import DataFile
from studio.journey.draft_store import DraftStore
from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.journey_store import JourneyStore, kept_name
from studio.journey.numbering import with_own_ids
from studio.journey.revision import (
    BinnedJourney,
    JourneyRevision,
    RevisionCause,
    RevisionSummary,
)
from studio.journey.undo import History
from studio.journey.uses import sources_of
from studio.phrase import Phrase
from studio.project.names import unknown

KEPT_IN_BIN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a journey stands to its revisions."""

    number: int
    """Of its newest revision."""

    is_changed: bool
    """Whether it was edited since."""


class JourneyDesk:
    """The journeys of one project; belongs to the thread that opened it.

    A screen holds the `History` of a journey, makes each edit in it at once, and hands it to `keep`
    on the project's thread: what is kept is always a whole history, so a screen may leave out any
    but the last.
    """

    def __init__(
        self,
        file: ProjectFile,
        data_files: Callable[[], tuple[DataFile, ...]],
        rename: Callable[[str, str], None],
    ) -> None:
        """Look at a project's journeys.

        Args:
            file: The project file.
            data_files: Returns the project's data files.
            rename: Called with the old and the new name of a journey, to follow it in scenarios.
        """
        self._file = file
        self._data_files = data_files
        self._rename = rename
        self._store = JourneyStore(file)
        self._drafts = DraftStore(file)
        self.allows_code = False
        """Whether code that a person wrote may run; off until somebody says so, at each opening."""

    def all(self) -> tuple[Journey, ...]:
        """Return every journey as it stands, in the order they were made."""
        return tuple(it.journey for it in self._standing())

    def journey(self, journey_id: str) -> Journey:
        """Return a journey as it stands.

        Raises:
            UnknownNameError: There is none of that id.
        """
        for journey in self.all():
            if journey.id == journey_id:
                return journey
        raise unknown(journey_id, [it.id for it in self.all()])

    def add(self, journey: Journey, cause: RevisionCause = RevisionCause.IMPORTED) -> Journey:
        """Keep a journey from elsewhere and return it: its id, its name and ids in it are its own.

        Args:
            journey: The journey.
            cause: Of its first revision.
        """
        used = [int(it[1:]) for it in self._store.names() if it[1:].isdecimal()]
        name = self._free_name(kept_name(journey.name), "")
        own = replace(with_own_ids(journey), id=f"J{max(used, default=0) + 1}", name=name)
        self._save(own, cause, "")
        return own

    def put(self, journey: Journey, cause: RevisionCause = RevisionCause.SAVED) -> None:
        """Keep a journey, and a revision of it, in place of the one of its id: one edit to undo."""
        if journey.id in self._store.names():
            edit = Edit(journey, Phrase("journey", "Bring in another version"))
            history = self.history(journey.id)
            if history.journey != journey:
                self.keep(history.with_edit(edit, _now().timestamp()))
        self._save(journey, cause, "")

    def history(self, journey_id: str) -> History:
        """Return a journey as it stands, with all that can be undone.

        Raises:
            UnknownNameError: There is none of that id.
        """
        return self._drafts.history(journey_id) or History(self.journey(journey_id))

    def keep(self, history: History) -> None:
        """Keep a journey as it stands, as its draft, with all that can be undone.

        Raises:
            JourneyError: Another journey has its name.
            NotSavedError: The project cannot be written; it is as it was before.
        """
        journey = history.journey
        names = self._store.names()
        old, new = names[journey.id], kept_name(journey.name)
        if old != new and new in names.values():
            raise _named_already(new)
        with self._file.atomic():
            if old != new:
                self._store.name(journey)
                self._rename(old, journey.name)
            self._drafts.keep(history)

    def save(
        self, journey_id: str, cause: RevisionCause = RevisionCause.SAVED, label: str = ""
    ) -> JourneyRevision:
        """Keep a journey as it stands as a revision; one that is equal to the last makes none.

        Args:
            journey_id: Which journey.
            cause: Why.
            label: What somebody calls it; empty: nothing.

        Raises:
            UnknownNameError: There is none of that id.
        """
        journey = self.journey(journey_id)
        return JourneyRevision(journey, self._save(journey, cause, label))

    def standing(self, journey_id: str) -> Standing:
        """Return how a journey stands to its revisions.

        Raises:
            UnknownNameError: There is none of that id.
        """
        journey = self.journey(journey_id)
        newest = next(it for it in self._store.all() if it.journey.id == journey_id)
        return Standing(newest.number, newest.journey != journey)

    def revisions(self, journey_id: str) -> tuple[RevisionSummary, ...]:
        """Return what is known of a journey's revisions, newest first."""
        return self._store.revisions(journey_id)

    def revision(self, journey_id: str, number: int) -> Journey:
        """Return a journey as it stood in a revision.

        Raises:
            UnknownNameError: There is none of that number.
        """
        found = self._store.read(journey_id, number)
        if found is None:
            known = [str(it.number) for it in self.revisions(journey_id)]
            raise unknown(f"{journey_id} {number}", known)
        return found

    def delete(self, journey_id: str) -> None:
        """Put a journey into the bin, from where it can be brought back for 30 days."""
        self.journey(journey_id)
        self._store.bin(journey_id, _now().isoformat(timespec="seconds"))

    def binned(self) -> tuple[BinnedJourney, ...]:
        """Return the journeys that can be brought back, the last to go first."""
        oldest = (_now() - KEPT_IN_BIN).isoformat(timespec="seconds")
        found = (it for it in self._store.binned() if it.binned_at >= oldest)
        return tuple(replace(it, name=self._in_bin(it.id).name) for it in found)

    def bring_back(self, journey_id: str) -> Journey:
        """Bring a journey back from the bin and return it; where its name is taken, under another.

        Raises:
            UnknownNameError: It is not in the bin.
        """
        if journey_id not in {it.id for it in self._store.binned()}:
            raise unknown(journey_id, [it.id for it in self.binned()])
        journey = self._in_bin(journey_id)
        free = replace(journey, name=self._free_name(journey.name, journey_id))
        with self._file.atomic():
            self._store.unbin(free)
            if free != journey:
                self.put(free)
        return free

    def empty_bin(self) -> None:
        """Forget what has been in the bin for longer than 30 days."""
        oldest = (_now() - KEPT_IN_BIN).isoformat(timespec="seconds")
        for binned in self._store.binned():
            if binned.binned_at < oldest:
                self._drafts.drop(binned.id)
                self._store.purge(binned.id)

    def _standing(self) -> tuple[JourneyRevision, ...]:
        return tuple(
            replace(it, journey=self._drafts.draft(it.journey.id) or it.journey)
            for it in self._store.all()
        )

    def _in_bin(self, journey_id: str) -> Journey:
        newest = self._store.revisions(journey_id)[0].number
        return self._drafts.draft(journey_id) or self.revision(journey_id, newest)

    def _save(self, journey: Journey, cause: RevisionCause, label: str) -> int:
        used = sources_of(journey)
        data_files = [it for it in self._data_files() if it.name in used]
        made_at = _now().isoformat(timespec="seconds")
        return self._store.save(journey, made_at, data_files, cause, label)

    def _free_name(self, wanted: str, journey_id: str) -> str:
        taken = {name for it, name in self._store.names().items() if it != journey_id}
        numbered = (f"{wanted} {number}" for number in count(2))
        return wanted if wanted not in taken else next(it for it in numbered if it not in taken)


def _named_already(name: str) -> JourneyError:
    return JourneyError(
        Phrase("project", "There is a journey called “{name}” already.").of(name=name[:100]),
        meaning=Phrase("project", "The last change was not saved."),
        remedy=Phrase("project", "Choose another name."),
    )


def _now() -> datetime:
    return datetime.now(UTC)

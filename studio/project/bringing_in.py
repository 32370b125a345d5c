"""Bringing in: what was imported, kept in a project: whole or not at all."""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count

from studio.database.project_file import ProjectFile
from studio.importer.imported import Imported
from studio.journey.attachment_store import AttachmentStore
from studio.journey.data_reading import read_table, sha256_of
from studio.journey.journey import Journey
from studio.journey.renaming import with_other_names
from studio.progress import Progress
from studio.project.data_shelf import DataShelf
from studio.project.journey_desk import JourneyDesk
from studio.recording.recording_store import RecordingStore
from studio.scenario.target import Target
from studio.scenario.target_store import TargetStore


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import became in a project."""

    journeys: tuple[Journey, ...]
    targets: tuple[Target, ...]

    renamed: tuple[tuple[str, str], ...]
    """Names that were taken, each with the name the thing has now."""


class BringingIn:
    """Keeps what was imported; belongs to the thread that opened the project."""

    def __init__(self, file: ProjectFile, desk: JourneyDesk, data: DataShelf) -> None:
        self._file = file
        self._desk = desk
        self._data = data
        self.attachments = AttachmentStore(file)
        self.targets = TargetStore(file)
        self.recordings = RecordingStore(file)

    def bring_in(self, imported: Imported, progress: Progress) -> Brought:
        """Keep what was imported and return what it is in the project.

        Names that are taken get a number; what is there already, to the byte, is not kept again.

        Raises:
            StudioError: A table or a file cannot be kept; nothing was.
            CancelledError: It was cancelled; nothing was kept.
        """
        with self._file.atomic():
            recordings = self._recordings(imported, progress.part(0.0, 0.9))
            data_files = self._data_files(imported)
            files = self._attachments(imported)
            targets = tuple(self.targets.add(target) for target in imported.targets)
            renamed: list[tuple[str, str]] = [*data_files.items(), *files.items()]
            journeys: list[Journey] = []
            for journey in imported.journeys:
                own = with_other_names(_referring(journey, recordings), data_files, files)
                kept = self._desk.add(own)
                if kept.name != journey.name:
                    renamed.append((journey.name, kept.name))
                journeys.append(kept)
        return Brought(tuple(journeys), targets, tuple(renamed))

    def _recordings(self, imported: Imported, progress: Progress) -> dict[str, str]:
        """Return the ids of recordings by the sums of the files they come from."""
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        return {
            it.sha256: self.recordings.add(it.recording, made_at, it.sha256, progress)
            for it in imported.recordings
        }

    def _data_files(self, imported: Imported) -> dict[str, str]:
        """Return the names that were taken, each with the one used instead."""
        renamed: dict[str, str] = {}
        for table in imported.data_files:
            known = {it.name: it.sha256 for it in self._data.all()}
            if known.get(table.name) == sha256_of(read_table(table.content).to_csv()):
                continue
            name = _free(table.name, known)
            self._data.add(name, table.content, table.rows, table.at_end)
            if name != table.name:
                renamed[table.name] = name
        return renamed

    def _attachments(self, imported: Imported) -> dict[str, str]:
        """Return the names that were taken, each with the one used instead."""
        renamed: dict[str, str] = {}
        for file in imported.attachments:
            known = {it.name: it.sha256 for it in self.attachments.all()}
            if known.get(file.name) == hashlib.sha256(file.content).hexdigest():
                continue
            name = _free(file.name, known)
            self.attachments.add(name, file.content)
            if name != file.name:
                renamed[file.name] = name
        return renamed


def _referring(journey: Journey, recordings: Mapping[str, str]) -> Journey:
    """Return a journey that refers to its recording by the id it has in this project."""
    if journey.recording is None or journey.recording.sha256 not in recordings:
        return journey
    own = replace(journey.recording, id=recordings[journey.recording.sha256])
    return replace(journey, recording=own)


def _free(wanted: str, taken: Collection[str]) -> str:
    """Return a name nobody has: `accounts_2`, `logo_2.png`."""
    stem, dot, ending = wanted.partition(".")
    numbered = (f"{stem}_{number}{dot}{ending}" for number in count(2))
    return wanted if wanted not in taken else next(it for it in numbered if it not in taken)

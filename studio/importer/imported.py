"""Imported: what was read from files of others, before any of it is in a project."""

from dataclasses import dataclass, field

from studio.importer.carried_over import NOTHING_CARRIED, CarriedOver
from studio.journey.data_file import AtEnd, RowUse
from studio.journey.journey import Journey
from studio.recording.exchange import Recording
from studio.scenario.target import Target


@dataclass(frozen=True, slots=True)
class ImportedTable:
    """A table for variables, as `{{name.column}}` in the journeys that came with it."""

    name: str
    """One a data file may have; where the project has one of it, journeys are changed with it."""

    content: bytes
    """CSV with a heading, or a JSON list of objects."""

    rows: RowUse = RowUse.OWN
    at_end: AtEnd = AtEnd.AGAIN


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file to upload, by the name the journeys that came with it know it by."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ImportedRecording:
    """A recording journeys were made from; it is kept without its secrets."""

    recording: Recording

    sha256: str
    """Of the file it comes from; the journeys made from it refer to it by this."""


@dataclass(frozen=True, slots=True)
class HiddenSecret:
    """A value taken out before anything was kept; `{{secret.name}}` stands in its place."""

    name: str

    where: str
    """Where it stood, such as `POST /login: password`."""

    value: str = field(repr=False)
    """Only ever in memory: for the keyring, if the tester wants it there."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What was read from files of others, before any of it is in a project."""

    journeys: tuple[Journey, ...] = ()
    """Their ids are free to change; names may be those of journeys the project has."""

    data_files: tuple[ImportedTable, ...] = ()

    targets: tuple[Target, ...] = ()
    """Environments the source knows; the first is the one the journeys were made for."""

    attachments: tuple[ImportedFile, ...] = ()
    secrets: tuple[HiddenSecret, ...] = ()
    recordings: tuple[ImportedRecording, ...] = ()
    carried_over: CarriedOver = NOTHING_CARRIED

    def __add__(self, other: "Imported") -> "Imported":
        return Imported(
            self.journeys + other.journeys,
            self.data_files + other.data_files,
            self.targets + other.targets,
            self.attachments + other.attachments,
            self.secrets + other.secrets,
            self.recordings + other.recordings,
            self.carried_over + other.carried_over,
        )

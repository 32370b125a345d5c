"""Trials in the project file: of each journey the last one, and the last that passed."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from studio.database.project_file import ProjectFile
from studio.engine.trial_messages import TRIAL_MESSAGES, TrialMessage
from studio.errors import FileFormatError
from studio.journey.journey import Journey
from studio.locustfile.source_map import SourcePlace
from studio.phrase import Phrase
from studio.trial.keeping import kept_messages
from studio.trial.record import TrialRecord, TrialState
from studio.trial.session import TrialSession
from studio.typed_json import MisfitError, read, write

_LARGEST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class TrialSummary:
    """What is known of a trial without its exchanges."""

    journey_id: str
    state: TrialState
    tried_at: str
    """UTC, ISO 8601."""

    passed_steps: int
    step_count: int


@dataclass(frozen=True, slots=True)
class _Stored:
    host: str
    tried_at: str
    state: str
    document: bytes


@dataclass(frozen=True, slots=True)
class _Document:
    places: tuple[SourcePlace, ...]

    messages: tuple[str, ...]
    """As they came over the wire."""


class TrialStore:
    """The trials of one project; belongs to the thread that opened the project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def keep(
        self,
        record: TrialRecord,
        messages: Sequence[TrialMessage],
        places: Sequence[SourcePlace],
    ) -> None:
        """Keep a trial that has ended, in place of the one before; redacted."""
        lines = tuple(map(TRIAL_MESSAGES.encode, kept_messages(messages)))
        text = json.dumps(write(_Document(tuple(places), lines)))
        document = zlib.compress(text.encode(), 6)
        kinds = ("last", "good") if record.state is TrialState.PASSED else ("last",)
        with self._file.atomic():
            for kind in kinds:
                self._file.execute(
                    "INSERT OR REPLACE INTO trial VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    record.journey,
                    kind,
                    record.state,
                    record.tried_at,
                    record.host,
                    record.passed_steps,
                    record.step_count,
                    document,
                )

    def last(self, journey: Journey) -> TrialRecord | None:
        """Return the last trial of a journey, held against the journey as it is now."""
        return self._read(journey, "last")

    def last_good(self, journey: Journey) -> TrialRecord | None:
        """Return the last trial that passed; None if none ever did."""
        return self._read(journey, "good")

    def all(self) -> tuple[TrialSummary, ...]:
        """Return of each journey that was tried what came of its last trial."""
        sql = (
            "SELECT journey_id, state, tried_at, passed_steps, step_count FROM trial"
            " WHERE kind = 'last' ORDER BY journey_id"
        )
        return tuple(self._file.rows(TrialSummary, sql))

    def _read(self, journey: Journey, kind: str) -> TrialRecord | None:
        sql = "SELECT host, tried_at, state, document FROM trial WHERE journey_id = ? AND kind = ?"
        row = next(self._file.rows(_Stored, sql, journey.id, kind), None)
        return None if row is None else _replayed(journey, row)


def _replayed(journey: Journey, row: _Stored) -> TrialRecord:
    try:
        document: _Document = read(_Document, json.loads(_unpacked(row.document)))
        messages = [TRIAL_MESSAGES.decode(line) for line in document.messages]
    except (zlib.error, ValueError, MisfitError, RecursionError) as error:
        raise FileFormatError(
            Phrase("trial", "The kept trial of “{journey}” cannot be read.").of(
                journey=journey.name
            ),
            remedy=Phrase("trial", "Try it once more."),
        ) from error
    session = TrialSession(journey, document.places, host=row.host, tried_at=row.tried_at)
    for message in messages:
        session.receive(message)
    session.end(None, by_hand=row.state == TrialState.CANCELLED)
    return session.snapshot()


def _unpacked(document: bytes) -> bytes:
    """Return a document unpacked; a project may come from a stranger, so not without a limit."""
    return zlib.decompressobj().decompress(document, _LARGEST_BYTES)

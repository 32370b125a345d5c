"""The first frame of a journal: which run of which project it belongs to."""

import json
import platform
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from studio.engine.journal import JournalWriter, read
from studio.typed_json import read as read_value
from studio.version import SWARMBOOK

FORMAT = 1
"""Goes up when frames change their meaning."""

_LONGEST_HEADER_BYTES = 64 * 1024
"""Enough of a journal to find its header in: a folder may hold journals of hundreds of MB."""


@dataclass(frozen=True, slots=True)
class JournalHeader:
    """What a journal says of itself, so that it is found and believed whatever it is named."""

    format: int

    run: str
    """The run's own number, a UUID in hexadecimal."""

    project: str
    """The project's own number, which outlives the name of its file."""

    versions: dict[str, str]
    """Of Swarmbook, Python and Locust."""

    started_at: str
    """On the wall clock, UTC, ISO 8601."""

    monotonic_s: float
    """The same moment on the clock that never steps."""

    def line(self) -> bytes:
        """Return the header as the payload of a frame."""
        return json.dumps({"is": type(self).__name__, **asdict(self)}).encode()


def header_for(run: str, project: str) -> JournalHeader:
    """Return the header of a run that starts now."""
    return JournalHeader(
        format=FORMAT,
        run=run,
        project=project,
        versions={
            "swarmbook": SWARMBOOK,
            "python": platform.python_version(),
            "locust": version("locust"),
        },
        started_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        monotonic_s=time.monotonic(),
    )


def begin_journal(path: Path, header: JournalHeader) -> None:
    """Make a run's journal, which holds nothing but its header; the engine goes on writing it.

    Raises:
        OSError: It cannot be written.
    """
    path.unlink(missing_ok=True)  # of a run of the same name that another project left
    with JournalWriter(path) as journal:
        journal.append(header.line())


def parse_header(payload: bytes) -> JournalHeader | None:
    """Return the header a frame holds; None if it holds something else."""
    try:
        fields = json.loads(payload)
        is_header = fields.pop("is") == JournalHeader.__name__
        return read_value(JournalHeader, fields) if is_header else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def header_of(path: Path) -> JournalHeader | None:
    """Return the header of the journal at a path; None if it has none that is sound."""
    try:
        with path.open("rb") as file:
            start = file.read(_LONGEST_HEADER_BYTES)
    except OSError:
        return None
    frame = next(read(start), None)
    return parse_header(frame.payload) if frame is not None and frame.number == 0 else None

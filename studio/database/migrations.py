"""The schema, one function a change.

A migration that has been released is never edited; the next change is the next function, and
`VERSION` goes up with it.
"""

import uuid
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Migrations

MIGRATIONS = Migrations("swarmbook")

VERSION = 11
"""The schema this studio writes, kept as the file's `user_version`."""


@MIGRATIONS()
def create_project(db: Any) -> None:  # noqa: ANN401  # sqlite-utils types half of itself
    """Journeys with their revisions, scenarios, and runs with what they measured."""
    for statement in _TABLES.strip().split(";\n"):
        db.execute(statement)


@MIGRATIONS()
def name_project_and_states(db: Any) -> None:  # noqa: ANN401
    """A project has a name of its own that outlives its file's, and runs have all their states."""
    if not db.execute("SELECT count(*) FROM project").fetchone()[0]:
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        db.execute("INSERT INTO project VALUES (?, ?)", [uuid.uuid4().hex, made_at])
    db.execute("UPDATE run SET state = 'starting' WHERE state = 'preparing'")
    db.execute("UPDATE run SET state = 'closing' WHERE state = 'finishing'")


@MIGRATIONS()
def add_lane(db: Any) -> None:  # noqa: ANN401
    """How much of a run the fast lane carried."""
    db.execute("ALTER TABLE run ADD COLUMN lane TEXT")


@MIGRATIONS()
def add_data_files(db: Any) -> None:  # noqa: ANN401
    """Tables that feed variables; what is in them is kept once, by its sum."""
    db.execute(
        "CREATE TABLE data_file (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
        " position INTEGER NOT NULL, document TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE TABLE data_body (sha256 TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT")


@MIGRATIONS()
def add_trouble(db: Any) -> None:  # noqa: ANN401
    """What went wrong in a run, by kind, and the exchanges that were kept of it."""
    counted = "count INTEGER NOT NULL, first_s REAL NOT NULL, last_s REAL NOT NULL"
    for table, columns in {
        "run_cause": "method TEXT NOT NULL, name TEXT NOT NULL, outcome TEXT NOT NULL,"
        f" text TEXT NOT NULL, {counted}",
        "run_exception": "kind TEXT NOT NULL, text TEXT NOT NULL, place TEXT NOT NULL,"
        f" traceback TEXT NOT NULL, {counted}",
        "run_log": f"process TEXT NOT NULL, level TEXT NOT NULL, text TEXT NOT NULL, {counted}",
        "run_example": "kind TEXT NOT NULL, method TEXT NOT NULL, name TEXT NOT NULL,"
        " at_s REAL NOT NULL, response_time_ms REAL NOT NULL, document TEXT NOT NULL",
    }.items():
        db.execute(
            f"CREATE TABLE {table} (run_number INTEGER NOT NULL REFERENCES run(number),"
            f" position INTEGER NOT NULL, {columns},"
            " PRIMARY KEY (run_number, position)) STRICT, WITHOUT ROWID"
        )


@MIGRATIONS()
def add_course(db: Any) -> None:  # noqa: ANN401
    """What a run was to be, second by second."""
    db.execute("ALTER TABLE run_second ADD COLUMN wanted INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE run_second ADD COLUMN starts TEXT")


@MIGRATIONS()
def add_search(db: Any) -> None:  # noqa: ANN401
    """What came of a search for the limit."""
    db.execute("ALTER TABLE run ADD COLUMN search TEXT")


@MIGRATIONS()
def add_signals(db: Any) -> None:  # noqa: ANN401
    """What a worker process watches of itself besides its share of a core and its lag."""
    for column in (
        *("lag_max_ms", "run_delay_share", "steal_share"),
        *("gc_pause_ms", "files_share", "ports_share"),
    ):
        db.execute(f"ALTER TABLE run_health ADD COLUMN {column} REAL NOT NULL DEFAULT 0")


@MIGRATIONS()
def add_drafts(db: Any) -> None:  # noqa: ANN401
    """Journeys between revisions, what can be undone of them, why a revision is, and a bin."""
    for statement in _DRAFTS.strip().split(";\n"):
        db.execute(statement)


@MIGRATIONS()
def add_imports(db: Any) -> None:  # noqa: ANN401
    """Recordings, files to upload and targets, as imports bring them."""
    for statement in _IMPORTS.strip().split(";\n"):
        db.execute(statement)


_IMPORTS = """
CREATE TABLE recording (
    id TEXT PRIMARY KEY, made_at TEXT NOT NULL, sha256 TEXT NOT NULL, document TEXT NOT NULL,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE recording_exchange (
    recording_id TEXT NOT NULL REFERENCES recording(id), number INTEGER NOT NULL,
    content BLOB NOT NULL, PRIMARY KEY (recording_id, number)
) STRICT;
CREATE TABLE attachment (
    name TEXT PRIMARY KEY, position INTEGER NOT NULL, sha256 TEXT NOT NULL,
    size_bytes INTEGER NOT NULL
) STRICT;
CREATE TABLE attachment_body (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE target (id TEXT PRIMARY KEY, position INTEGER NOT NULL, document TEXT NOT NULL) STRICT
"""

_DRAFTS = """
ALTER TABLE journey ADD COLUMN binned_at TEXT;
ALTER TABLE journey_revision ADD COLUMN cause TEXT NOT NULL DEFAULT 'saved';
ALTER TABLE journey_revision ADD COLUMN label TEXT NOT NULL DEFAULT '';
CREATE TABLE journey_part (
    id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, document TEXT NOT NULL
) STRICT;
CREATE TABLE journey_state (sha256 TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE journey_draft (
    journey_id TEXT PRIMARY KEY REFERENCES journey(id), sha256 TEXT NOT NULL,
    last_edit INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE journey_edit (
    journey_id TEXT NOT NULL REFERENCES journey(id), position INTEGER NOT NULL,
    sentence TEXT NOT NULL, typing TEXT NOT NULL, at_s REAL NOT NULL,
    before_sha256 TEXT NOT NULL, after_sha256 TEXT NOT NULL, PRIMARY KEY (journey_id, position)
) STRICT, WITHOUT ROWID
"""


@MIGRATIONS()
def add_trials(db: Any) -> None:  # noqa: ANN401
    """Of each journey the last trial, and the last that passed."""
    db.execute(
        "CREATE TABLE trial (journey_id TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,"
        " tried_at TEXT NOT NULL, host TEXT NOT NULL, passed_steps INTEGER NOT NULL,"
        " step_count INTEGER NOT NULL, document BLOB NOT NULL,"
        " PRIMARY KEY (journey_id, kind)) STRICT"
    )


_TABLES = """
CREATE TABLE project (uuid TEXT NOT NULL, made_at TEXT NOT NULL) STRICT;
CREATE TABLE journey (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, position INTEGER NOT NULL
) STRICT;
CREATE TABLE journey_body (sha256 TEXT PRIMARY KEY, document TEXT NOT NULL) STRICT;
CREATE TABLE journey_revision (
    journey_id TEXT NOT NULL REFERENCES journey(id), number INTEGER NOT NULL,
    made_at TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES journey_body(sha256),
    PRIMARY KEY (journey_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE scenario (name TEXT PRIMARY KEY, position INTEGER NOT NULL, document TEXT NOT NULL)
STRICT;
CREATE TABLE run (
    number INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, state TEXT NOT NULL, ending TEXT,
    host TEXT NOT NULL, started_at TEXT NOT NULL, setup TEXT NOT NULL, locustfile TEXT NOT NULL,
    at_s REAL NOT NULL DEFAULT 0, requests INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0, p95_ms REAL NOT NULL DEFAULT 0,
    verdict TEXT, trend TEXT NOT NULL DEFAULT '[]', problem TEXT
) STRICT;
CREATE TABLE run_journey (
    run_number INTEGER NOT NULL REFERENCES run(number), journey_id TEXT NOT NULL,
    revision INTEGER NOT NULL, PRIMARY KEY (run_number, journey_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE run_second (
    run_number INTEGER NOT NULL REFERENCES run(number), at_s INTEGER NOT NULL,
    users INTEGER NOT NULL, PRIMARY KEY (run_number, at_s)
) STRICT, WITHOUT ROWID;
CREATE TABLE run_health (
    run_number INTEGER NOT NULL REFERENCES run(number), at_s INTEGER NOT NULL,
    worker TEXT NOT NULL, users INTEGER NOT NULL, cpu_share REAL NOT NULL,
    lag_p95_ms REAL NOT NULL, PRIMARY KEY (run_number, at_s, worker)
) STRICT, WITHOUT ROWID;
CREATE TABLE run_event (
    run_number INTEGER NOT NULL REFERENCES run(number), position INTEGER NOT NULL,
    at_s REAL NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (run_number, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE endpoint (
    run_number INTEGER NOT NULL REFERENCES run(number), number INTEGER NOT NULL,
    method TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (run_number, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE measurement_chunk (
    run_number INTEGER NOT NULL REFERENCES run(number), endpoint INTEGER NOT NULL,
    outcome TEXT NOT NULL, minute INTEGER NOT NULL, seconds BLOB NOT NULL,
    histogram BLOB NOT NULL, fine BLOB NOT NULL,
    PRIMARY KEY (run_number, endpoint, outcome, minute)
) STRICT, WITHOUT ROWID
"""

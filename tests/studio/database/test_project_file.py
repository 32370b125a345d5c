"""One file, ours alone: made, kept whole, and left behind as one."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from studio.database.migrations import VERSION
from studio.database.project_file import APPLICATION_ID, ProjectFile, ReadOnlyError, version_of
from studio.errors import FileFormatError, NotSavedError


@dataclass(frozen=True)
class Named:
    name: str


@dataclass(frozen=True)
class Lane:
    lane: str | None


ADD = "INSERT INTO scenario VALUES (?, 0, '{}')"
ALL = "SELECT name FROM scenario"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.swarmbook"


def add_twice(file: ProjectFile) -> None:
    file.execute(ADD, "Morning")
    file.execute(ADD, "Morning")


def add_many(file: ProjectFile) -> None:
    for number in range(1000):
        file.execute(ADD, f"{number}" * 1000)


def names(file: ProjectFile) -> list[str]:
    return [row.name for row in file.rows(Named, ALL)]


def test_what_was_written_is_there_again(path: Path) -> None:
    file = ProjectFile(path)
    file.execute(ADD, "Morning")
    file.close()
    again = ProjectFile(path)
    assert names(again) == ["Morning"]
    again.close()


def test_it_leaves_one_file_that_says_whose_it_is(path: Path) -> None:
    file = ProjectFile(path)
    file.execute(ADD, "Morning")
    assert len(list(path.parent.iterdir())) > 1
    file.close()
    assert list(path.parent.iterdir()) == [path]
    assert version_of(path) == VERSION
    assert APPLICATION_ID.to_bytes(4, "big") == b"SWBK"


def test_either_all_of_a_change_is_kept_or_none(path: Path) -> None:
    file = ProjectFile(path)
    with pytest.raises(sqlite3.IntegrityError), file.atomic():
        add_twice(file)
    assert names(file) == []
    file.close()


LATER_TABLES = (
    *("data_file", "data_body", "trial"),
    *("run_cause", "run_exception", "run_log", "run_example"),
    *("journey_edit", "journey_draft", "journey_state", "journey_part"),
    *("recording_exchange", "recording", "attachment", "attachment_body", "target"),
)

LATER_SIGNALS = (
    *("lag_max_ms", "run_delay_share", "steal_share"),
    *("gc_pause_ms", "files_share", "ports_share"),
)


def as_the_first_version_left_it(path: Path) -> None:
    """Take back what came after version 1, and leave a run of its own that never ended."""
    raw = sqlite3.connect(path)
    raw.execute("DELETE FROM project")
    raw.execute(
        "INSERT INTO run (number, uuid, state, host, started_at, setup, locustfile)"
        " VALUES (1, 'a', 'preparing', 'x', 'then', '{}', '')"
    )
    for column in ("lane", "search"):
        raw.execute(f"ALTER TABLE run DROP COLUMN {column}")
    for column in LATER_SIGNALS:
        raw.execute(f"ALTER TABLE run_health DROP COLUMN {column}")
    for table in LATER_TABLES:
        raw.execute(f"DROP TABLE {table}")
    raw.execute("ALTER TABLE journey DROP COLUMN binned_at")
    for column in ("cause", "label"):
        raw.execute(f"ALTER TABLE journey_revision DROP COLUMN {column}")
    for column in ("wanted", "starts"):
        raw.execute(f"ALTER TABLE run_second DROP COLUMN {column}")
    raw.execute("DELETE FROM _sqlite_migrations WHERE name <> 'create_project'")
    raw.execute("PRAGMA user_version = 1")
    raw.commit()
    raw.close()


def test_a_file_of_the_first_version_gets_its_name_and_the_states_runs_have_now(path: Path) -> None:
    ProjectFile(path).close()
    as_the_first_version_left_it(path)
    file = ProjectFile(path)
    (uuid,) = [row.name for row in file.rows(Named, "SELECT uuid AS name FROM project")]
    assert len(uuid) == 32
    assert [row.name for row in file.rows(Named, "SELECT state AS name FROM run")] == ["starting"]
    assert version_of(path) == VERSION
    file.close()
    again = ProjectFile(path)
    assert [row.name for row in again.rows(Named, "SELECT uuid AS name FROM project")] == [uuid]
    again.close()


def test_a_newer_file_is_only_looked_at(path: Path) -> None:
    ProjectFile(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    raw.close()
    before = path.read_bytes()
    file = ProjectFile(path)
    assert file.look_only
    assert names(file) == []
    with pytest.raises(ReadOnlyError, match="look only"):
        file.execute(ADD, "Morning")
    file.close()
    assert path.read_bytes() == before


def test_a_second_reader_sees_what_the_writer_has_committed(path: Path) -> None:
    writer = ProjectFile(path)
    reader = ProjectFile(path, look_only=True)
    writer.execute(ADD, "Morning")
    assert names(reader) == ["Morning"]
    reader.close()
    writer.close()


def make_stranger(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE secrets (a)")
    raw.commit()
    raw.close()


ZEROS = b"SQLite format 3\x00" + b"\x00" * 84


@pytest.mark.parametrize("content", [b"", b"a letter to my aunt", ZEROS, None])
def test_a_file_that_is_not_ours_is_refused_untouched(path: Path, content: bytes | None) -> None:
    if content is None:
        make_stranger(path)
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(FileFormatError, match="not a Swarmbook project"):
        ProjectFile(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_damaged_project_is_named(path: Path) -> None:
    file = ProjectFile(path)
    file.execute(ADD, "Morning" * 2000)
    file.close()
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)
    with pytest.raises(FileFormatError, match="damaged"):
        ProjectFile(path)


def test_a_missing_file_has_no_version(tmp_path: Path) -> None:
    with pytest.raises(FileFormatError):
        version_of(tmp_path / "gone.swarmbook")


def test_a_run_of_an_older_file_has_no_word_of_the_fast_lane(path: Path) -> None:
    ProjectFile(path).close()
    as_the_first_version_left_it(path)
    file = ProjectFile(path)
    assert [row.lane for row in file.rows(Lane, "SELECT lane FROM run")] == [None]
    file.close()


def test_a_file_that_was_moved_takes_nothing_more_and_keeps_what_it_had(path: Path) -> None:
    file = ProjectFile(path)
    file.execute(ADD, "Morning")
    moved = path.rename(path.with_name("moved.swarmbook"))
    for change in (lambda: file.execute(ADD, "Evening"), lambda: file.add("scenario", [])):
        with pytest.raises(NotSavedError, match="moved, renamed or deleted"):
            change()
    with pytest.raises(NotSavedError), file.atomic():
        file.execute(ADD, "Evening")
    file.close()
    again = ProjectFile(moved)
    assert names(again) == ["Morning"]
    again.close()
    assert list(path.parent.iterdir()) == [moved]


def test_another_file_in_its_place_is_not_written(path: Path) -> None:
    file = ProjectFile(path)
    path.rename(path.with_name("moved.swarmbook"))
    ProjectFile(path).close()
    before = path.read_bytes()
    with pytest.raises(NotSavedError):
        file.execute(ADD, "Morning")
    file.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize("limit_pages", [24, 30, 40])
def test_a_full_disk_leaves_what_was_there(path: Path, limit_pages: int) -> None:
    file = ProjectFile(path)
    file.execute(ADD, "Morning")
    fill_up(file, limit_pages)
    with pytest.raises(NotSavedError, match="full"), file.atomic():
        add_many(file)
    assert names(file) == ["Morning"]
    file.close()
    again = ProjectFile(path)
    assert names(again) == ["Morning"]
    again.execute(ADD, "Evening")
    again.close()


def fill_up(file: ProjectFile, pages: int) -> None:
    """Have SQLite say that the disk is full, as it does when the file cannot grow."""
    file.execute(f"PRAGMA max_page_count = {pages}")

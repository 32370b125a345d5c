"""A journal says whose it is."""

from pathlib import Path

import pytest

from studio.engine.journal import JournalWriter, encode, read_file
from studio.engine.journal_header import begin_journal, header_for, header_of, parse_header


def test_a_journal_begins_with_its_header_and_goes_on_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "shop.swarmbook-R1.journal"
    header = header_for("a1", "p1")
    begin_journal(path, header)
    with JournalWriter(path) as engine:
        assert engine.append(b"next") == 1
    assert header_of(path) == header
    assert (header.run, header.project) == ("a1", "p1")
    assert set(header.versions) == {"swarmbook", "python", "locust"}
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_an_earlier_run_left_is_not_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "run.journal"
    for run in ("a1", "b2"):
        begin_journal(path, header_for(run, "p1"))
    assert [frame.number for frame in read_file(path)] == [0]
    header = header_of(path)
    assert header is not None
    assert header.run == "b2"


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{",
        b"[1]",
        b"7",
        b'{"is": "Hello"}',
        b'{"is": "JournalHeader"}',
        b"\xff",
        b"[" * 200_000,
    ],
)
def test_what_is_no_header_is_none(tmp_path: Path, payload: bytes) -> None:
    assert parse_header(payload) is None
    path = tmp_path / "run.journal"
    path.write_bytes(encode(0, payload))
    assert header_of(path) is None


def test_a_journal_without_its_first_frame_has_no_header(tmp_path: Path) -> None:
    path = tmp_path / "run.journal"
    line = header_for("a1", "p1").line()
    path.write_bytes(encode(3, line))
    assert header_of(path) is None
    assert header_of(tmp_path / "none") is None
    path.write_bytes(encode(0, line)[:-1])
    assert header_of(path) is None

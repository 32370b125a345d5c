"""No acknowledged frame is ever lost, and damage is confined to the frame it hit."""

import errno
import os
import random
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.engine.journal import (
    LARGEST_PAYLOAD_BYTES,
    MARK,
    PACKED_MARK,
    SYNC_EVERY_S,
    JournalWriter,
    encode,
    read,
    read_file,
)

marks = st.sampled_from([MARK, MARK * 3, PACKED_MARK, PACKED_MARK * 3])
long = st.builds(bytes.__mul__, st.binary(min_size=1, max_size=9), st.integers(50, 400))
payloads = st.lists(st.binary(max_size=40) | long | marks, max_size=8)


def journal_of(contents: list[bytes]) -> bytes:
    return b"".join(encode(number, payload) for number, payload in enumerate(contents))


def contents_of(data: bytes) -> dict[int, bytes]:
    return {frame.number: frame.payload for frame in read(data)}


@given(payloads)
def test_what_was_written_is_read_back(contents: list[bytes]) -> None:
    assert contents_of(journal_of(contents)) == dict(enumerate(contents))


@given(payloads, st.data())
def test_a_journal_cut_anywhere_keeps_every_whole_frame(
    contents: list[bytes], data: st.DataObject
) -> None:
    journal = journal_of(contents)
    cut = data.draw(st.integers(0, len(journal)))
    whole = [frame for frame in read(journal) if frame.end <= cut]
    assert list(read(journal[:cut])) == whole


@given(payloads.filter(bool), st.data())
def test_a_flipped_bit_costs_only_the_frame_it_is_in(
    contents: list[bytes], data: st.DataObject
) -> None:
    journal = bytearray(journal_of(contents))
    bit = data.draw(st.integers(0, len(journal) * 8 - 1))
    hit = next(frame.number for frame in read(bytes(journal)) if bit // 8 < frame.end)
    journal[bit // 8] ^= 1 << bit % 8
    rest = {number: each for number, each in enumerate(contents) if number != hit}
    assert contents_of(bytes(journal)) == rest


@given(st.binary(max_size=2000))
def test_rubbish_is_no_frame_and_no_error(rubbish: bytes) -> None:
    assert contents_of(rubbish) == {}


def test_a_frame_that_claims_to_be_huge_is_not_believed() -> None:
    frame = bytearray(encode(0, b"small"))
    frame[8:12] = (LARGEST_PAYLOAD_BYTES + 1).to_bytes(4, "little")
    assert contents_of(bytes(frame) + encode(1, b"next")) == {1: b"next"}


def test_writing_goes_on_behind_an_unfinished_frame(tmp_path: Path) -> None:
    path = tmp_path / "run.journal"
    path.write_bytes(journal_of([b"one", b"two"]) + encode(2, b"unfinished")[:-3])
    with JournalWriter(path) as journal:
        assert journal.append(b"three") == 2
    assert contents_of(path.read_bytes()) == {0: b"one", 1: b"two", 2: b"three"}


def test_a_write_that_fails_leaves_the_journal_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "run.journal"
    with JournalWriter(path) as journal:
        journal.append(b"one")
        with monkeypatch.context() as disk:
            disk.setattr("os.fsync", full)
            with pytest.raises(OSError, match="No space left"):
                journal.append(b"lost")
        assert journal.append(b"two") == 1
    assert contents_of(path.read_bytes()) == {0: b"one", 1: b"two"}


WRITER = """
import os, sys
from pathlib import Path
from studio.engine.journal import JournalWriter
with JournalWriter(Path(sys.argv[1])) as journal:
    while True:
        os.write(1, b"%d\\n" % journal.append(os.urandom(500)))
"""


def test_killing_the_writer_loses_no_acknowledged_frame(tmp_path: Path) -> None:
    path = tmp_path / "run.journal"
    acknowledged = -1
    wait_s = random.Random(7)  # noqa: S311  # spreads the kills, guards nothing
    for _ in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)],
            cwd=Path(__file__).parents[3],
            stdout=subprocess.PIPE,
        ) as writer:
            assert writer.stdout
            first = writer.stdout.readline()
            time.sleep(wait_s.uniform(0, 0.1))
            writer.kill()
            lines = (first + writer.stdout.read()).splitlines()
        assert int(lines[0]) >= acknowledged + 1
        acknowledged = int(lines[-1])
        numbers = list(contents_of(path.read_bytes()))
        assert numbers == list(range(len(numbers)))
        assert len(numbers) > acknowledged


def test_only_its_owner_may_read_a_journal(tmp_path: Path) -> None:
    path = tmp_path / "run.journal"
    with JournalWriter(path) as journal:
        journal.append(b"one")
    assert path.stat().st_mode & 0o777 == 0o600
    assert [frame.payload for frame in read_file(path)] == [b"one"]


def test_a_long_payload_is_packed_and_comes_back_whole() -> None:
    line = b'{"is": "SecondMeasured", "rows": [%s]}' % (b'{"endpoint": 1}, ' * 500)
    frame = encode(3, line)
    assert frame.startswith(PACKED_MARK)
    assert len(frame) < len(line) / 5
    assert contents_of(frame) == {3: line}


def test_a_packed_frame_that_says_it_is_none_is_not_believed() -> None:
    frame = encode(0, b"x" * 1000)
    assert contents_of(MARK + frame[len(MARK) :]) == {}


def test_a_payload_that_unpacks_to_more_than_any_is_not_believed() -> None:
    assert contents_of(encode(0, bytes(LARGEST_PAYLOAD_BYTES + 1))) == {}


def test_a_slow_disk_is_asked_to_write_through_only_now_and_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s, synced = [0.0], list[float]()

    def sync(_file: int) -> None:
        synced.append(now_s[0])
        now_s[0] += 0.2

    monkeypatch.setattr(os, "fsync", sync)
    with JournalWriter(tmp_path / "run.journal", clock_s=lambda: now_s[0]) as journal:
        assert not journal.is_slow
        for _ in range(12):
            journal.append(b"second")
            now_s[0] += 1.0
        assert journal.is_slow
    assert synced[0] == 0.0
    assert len(synced) == 3
    assert all(later - one >= SYNC_EVERY_S for one, later in pairwise(synced))
    assert len(list(read_file(tmp_path / "run.journal"))) == 12

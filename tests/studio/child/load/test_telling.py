"""What a run says is in its journal before anybody sees it, or waits until it can be."""

import errno
import io
import os
import time
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from studio.child.leash import Leash
from studio.child.load.telling import PATIENCE_S, Teller
from studio.engine.journal import JournalWriter, read_file
from studio.engine.load_messages import (
    MESSAGES,
    EndpointSeen,
    Listening,
    LoadMessage,
    UsersChanged,
)
from studio.engine.own_messages import JournalFailed, JournalMended, JournalSlow
from studio.recording.redaction import Strike, striker


class Disk(JournalWriter):
    """A journal whose disk can be filled and emptied."""

    is_full = False

    def append(self, payload: bytes) -> int:
        if self.is_full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().append(payload)


class Trouble:
    """A teller, and all around it."""

    def __init__(self, folder: Path, strike: Strike = str) -> None:
        self.now_s = 100.0
        self.path = folder / "run.journal"
        self.disk = Disk(self.path)
        self.leash = cast("Leash", SimpleNamespace(is_let_go=False))
        self.wire = io.StringIO()
        self.teller = Teller(self.disk, self.leash, self.wire, strike, clock_s=lambda: self.now_s)
        self.teller.at_s = lambda: self.now_s - 100

    def say(self, *ports: int) -> None:
        for port in ports:
            self.teller.say(Listening(port))
            self.now_s += 1.0

    @property
    def told(self) -> list[LoadMessage]:
        return [MESSAGES.decode(line) for line in self.wire.getvalue().splitlines()]

    @property
    def written(self) -> list[LoadMessage]:
        return [MESSAGES.decode(frame.payload.decode()) for frame in read_file(self.path)]


@pytest.fixture
def trouble(tmp_path: Path) -> Trouble:
    return Trouble(tmp_path)


def test_what_is_told_has_been_written(trouble: Trouble) -> None:
    trouble.say(1, 2, 3)
    assert trouble.told == trouble.written == [Listening(1), Listening(2), Listening(3)]
    trouble.teller.close()


def test_what_only_the_runner_knows_is_added_and_secrets_are_struck_out(tmp_path: Path) -> None:
    trouble = Trouble(tmp_path, striker({"key": "swordfish"}))
    trouble.teller.by_class = lambda: (("Visitor", 3),)
    trouble.teller.say(EndpointSeen(0, "GET", "/key/swordfish"))
    trouble.teller.say(UsersChanged(1.0, 3, 5))
    trouble.teller.close()
    assert trouble.teller.wanted == 5
    assert trouble.written == [
        EndpointSeen(0, "GET", "/key/{{secret.key-1}}"),
        UsersChanged(1.0, 3, 5, (("Visitor", 3),)),
    ]


def test_a_studio_that_dies_this_very_moment_stops_nothing(tmp_path: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    wire = os.fdopen(theirs, "w", buffering=1)
    leash = cast("Leash", SimpleNamespace(is_let_go=False))
    teller = Teller(JournalWriter(tmp_path / "run.journal"), leash, wire)
    teller.say(Listening(1))
    teller.close()
    with suppress(BrokenPipeError):
        wire.close()
    assert len(list(read_file(tmp_path / "run.journal"))) == 1


def test_a_full_disk_loses_nothing_if_it_is_emptied_in_time(trouble: Trouble) -> None:
    trouble.say(1)
    trouble.disk.is_full = True
    trouble.say(2, 3, 4)
    assert trouble.written == [Listening(1)]
    failed = JournalFailed(1.0, "No space left on device")
    assert trouble.told == [Listening(1), failed, *map(Listening, (2, 3, 4))]
    trouble.disk.is_full = False
    trouble.say(5)
    assert not trouble.teller.has_given_up
    trouble.teller.close()
    mended = JournalMended(4.0, 3.0)
    assert trouble.written == [
        Listening(1),
        Listening(2),
        failed,
        *map(Listening, (3, 4, 5)),
        mended,
    ]
    assert mended in trouble.told


def test_a_disk_that_stays_full_ends_a_run_after_a_minute(
    trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at_once(_seconds: float) -> None:
        """Wait for nothing."""

    monkeypatch.setattr(time, "sleep", at_once)
    trouble.say(1)
    trouble.disk.is_full = True
    for port in range(2, 2 + int(PATIENCE_S)):
        trouble.say(port)
        assert not trouble.teller.has_given_up or port > PATIENCE_S
    assert trouble.teller.has_given_up
    trouble.teller.close()
    assert trouble.written == [Listening(1)]
    assert sum(isinstance(it, JournalFailed) for it in trouble.told) == 1


def test_a_disk_is_tried_again_once_a_second(trouble: Trouble) -> None:
    trouble.disk.is_full = True
    trouble.teller.say(Listening(1))
    trouble.disk.is_full = False
    trouble.teller.say(Listening(2))
    assert trouble.written == []
    trouble.now_s += 1.0
    trouble.teller.say(Listening(3))
    assert trouble.written[0] == Listening(1)
    trouble.teller.close()


def test_a_slow_disk_is_told_of_once(trouble: Trouble) -> None:
    trouble.disk.is_slow = True
    trouble.say(1, 2, 3)
    assert [it for it in trouble.told if isinstance(it, JournalSlow)] == [JournalSlow(0.0)]
    trouble.teller.close()


def test_nothing_is_told_to_a_studio_that_is_gone(trouble: Trouble) -> None:
    trouble.leash.is_let_go = True
    trouble.say(1)
    assert trouble.told == []
    assert trouble.written == [Listening(1)]
    trouble.teller.close()

"""What the master says is in the journal before anybody hears it."""

import os
from contextlib import suppress
from pathlib import Path
from typing import cast

from studio.child.leash import Leash
from studio.child.load.telling import Teller
from studio.engine.journal import JournalWriter, read_file
from studio.engine.load_messages import MESSAGES, EndpointSeen, Listening, UsersChanged
from studio.recording.redaction import striker


class FakeLeash:
    """Tells whether somebody is there to hear."""

    def __init__(self, *, is_let_go: bool) -> None:
        self.is_let_go = is_let_go


def tell(journal: Path, *, is_let_go: bool, hears: bool = True) -> str:
    """Say one message and return what was heard."""
    ours, theirs = os.pipe()
    if not hears:
        os.close(ours)
    leash = cast("Leash", FakeLeash(is_let_go=is_let_go))
    wire = os.fdopen(theirs, "w", buffering=1)
    teller = Teller(JournalWriter(journal), leash, wire)
    teller.say(Listening(4711))
    teller.close()
    with suppress(BrokenPipeError):
        wire.close()
    if not hears:
        return ""
    with os.fdopen(ours) as reader:
        return reader.read()


def kept(journal: Path) -> list[str]:
    return [frame.payload.decode() for frame in read_file(journal)]


def test_what_is_heard_is_kept_too(tmp_path: Path) -> None:
    journal = tmp_path / "run.journal"
    heard = tell(journal, is_let_go=False)
    assert heard.splitlines() == kept(journal) == [MESSAGES.encode(Listening(4711))]


def test_without_a_studio_the_journal_still_hears(tmp_path: Path) -> None:
    journal = tmp_path / "run.journal"
    assert tell(journal, is_let_go=True) == ""
    tell(journal, is_let_go=False, hears=False)  # it died this very moment
    assert len(kept(journal)) == 2


def test_what_only_the_runner_knows_is_added_and_secrets_are_struck_out(tmp_path: Path) -> None:
    journal = tmp_path / "run.journal"
    leash = cast("Leash", FakeLeash(is_let_go=True))
    with (tmp_path / "wire").open("w") as wire:
        teller = Teller(JournalWriter(journal), leash, wire, striker({"key": "swordfish"}))
        teller.by_class = lambda: (("Visitor", 3),)
        teller.say(EndpointSeen(0, "GET", "/key/swordfish"))
        teller.say(UsersChanged(1.0, 3, 5))
        teller.close()
    assert teller.wanted == 5
    assert [MESSAGES.decode(line) for line in kept(journal)] == [
        EndpointSeen(0, "GET", "/key/{{secret.key-1}}"),
        UsersChanged(1.0, 3, 5, (("Visitor", 3),)),
    ]

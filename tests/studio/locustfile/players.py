"""A child process that walks locustfiles, as tests see it."""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PLAYER = Path(__file__).parent / "request_player.py"
SECRETS = {"SHOP_PASSWORD": "pass wörd", "KEY": "k/1"}


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as the server saw it."""

    method: str
    target: str

    headers: dict[str, str]
    """Names in small letters."""

    body: str
    """Bytes as Latin-1."""


@dataclass(frozen=True, slots=True)
class Played:
    """What walking a file once has done."""

    sent: tuple[Sent, ...]

    rows: tuple[tuple[str, str | None], ...]
    """Name and failure of each request that was counted."""

    raised: tuple[str, ...]
    """What left a task, beside a given up pass."""

    lane: tuple[int, int, int]
    """Answers that were plain to the lane, handed over, and requests it let pass by."""


class Player:
    """A child process that walks locustfiles."""

    def __init__(self, child: "subprocess.Popen[str]", folder: Path) -> None:
        self._child = child
        self._folder = folder

    def play(self, source: str, way: str = "locust", host: str = "") -> Played:
        """Walk a file once, with or without the fast lane."""
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        path = self._folder / "played.py"
        path.write_text(source, encoding="utf-8")
        asked = {"path": str(path), "way": way, "host": host}
        self._child.stdin.write(json.dumps(asked) + "\n")
        self._child.stdin.flush()
        line = self._child.stdout.readline()
        assert line, "the player has ended"
        told = json.loads(line)
        return Played(
            tuple(map(_sent, told["seen"])),
            tuple((name, failure) for name, failure in told["rows"]),
            tuple(told["raised"]),
            told["lane"],
        )


@contextmanager
def player(folder: Path, *arguments: str) -> Generator[Player]:
    """Start a player; files beside a locustfile are those of the folder."""
    (folder / "scan.png").write_bytes(b"\x89PNG\x00\xff")
    child = subprocess.Popen(
        [sys.executable, str(PLAYER), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | SECRETS | {"SHOP_CERTIFICATE": str(folder / "client.pem")},
    )
    try:
        yield Player(child, folder)
    finally:
        child.communicate(timeout=20)


def _sent(raw: str) -> Sent:
    head, _, body = raw.partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    method, target, _ = first.split(" ")
    pairs = (line.partition(":") for line in lines)
    return Sent(method, target, {name.lower(): value.strip() for name, _, value in pairs}, body)


def targets(sent: Sequence[Sent]) -> list[str]:
    """Return method and target of requests."""
    return [f"{it.method} {it.target}" for it in sent]

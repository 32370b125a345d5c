"""RUNS IN A CHILD PROCESS. How a run's processes know each other: by what only they were told.

Locust's port has no authentication, and every user of the computer reaches it. Each run has a token
of its own, handed to its processes over stdin; from it come the name a worker process joins under
and the seal on each of its reports.
"""

import hashlib
import hmac
from dataclasses import dataclass
from typing import Any

_NAME_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Letter:
    """One report of one worker process, under seal."""

    worker: str
    number: int
    """From 0, without gaps."""

    payload: bytes
    seal: bytes

    def to_wire(self) -> dict[str, Any]:
        """Return the letter as plain values."""
        return {
            "worker": self.worker,
            "number": self.number,
            "payload": self.payload,
            "seal": self.seal,
        }

    @classmethod
    def from_wire(cls, told: object) -> "Letter | None":
        """Return the letter that `to_wire` was called on; None for anything else."""
        match told:
            case {
                "worker": str(worker),
                "number": int(number),
                "payload": bytes(payload),
                "seal": bytes(seal),
            } if number >= 0:
                return cls(worker, number, payload, seal)
            case _:
                return None


class Seal:
    """Seals letters of one run, and knows its own again."""

    def __init__(self, token: str, run: str) -> None:
        """Take a run's token, a text nobody can guess, and its number."""
        self._key = hashlib.sha256(f"{run}\n{token}".encode()).digest()

    def name_of(self, worker: str) -> str:
        """Return what a worker process calls itself towards its master."""
        tag = hmac.new(self._key, b"name\n" + worker.encode(), "sha256").hexdigest()
        return f"{worker}-{tag[:_NAME_DIGITS]}"

    def sealed(self, worker: str, number: int, payload: bytes) -> Letter:
        """Return a letter under this run's seal."""
        return Letter(worker, number, payload, self._of(worker, number, payload))

    def is_on(self, letter: Letter) -> bool:
        """Return whether a letter was sealed in this run, and is as it was then."""
        ours = self._of(letter.worker, letter.number, letter.payload)
        return hmac.compare_digest(ours, letter.seal)

    def _of(self, worker: str, number: int, payload: bytes) -> bytes:
        head = f"letter\n{worker}\n{number}\n".encode()
        return hmac.new(self._key, head + payload, "sha256").digest()

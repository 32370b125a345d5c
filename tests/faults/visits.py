"""Visits of many users to the hostile server, made in a child as a worker process makes them."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from studio.journey.journey import Client, Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.locustfile.check import check
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
from tests.hostile_answers import Fault
from tests.hostile_server import HostileServer

Way = Literal["lane", "fast", "http"]
"""FastHttpUser with the fast lane and without it, and HttpUser; each as an exported file has it."""

WAYS: tuple[Way, ...] = ("lane", "fast", "http")
LARGEST_ANSWER_BYTES = 5_000_000
DEADLINE_S = 3.0

_VISITING = Path(__file__).with_name("visiting.py")
_PATIENCE_S = 60.0


@dataclass(frozen=True, slots=True)
class Visits:
    """What came of them."""

    rows: dict[str, list[tuple[str, str]]]
    """Outcome and exception of each row that was counted, by the name of the visit."""

    ordinary: list[tuple[str, str]]
    """The rows of a user who asked for something ordinary all the while."""

    escaped: dict[str, list[str]]
    """Exceptions that left a client."""

    unfinished: int
    grown_mib: float
    took_s: float
    longest_ping_s: float
    refused: dict[str, int]

    def outcomes(self, name: str) -> list[str]:
        """Return the outcomes of the rows of one visit."""
        return [outcome for outcome, _ in self.rows.get(name, [])]


def visit(
    hostile: HostileServer, way: Way, visits: dict[str, str], folder: Path, *, users: int = 1
) -> Visits:
    """Let so many users make each visit once, all at the same time."""
    locustfile = folder / f"exported_{way}.py"
    locustfile.write_text(_source(way))
    order = {
        "locustfile": str(locustfile),
        "way": way,
        "home": hostile.home,
        "largest_answer_bytes": LARGEST_ANSWER_BYTES,
        "visits": [[name, address, users] for name, address in visits.items()],
    }
    child = subprocess.run(
        [sys.executable, "-W", "ignore", str(_VISITING)],
        input=json.dumps(order),
        capture_output=True,
        check=False,
        text=True,
        timeout=_PATIENCE_S,
    )
    assert child.returncode == 0, child.stderr[-4000:]
    told: dict[str, Any] = json.loads(child.stdout)
    rows = {name: [(row[0], row[1]) for row in found] for name, found in told.pop("rows").items()}
    ordinary = [(row[0], row[1]) for row in told.pop("ordinary")]
    return Visits(rows=rows, ordinary=ordinary, **told)


def redirected(address: str) -> str:
    """Return the path that leads to an address by a redirect."""
    return f"/{Fault.REDIRECT_TO}/{quote(address, safe='')}"


def _source(way: Way) -> str:
    request = Request("r1", "GET", "/ok")
    client = Client.HTTP if way == "http" else Client.FAST
    step = Step("n1", "Open", (request,))
    journey = Journey("J1", "Visitor", (step,), client=client, answer_within_s=DEADLINE_S)
    return check(emit(plan_journeys([(journey, 1)])))

"""RunRecord and RunSummary: a run as the project file knows it."""

from dataclasses import dataclass

from studio.run.run import RunEnding, RunSnapshot, RunState
from studio.run.setup import RunSetup
from studio.run.verdict import VerdictKind


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One line in the list of runs."""

    run: str
    """Its name within the project: `R1`, `R2`, …"""

    state: RunState
    ending: RunEnding | None
    """None while the run goes on."""

    scenario: str
    question: str

    host: str
    """Base address that was put under load."""

    started_at: str
    """On the wall clock, UTC, ISO 8601."""

    users: int
    """The most there were to be."""

    duration_s: float
    """How long the load was to last."""

    requests: int
    failures: int
    p95_ms: float
    """0 without requests."""

    verdict: VerdictKind | None
    """None while the run goes on."""

    trend: tuple[float, ...]
    """The course of p95 in ms in at most 30 steps, for a small picture."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run with everything that is kept of it."""

    summary: RunSummary
    setup: RunSetup
    snapshot: RunSnapshot

    locustfile: str
    """The text that ran."""

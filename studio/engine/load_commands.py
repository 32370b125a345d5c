"""What a run that goes on can be told to do; each is legal at any moment, and twice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StopNow:
    """End every user where it stands, report what is measured, and finish within 2 s.

    Requests that are under way are broken off; they reach the target and are counted nowhere.
    """


@dataclass(frozen=True, slots=True)
class ResetStatistics:
    """Let the numbers of the run begin anew; its course is kept whole.

    Before the load has begun and after its end is in sight there is nothing to begin anew.
    """


@dataclass(frozen=True, slots=True)
class GiveUpWorker:
    """A worker process has ended: wait for it no longer."""

    worker: str

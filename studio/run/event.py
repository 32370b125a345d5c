"""RunEvent: what happened at a moment of a run."""

from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """What happened."""

    USERS_CHANGED = "users changed"
    """By hand; `text` is the new number."""

    RATE_CHANGED = "rate changed"
    """By hand; `text` is the new number of starts per second."""

    HELD = "held"
    """By hand: the load stays where it is; `text` is empty."""

    RESUMED = "resumed"
    """By hand: the load is followed again; `text` is empty."""

    STAGE_SKIPPED = "stage skipped"
    """By hand: the load goes on at its next corner; `text` is that load time in s."""

    USERS_GONE = "users gone"
    """All have ended by themselves, such as at the end of a data file; `text` is empty."""

    STEP_PASSED = "step passed"
    """Of a search for the limit; `text` is its number of users."""

    STEP_FAILED = "step failed"
    """Of a search for the limit; `text` is its number of users."""

    LIMIT_FOUND = "limit found"
    """`text` is the most users that passed."""

    FIRST_FAILURE = "first failure"
    """`text` is the endpoint."""

    WORKER_QUIET = "worker quiet"
    """It has not reported for a while; `text` is the worker process."""

    WORKER_BACK = "worker back"
    """It reports again; `text` is the worker process."""

    WORKER_LOST = "worker lost"
    """`text` is the worker process."""

    REPORTS_MISSING = "reports missing"
    """Some of what a worker process measured never came; `text` is the worker process."""

    REPORTS_FORGED = "reports forged"
    """Somebody else spoke to the engine; `text` is how many of his messages were not believed."""

    CLOCK_STEPPED = "clock stepped"
    """The wall clock was set; `text` is the process that noticed."""

    MEASURING_FAILED = "measuring failed"
    """An error in the engine's own code; `text` is the error."""

    JOURNAL_FAILED = "journal failed"
    """What is measured cannot be written down; `text` is why."""

    JOURNAL_MENDED = "journal mended"
    """It can again, and nothing is missing; `text` is empty."""

    JOURNAL_SLOW = "journal slow"
    """The disk takes long to write; `text` is empty."""

    TASK_FAILED = "task failed"
    """An exception left a task, which no request counts; `text` is the exception."""

    STATISTICS_RESET = "statistics reset"
    """By hand: the numbers count from the next whole second on; `text` is empty."""

    NOT_ALLOWED = "not allowed"
    """A request led to a place this run may not go to, for the first time; `text` is the place."""

    NOT_ANSWERING = "not answering"
    """The engine had told of nothing for a while; `text` is empty."""

    SECONDS_LOST = "seconds lost"
    """Seconds are missing in the journal; `text` is how many."""

    WORKER_EXPLAINED = "worker explained"
    """Why a lost worker process has ended, which was not known at once; `text` is that."""

    SHOP_LOST = "shop lost"
    """The practice shop ended while it was under load; `text` is empty."""

    STOPPED = "stopped"
    """By hand; `text` is empty."""

    MADE_IN_CI = "made in CI"
    """By plain Locust, whose results were imported; `text` is empty."""

    # The brakes, each under the name that `studio.engine.braking_messages.Brake` gives it. `text`
    # is its number as people write it: users, requests per second, a share, seconds.
    USERS_CAPPED = "users capped"
    RATE_CAPPED = "rate capped"
    USERS_HALVED = "users halved"
    OUT_OF_REACH = "out of reach"
    FAILING = "failing"
    TOO_LONG = "too long"
    BACKING_OFF = "backing off"
    RETRY_AFTER = "retry after"
    RETRY_AFTER_IGNORED = "retry after, ignored"
    ANSWERS_HELD = "answers held"

    @property
    def stops_run(self) -> bool:
        """Whether the run ended by it, by a rule."""
        return self in (EventKind.OUT_OF_REACH, EventKind.FAILING, EventKind.TOO_LONG)


@dataclass(frozen=True, slots=True)
class RunEvent:
    """Something that happened while a run went on."""

    at_s: float
    kind: EventKind
    text: str
    """What its kind says; plain text, for it may come from outside."""

"""Plan: what a locustfile will do, resolved and in order, before a line of it is written."""

from dataclasses import dataclass

from studio.journey.journey import Client, NoWait, Wait
from studio.locustfile.layout import Node


@dataclass(frozen=True, slots=True)
class PlannedRequest:
    """One call a user makes."""

    call: Node
    """The whole call but for `catch_response`, for example `self.client.get("/")`."""

    statuses: tuple[int, ...]
    """Those that pass; none: Locust decides."""


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A method that makes requests."""

    method: str
    """Its name."""

    requests: tuple[PlannedRequest, ...]

    weight: int | None
    """Of the task it is; None: it is no task, other methods call it."""


@dataclass(frozen=True, slots=True)
class PlannedUser:
    """One user class."""

    name: str
    client: Client
    answer_within_s: float | None
    wait: Wait

    weight: int
    """1 is not written."""

    headers: tuple[tuple[str, str], ...]
    once: tuple[PlannedStep, ...]
    again: tuple[PlannedStep, ...]

    @property
    def is_dependable(self) -> bool:
        """Whether its client is put right by the preamble."""
        return self.client is Client.FAST or self.answer_within_s is not None

    @property
    def never_waits(self) -> bool:
        """Whether it goes on without a pause."""
        return isinstance(self.wait, NoWait)

    @property
    def has_checks(self) -> bool:
        """Whether any of its requests may be given up."""
        return any(request.statuses for step in self.once + self.again for request in step.requests)

    @property
    def starts_until_it_succeeds(self) -> bool:
        """Whether its start is tried again when a check fails there."""
        return any(request.statuses for step in self.once for request in step.requests)


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a locustfile needs."""

    users: tuple[PlannedUser, ...]

    uses_urlencode: bool
    """Whether a form with repeated fields is sent."""

"""LoadLimits: where a run may go, and how far, as its engine is told."""

from dataclasses import dataclass, replace

from studio.address import Address, Reach, look_up_reaches, read_address
from studio.scenario.run_rules import LARGEST_ANSWER_BYTES, RunRules


@dataclass(frozen=True, slots=True)
class LoadTarget:
    """A place a run may go to."""

    host: str
    """A name or an address, as it is written in the target's base address."""

    port: int

    reaches: tuple[Reach, ...]
    """Where its addresses lay when the run was allowed; they may lie nowhere else."""


@dataclass(frozen=True, slots=True)
class LoadLimits:
    """What holds for every process of a run, whatever its locustfile does."""

    targets: tuple[LoadTarget, ...]
    """All that may be connected to."""

    largest_answer_bytes: int = LARGEST_ANSWER_BYTES
    """A longer answer is a failure, and so is one that unpacks to more."""

    most_users: int | None = None
    """How many virtual users there may be at once."""

    most_requests_per_s: float | None = None
    longest_s: float | None = None
    """How long the load may last."""

    stops_by_itself: bool = True
    """Whether the run ends when its target is out of reach or fails most of the time."""

    obeys_retry_after: bool = True
    """Whether users wait when the target asks them to."""


def target_at(address: Address) -> LoadTarget:
    """Look an address up and return it as a target; one that leads nowhere reaches nothing."""
    return LoadTarget(address.host, address.port, look_up_reaches(address))


def limits_of(host: str | None) -> LoadLimits:
    """Return the limits of a run that is sent to this base address alone.

    Raises:
        AddressError: It is no address.
    """
    return LoadLimits((target_at(read_address(host)),) if host else ())


def ruled(limits: LoadLimits, rules: RunRules) -> LoadLimits:
    """Return the limits of a run that has these rules."""
    return replace(
        limits,
        stops_by_itself=rules.stops_by_itself,
        obeys_retry_after=rules.obeys_retry_after,
        largest_answer_bytes=rules.largest_answer_bytes,
    )

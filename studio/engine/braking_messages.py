"""What the load engine says of its brakes: when a run is held back, or ends by itself."""

from dataclasses import dataclass
from enum import StrEnum


class Brake(StrEnum):
    """What holds a run back."""

    USERS_CAPPED = "users capped"
    """The target allows no more; `number` users."""

    RATE_CAPPED = "rate capped"
    """The target allows no more than `number` requests per second, so there are fewer users."""

    USERS_HALVED = "users halved"
    """A share of `number` of all requests was refused or reset, so there are half as many users."""

    OUT_OF_REACH = "out of reach"
    """The same again, in spite of that: the run ends. `number` is the share."""

    FAILING = "failing"
    """A share of `number` of all requests failed for a while: the run ends."""

    TOO_LONG = "too long"
    """The target allows no more than `number` s: the run ends."""

    BACKING_OFF = "backing off"
    """Users who are refused again and again wait before they ask again; `number` s."""

    RETRY_AFTER = "retry after"
    """The target asked users to come back later, and they obey; `number` s at the longest."""

    RETRY_AFTER_IGNORED = "retry after, ignored"
    """The target asked users to come back later, and they test whether it means it."""

    ANSWERS_HELD = "answers held"
    """Large answers waited for each other, so that all of them fit in memory; `number` s so far."""

    @property
    def stops(self) -> bool:
        """Whether the run ends by it."""
        return self in (Brake.OUT_OF_REACH, Brake.FAILING, Brake.TOO_LONG)

    @property
    def is_share(self) -> bool:
        """Whether its number is a share of all requests, 0 to 1."""
        return self in (Brake.USERS_HALVED, Brake.OUT_OF_REACH, Brake.FAILING)


@dataclass(frozen=True, slots=True)
class Braked:
    """A brake took hold; told once for each kind, and for each change of the users."""

    at_s: float
    brake: Brake

    number: float
    """As the kind of brake says."""

    users: int | None = None
    """How many there may be from now on; None: as many as before."""

"""Request: one HTTP call, what is taken from its answer, and what must hold for it."""

from dataclasses import dataclass

from studio.journey.auth import Auth
from studio.journey.body import NO_BODY, Body, Pairs
from studio.journey.check import Check
from studio.journey.take import Take
from studio.journey.template import Text


@dataclass(frozen=True, slots=True)
class QueryField:
    """A parameter in the query of an address."""

    name: str
    """As on the wire, percent-encoded."""

    value: Text
    """As on the wire, percent-encoded; values of variables are encoded where they are put in."""

    is_on: bool = True
    """Off: it is kept and not sent."""


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP call within a step."""

    id: str
    """Within its journey; never used again."""

    method: str
    """In capitals."""

    path: Text
    """As on the wire, percent-encoded; begins with `/`.

    May hold a query that fields could not give back; those of `query` follow it. Values of
    variables are percent-encoded where they are put in, but for one at the very beginning: that is
    an address as on the wire.
    """

    query: tuple[QueryField, ...] = ()

    host: str | None = None
    """Which of the target's further hosts, by name; None: the journey's."""

    endpoint: str | None = None
    """The name in all statistics, with varying parts as `[id]`; None: the path itself."""

    headers: Pairs = ()
    auth: Auth | None = None
    """None: the journey's."""

    body: Body = NO_BODY
    follow_redirects: bool | None = None
    """None: as the journey does."""

    answer_within_s: float | None = None
    """None: as the journey says."""

    takes: tuple[Take, ...] = ()
    checks: tuple[Check, ...] = ()

    recorded: int | None = None
    """The number of the exchange it was made from, in the journey's recording."""

    is_on: bool = True
    """Off: it is kept and not sent."""

    note: str = ""

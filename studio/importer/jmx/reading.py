"""Reading: what a plan is read with, and what a part gives to all that is in its scope."""

from dataclasses import dataclass, field, replace

from studio.importer.carried_over import CarryingOver
from studio.importer.hiding import Hiding
from studio.importer.jmx.expressions import Expressions
from studio.importer.variables import Variables
from studio.journey.auth import Auth
from studio.journey.body import Pairs
from studio.journey.check import Check, OnFailure
from studio.journey.take import Take
from studio.phrase import Phrase
from studio.progress import Progress

OFF = Phrase("importer", "It is turned off.")


@dataclass(slots=True)
class Reading:
    """What a plan is read with."""

    variables: Variables
    hiding: Hiding
    notes: CarryingOver
    expressions: Expressions
    progress: Progress
    total: int = 1
    """How many requests there are."""

    requests: int = field(default=0)
    nodes: int = field(default=0)

    def next_node(self) -> str:
        """Return the id of a new block."""
        self.nodes += 1
        return f"g{self.nodes}"


@dataclass(frozen=True, slots=True)
class Around:
    """What the parts around give to a request."""

    place: str
    depth: int = 0
    defaults: tuple[tuple[str, str], ...] = ()
    """Properties of requests that say nothing themselves."""

    arguments: tuple[tuple[str, str], ...] = ()
    headers: Pairs = ()
    auth: Auth | None = None
    takes: tuple[Take, ...] = ()
    checks: tuple[Check, ...] = ()
    pause_ms: tuple[float, float] = (0.0, 0.0)
    """The shortest and the longest pause."""

    on_failure: OnFailure = OnFailure.GO_ON
    notes: tuple[str, ...] = ()
    """Code that does not come, for the note of the step."""

    def within(self, name: str) -> "Around":
        """Return the same for what is in a part of this name."""
        place = f"{self.place} / {name}" if self.place else name
        return replace(self, place=place[:500], depth=self.depth + 1, notes=())

"""SearchResult: what came of a search for the limit."""

from dataclasses import dataclass, replace
from typing import Self

from studio.engine.load_course import LimitFound, StepJudged


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What came of a search for the limit, so far."""

    steps: tuple[StepJudged, ...] = ()
    """In the order they were made."""

    limit: LimitFound | None = None
    """None while it goes on, and where it was ended before it was over."""

    def adding(self, message: StepJudged | LimitFound) -> Self:
        """Return the result with what the engine has just told."""
        if isinstance(message, LimitFound):
            return replace(self, limit=message)
        return replace(self, steps=(*self.steps, message))


NO_SEARCH = SearchResult()

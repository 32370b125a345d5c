"""EventLog: the events of a run as they are noted, not too many of them."""

from collections.abc import Iterable

from studio.run.event import EventKind, RunEvent

MOST_EVENTS = 500
"""A run that goes wrong every second must not fill the memory with it."""


class EventLog:
    """The events of one run; whoever shares it between threads guards it."""

    def __init__(self) -> None:
        self._events: list[RunEvent] = []

    def note(self, at_s: float, kind: EventKind, text: str) -> None:
        """Note what happened, unless too much has."""
        if len(self._events) < MOST_EVENTS:
            self._events.append(RunEvent(at_s, kind, text))

    def holds(self, kind: EventKind, text: str) -> bool:
        """Return whether the same has been noted at any moment."""
        return any((it.kind, it.text) == (kind, text) for it in self._events)

    def merge(self, events: Iterable[RunEvent]) -> None:
        """Add events at their moments."""
        self._events = sorted([*self._events, *events], key=lambda event: event.at_s)

    def all(self) -> tuple[RunEvent, ...]:
        """Return the events."""
        return tuple(self._events)

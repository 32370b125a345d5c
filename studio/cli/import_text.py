"""What an import became, as text and as JSON."""

from collections.abc import Iterator
from typing import Any

from studio.importer.carried_over import Entry, Outcome
from studio.importer.imported import Imported
from studio.journey.walk import nodes_of, requests_of
from studio.plain_text import plain
from studio.project.bringing_in import Brought

_HEADINGS = {
    Outcome.IMPORTED: "Imported",
    Outcome.ADAPTED: "Adapted",
    Outcome.LEFT_OUT: "Left out",
}
_MOST_LINES = 40


def import_text(imported: Imported, brought: Brought | None) -> str:
    """Return what was read, and what it is in the project; None: it was only looked at."""
    return "\n".join(_lines(imported, brought))


def _lines(imported: Imported, brought: Brought | None) -> Iterator[str]:
    for journey in brought.journeys if brought else imported.journeys:
        steps, requests = len(list(nodes_of(journey))), len(list(requests_of(journey)))
        yield f"Journey “{plain(journey.name)}”: {steps} steps, {requests} requests."
    for old, new in brought.renamed if brought else ():
        yield f"“{plain(old)}” is called “{plain(new)}” here: the name was taken."
    for outcome, heading in _HEADINGS.items():
        entries = imported.carried_over.of(outcome)
        if entries:
            yield f"{heading}:"
            yield from (f"  {_line(entry)}" for entry in entries[:_MOST_LINES])
        if len(entries) > _MOST_LINES:
            yield f"  … and {len(entries) - _MOST_LINES} more."
    if imported.secrets:
        yield "Secrets hidden:"
        yield from (f"  {it.name}  {plain(it.where)}" for it in imported.secrets)


def _line(entry: Entry) -> str:
    reason = f": {entry.reason}" if entry.reason.text else ""
    return plain(f"{entry.place}  {entry.what}{reason}")


def import_object(imported: Imported, brought: Brought | None) -> dict[str, Any]:
    """Return the same for programs."""
    journeys = brought.journeys if brought else imported.journeys
    return {
        "journeys": [{"name": it.name, "requests": len(list(requests_of(it)))} for it in journeys],
        "renamed": [list(pair) for pair in brought.renamed] if brought else [],
        "entries": [
            {
                "outcome": it.outcome.value,
                "place": it.place,
                "what": str(it.what),
                "reason": str(it.reason),
            }
            for it in imported.carried_over.entries
        ],
        "secrets": [{"name": it.name, "where": it.where} for it in imported.secrets],
    }

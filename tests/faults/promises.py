"""The promises that faults are held against, and how often each was kept.

| | promise |
|---|---|
| P1 | what was called saved survives a kill at any instant |
| P2 | a run loses at most its last two seconds |
| P3 | when a process of a run dies, its load ends within five seconds |
| P4 | no fault looks like a healthy run |
| P5 | each fault gives one message |
"""

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager

_tried: Counter[str] = Counter()
_kept: Counter[str] = Counter()


@contextmanager
def promised(promise: str) -> Generator[None]:
    """Count a promise as tried, and as kept if the block does not fail."""
    _tried[promise] += 1
    yield
    _kept[promise] += 1


def summary_lines() -> list[str]:
    """Return a line for each promise that was tried."""
    return [f"{promise}: kept {_kept[promise]} of {_tried[promise]}" for promise in sorted(_tried)]

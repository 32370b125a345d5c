"""RUNS IN A CHILD PROCESS. Cuts what Locust keeps of every second for as long as a run goes on.

The studio reads none of it; the file that runs may, and finds its last seconds as in plain Locust.
"""
# pyright: basic

from locust.stats import RequestStats

KEPT_S = 30
"""Locust itself looks back 12 s."""

MOST_ERRORS = 1000
"""Kinds of errors, by their text; some servers never say the same twice."""


def trim(stats: RequestStats) -> None:
    """Forget all but the last seconds."""
    stats.history.clear()
    if len(stats.errors) > MOST_ERRORS:
        stats.errors.clear()
    for entry in (stats.total, *stats.entries.values()):
        for by_second in (entry.num_reqs_per_sec, entry.num_fail_per_sec):
            newest = max(by_second, default=0)
            for second in [it for it in by_second if it < newest - KEPT_S]:
                del by_second[second]

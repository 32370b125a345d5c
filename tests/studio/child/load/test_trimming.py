"""What Locust keeps of a run does not grow with its length."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]

CHILD = """
import sys
sys.path.insert(0, {root!r})
import locust
import locust.stats
from locust.stats import RequestStats
from studio.child.load.trimming import KEPT_S, MOST_ERRORS, trim

now_s = 1_000_000.0
locust.stats.time = type("Clock", (), {{"time": staticmethod(lambda: now_s)}})
stats = RequestStats()
for second in range(8 * 3600):
    now_s += 1
    for name in ("/a", "/b"):
        stats.log_request("GET", name, 10, 100)
    stats.log_error("GET", "/a", f"no answer to {{second}}")
    stats.history.append({{"time": second}})
    if second % 60 == 0:
        trim(stats)
        entries = (stats.total, *stats.entries.values())
        assert all(len(it.num_reqs_per_sec) <= KEPT_S + 1 for it in entries)
        assert all(len(it.num_fail_per_sec) <= KEPT_S + 1 for it in entries)
        assert len(stats.errors) <= MOST_ERRORS
        assert not stats.history
print(stats.num_requests, stats.num_failures, round(stats.total.current_rps, 6))
"""


def test_eight_hours_leave_no_more_than_their_last_seconds() -> None:
    code = CHILD.format(root=str(ROOT))
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == [str(2 * 8 * 3600), str(8 * 3600), "2.0"]

"""What the studio's own counting costs, and what many endpoints cost."""

import json
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.conftest import Keep, Say
from tests.bench.figures import Bar, Section
from tests.bench.journeys import Work, many_endpoints
from tests.bench.nginx import Nginx
from tests.bench.rounds import Round, Spread, ratios, take_rounds
from tests.bench.swarm import swarmbook
from tests.bench.tools import GENERATOR_CORE, ROOT, by_hand

pytestmark = pytest.mark.timeout(1200)

MOST_SHARE = 0.02
COUNTS = (10, 100, 1_000)


def added_us(endpoints: int) -> Spread:
    """Return what our listener and reports add to a request, in µs of CPU."""
    program = Path(__file__).with_name("request_cost.py")
    command = ["taskset", "-c", str(GENERATOR_CORE), sys.executable, str(program)]
    done = subprocess.run(
        [*command, str(endpoints)],
        check=True,
        capture_output=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
    )
    rounds = [json.loads(line) for line in done.stdout.splitlines()]
    return Spread.of([it["with_ours_us"] - it["plain_us"] for it in rounds])


def test_telemetry(nginx: Nginx, folder: Path, keep: Keep, say: Say) -> None:
    tool = by_hand("FastHttpUser", Work(), nginx.url, folder)
    found = take_rounds([tool], nginx, rounds=3, say=say)
    cost_us = 1e6 / statistics.median([it.per_cpu_s for it in found[tool.name]])
    added = {count: added_us(count) for count in (1, 50, 1_000)}
    rows = tuple(
        (
            f"{count:,} endpoints",
            f"{it.median:.2f}",
            f"{it.p10:.2f}–{it.p90:.2f}",
            f"{it.median / cost_us:.2%}",
        )
        for count, it in added.items()
    )
    share = added[50].median / cost_us
    bars = (
        Bar(
            "listener and reports ≤ 2 % of what a request of FastHttpUser costs",
            f"{share:.2%} ({added[50].median:.2f} of {cost_us:.0f} µs)",
            share <= MOST_SHARE,
        ),
    )
    columns = ("what is counted", "added µs", "p10–p90", "of a FastHttpUser's request")
    notes = ("10,000 request events and one report a round, with and without the studio's agent.",)
    keep("telemetry", Section("What counting adds to a request", columns, rows, notes, bars))


def test_endpoints(nginx: Nginx, folder: Path, keep: Keep, rounds: int, say: Say) -> None:
    tools = {
        count: swarmbook(f"{count:,} endpoints", many_endpoints(count), nginx.url, folder)
        for count in COUNTS
    }
    found = take_rounds(list(tools.values()), nginx, rounds=min(rounds, 3), say=say)
    base = tools[COUNTS[0]].name
    rows = [
        (
            name,
            f"{Spread.of([it.per_cpu_s for it in turns]).median:,.0f}",
            f"{ratios(found, name, base).median:.2f}",
            f"{master_share(turns):.1%}",
        )
        for name, turns in found.items()
    ]
    columns = ("journey", "req/CPU-s", "× 10 endpoints", "master, of all CPU")
    keep("endpoints", Section("Many endpoints, fast lane", columns, tuple(rows)))


def master_share(turns: list[Round]) -> float:
    return statistics.median([1 - it.sender_cpu_s / it.cpu_s for it in turns])

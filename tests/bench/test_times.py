"""Measured response times against a server that knows its own, calm, busy and while users rise."""

import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from studio.journey.wait import BetweenWait
from studio.measurement.histogram import Histogram
from studio.measurement.percentile import percentile
from studio.scenario.shapes import Constant, Drawing, Point
from tests.bench.accounts import Spent, read
from tests.bench.conftest import Keep, Say
from tests.bench.figures import Bar, Section
from tests.bench.journeys import Work, export
from tests.bench.swarm import Swarm, swarming
from tests.bench.truth import Truth, TruthServer, telling_truth

pytestmark = pytest.mark.timeout(900)

USERS = 900
MEASURED_S = 20
CALM, BUSY = 0.42, 0.9
FIRST_PAUSE_S = 0.09
"""For a first look at what a request costs on this computer."""

RISE_PER_S, RISE_S, BEFORE_S = 500, 10, 12


@dataclass(frozen=True, slots=True)
class Trial:
    """One load on the server, as it saw it and as Swarmbook did."""

    truth: Truth
    measured: Histogram
    cpu_share: float
    per_s: float
    flagged_share: float


def test_accuracy(folder: Path, keep: Keep, say: Say) -> None:
    with telling_truth(folder) as server:
        first = trial(server, folder, FIRST_PAUSE_S, 6)
        cost_s = first.cpu_share / first.per_s
        answer_s = USERS / first.per_s - FIRST_PAUSE_S
        say(f"  {first.per_s:.0f} requests/s take {first.cpu_share:.0%} of a core")
        trials = {
            share: trial(server, folder, USERS * cost_s / share - answer_s, MEASURED_S)
            for share in (CALM, BUSY)
        }
    rows = [row for share, it in trials.items() for row in rows_of(f"{share:.0%}", it)]
    calm, busy = trials[CALM], trials[BUSY]
    bars = (
        Bar(
            "percentiles within 2 % or 0.5 ms at ≤ 50 % of a core",
            f"worst {worst(calm):.2f} of what is allowed, at {calm.cpu_share:.0%}",
            is_reached=worst(calm) <= 1 and calm.cpu_share <= 0.5,
        ),
        Bar(
            "percentiles within 10 % at 90 % of a core, and flagged",
            f"worst {worst(busy, 0.1):.2f} of what is allowed at {busy.cpu_share:.0%};"
            f" {busy.flagged_share:.0%} of seconds flagged",
            is_reached=worst(busy, 0.1) <= 1 and busy.flagged_share > 0.05,
        ),
    )
    columns = ("generator", "percentile", "true ms", "measured ms", "error", "CPU", "req/s")
    notes = ("The server draws log-normal delays and keeps account by its own clock.",)
    keep("accuracy", Section("Response times against the truth", columns, tuple(rows), notes, bars))


def trial(server: TruthServer, folder: Path, pause_s: float, measured_s: int) -> Trial:
    pause_s = max(0.0, pause_s)
    wait = BetweenWait(pause_s / 2, pause_s * 1.5)
    source = export(Work().journey(wait))
    with swarming(source, server.url, folder, Constant(USERS, 3600)) as swarm:
        swarm.wait_for_users(USERS)
        time.sleep(3)
        server.reset()
        began_s, used = swarm_time(swarm), read(swarm.process_ids)
        time.sleep(measured_s)
        spent, ended_s = Spent.between(used, read(swarm.process_ids)), swarm_time(swarm)
        truth = server.truth()
        time.sleep(4)
        flagged = swarm.session.snapshot().bad_seconds & set(range(began_s, ended_s))
        measured = swarm.response_times(began_s, ended_s)
    share = spent.of_parts_s[0] / measured_s
    per_s = truth.requests / measured_s
    return Trial(truth, measured, share, per_s, len(flagged) / measured_s)


def swarm_time(swarm: Swarm) -> int:
    """Return the second of the run that has begun."""
    return round(swarm.session.snapshot().at_s)


def pairs(it: Trial) -> list[tuple[str, float, float]]:
    """Return name, true and measured ms of each percentile."""
    truth = it.truth
    true_ms = {0.5: truth.p50_ms, 0.95: truth.p95_ms, 0.99: truth.p99_ms}
    return [
        (f"p{share * 100:.0f}", ms, percentile(it.measured, share)) for share, ms in true_ms.items()
    ]


def worst(it: Trial, relative: float = 0.02, absolute_ms: float = 0.5) -> float:
    """Return the largest error as a share of what is allowed; 1 is just allowed."""
    return max(
        abs(measured - true) / max(relative * true, absolute_ms) for _, true, measured in pairs(it)
    )


def rows_of(name: str, it: Trial) -> list[tuple[str, ...]]:
    return [
        (
            f"Swarmbook near {name}",
            rank,
            f"{true:.2f}",
            f"{measured:.2f}",
            f"{measured - true:+.2f} ms, {measured / true - 1:+.1%}",
            f"{it.cpu_share:.0%}",
            f"{it.per_s:,.0f}",
        )
        for rank, true, measured in pairs(it)
    ]


def test_ramp(folder: Path, keep: Keep) -> None:
    most = USERS + RISE_PER_S * RISE_S
    top_s = BEFORE_S + RISE_S
    corners = ((0, USERS), (BEFORE_S, USERS), (top_s, most), (top_s + 60, most))
    profile = Drawing(tuple(Point(at_s, users) for at_s, users in corners))
    source = export(Work().journey(BetweenWait(1.0, 3.0)))
    with (
        telling_truth(folder) as server,
        swarming(source, server.url, folder, profile) as swarm,
    ):
        swarm.wait_for_users(most)
        time.sleep(10)
        truth = server.truth()
        parts = {
            "before the rise": (4, BEFORE_S),
            f"rising by {RISE_PER_S} users/s": (BEFORE_S, top_s),
            "after the rise": (top_s + 2, top_s + 8),
        }
        seen = {name: swarm.response_times(*part) for name, part in parts.items()}
    p50 = {name: percentile(times, 0.5) for name, times in seen.items()}
    before, rising, after = p50.values()
    raised = rising - before
    rows = tuple(
        (name, f"{p50[name]:.2f}", f"{percentile(times, 0.99):.1f}", f"{times.total:,}")
        for name, times in seen.items()
    )
    notes = (f"True p50 over the whole run: {truth.p50_ms:.2f} ms; p99 {truth.p99_ms:.1f} ms.",)
    bar = Bar("rising by 500 users/s raises p50 by ≤ 5 ms", f"{raised:+.2f} ms", raised <= 5)
    columns = ("seconds", "p50 ms", "p99 ms", "requests")
    title = f"While users rise from {USERS} to {most:,}"
    keep("ramp", Section(title, columns, rows, notes, (bar,), {"after_ms": after}))

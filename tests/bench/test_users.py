"""What a user costs in memory and CPU, and how many of them one computer holds."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from studio.engine import load_engine
from studio.engine.child_process import child_command
from studio.journey.wait import BetweenWait, ConstantWait
from studio.measurement.percentile import percentiles
from studio.scenario.shapes import Constant, RiseAndHold
from tests.bench.accounts import Spent, read, rss_bytes, tree_cpu_s
from tests.bench.conftest import Keep, Say
from tests.bench.figures import Bar, Section
from tests.bench.journeys import Work, export
from tests.bench.namespaces import ADDRESS, TARGET, inside, why_not, wired
from tests.bench.nginx import Nginx, serving
from tests.bench.swarm import Swarm, swarming
from tests.bench.tools import ROOT

pytestmark = pytest.mark.timeout(1200)

FEW, MANY = 1_000, 5_000
SETTLE_S = 4
ADDRESSES = ("127.0.0.1", "127.0.0.2", "127.0.0.3")
"""A local address has 28,232 ports towards each of them, as Linux comes."""

MOST_A_PROCESS = 15_000
"""What the studio promises for one worker process."""

RISE_PER_S, HOLD_S = 500, 60
GOAL_USERS = 100_000
WAIT = BetweenWait(5.0, 15.0)


@dataclass(frozen=True, slots=True)
class PerUser:
    """What one more idle user costs."""

    kib: float
    cpu_ms: float
    base_mib: float


def test_memory(nginx: Nginx, folder: Path, keep: Keep, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(nginx.authority))
    exported = export(Work().journey(ConstantWait(3600.0)))
    by_hand = Work().by_hand("FastHttpUser").replace("constant(0)", "constant(3600)")
    cases = {
        ("Swarmbook", "HTTP"): per_user(exported, nginx.url, folder, FEW, MANY),
        ("Swarmbook", "HTTPS"): per_user(exported, nginx.tls_url, folder, FEW, MANY),
        ("FastHttpUser, by hand", "HTTPS"): per_user(
            by_hand, nginx.tls_url, folder, 100, 300, has_lane=False
        ),
    }
    rows = [
        (f"{name}, {how}", f"{it.kib:.1f}", f"{it.cpu_ms:.2f}", f"{it.base_mib:.0f}")
        for (name, how), it in cases.items()
    ]
    tls = cases["Swarmbook", "HTTPS"]
    bars = (
        Bar("≤ 60 KiB for each HTTPS user more", f"{tls.kib:.1f} KiB", tls.kib <= 60),
        Bar("≤ 2 ms of CPU for each HTTPS user more", f"{tls.cpu_ms:.2f} ms", tls.cpu_ms <= 2),
    )
    notes = (
        f"Slope of the worker process between {FEW:,} and {MANY:,} users (by hand: 100 and 300)",
        "that have made one request each and keep their connection; CPU holds spawning,",
        "connecting, the handshake and that request.",
    )
    columns = ("user", "KiB each", "CPU ms each", "MiB without users")
    keep("memory", Section("One more user", columns, tuple(rows), notes, bars))


def per_user(
    source: str, url: str, folder: Path, few: int, many: int, *, has_lane: bool = True
) -> PerUser:
    with swarming(source, url, folder, Constant(1, 3600), has_lane=has_lane) as swarm:
        swarm.wait_for_users(1)
        worker = swarm.process_ids[-1]
        time.sleep(SETTLE_S)
        base = rss_bytes(worker)
        before = _settled(swarm, few)
        after = _settled(swarm, many)
    more = many - few
    memory, cpu = after[0] - before[0], after[1] - before[1]
    return PerUser(memory / more / 1024, cpu / more * 1000, base / 2**20)


def _settled(swarm: Swarm, users: int) -> tuple[int, float]:
    """Return the worker's memory and CPU-seconds once so many users have come to rest."""
    worker = swarm.process_ids[-1]
    swarm.change_users(users)
    before_s = -1.0
    while (used_s := tree_cpu_s([worker])) - before_s > 0.1 * SETTLE_S:
        before_s = used_s
        time.sleep(SETTLE_S)
    return rss_bytes(worker), used_s


@dataclass(frozen=True, slots=True)
class Crowd:
    """What was seen while a crowd was held."""

    users: int
    per_s: float
    bad_share: float
    connections: int
    p50_ms: float
    p99_ms: float
    worker_mib: tuple[float, ...]
    worker_share: tuple[float, ...]
    counted: int
    answered: int


def test_crowd(folder: Path, keep: Keep, say: Say, pytestconfig: pytest.Config) -> None:
    users = int(str(pytestconfig.getoption("--users")))
    workers = -(-users // MOST_A_PROCESS)
    with serving(cores=(0, 1), workers=4, addresses=ADDRESSES) as nginx:
        hosts = [f"http://{address}:{nginx.port}" for address in ADDRESSES]
        it = hold(spread_over(hosts), hosts, nginx, folder, users, workers, say)
    keep("crowd", crowd_section("Users held by this computer, target included", it, workers))


def test_namespaces(
    folder: Path,
    keep: Keep,
    say: Say,
    pytestconfig: pytest.Config,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if reason := why_not():
        pytest.skip(reason)
    workers = 2
    users = min(20_000, int(str(pytestconfig.getoption("--users"))))
    with (
        wired(workers) as names,
        serving(
            cores=(0, 1), workers=4, addresses=[ADDRESS], place=lambda: inside(TARGET)
        ) as nginx,
    ):
        monkeypatch.setattr(load_engine, "child_command", started_in(names))
        hosts = [f"http://{ADDRESS}:{nginx.port}"]
        it = hold(spread_over(hosts), hosts, nginx, folder, users, workers, say)
    title = "Users held by worker processes in network namespaces of their own"
    keep("namespaces", crowd_section(title, it, workers))


def started_in(names: list[str]) -> Callable[[str], list[str]]:
    """Return a way to start engines that puts each worker process into the next namespace."""
    left = iter(names)
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.bench import in_namespace as it"
    )
    program = [sys.executable, "-c", f"{code}; sys.exit(it.main(sys.argv[1], sys.argv[2:]))"]

    def command(engine: str) -> list[str]:
        plain = child_command(engine)
        return [*program, next(left), *plain] if engine == "locust-worker" else plain

    return command


def spread_over(hosts: Sequence[str]) -> str:
    """Return a file whose users are spread evenly over several addresses of the target."""
    journey = Work().journey(WAIT)
    named = [replace(journey, id=f"J{n}", name=f"Visitor {n}") for n, _ in enumerate(hosts, 1)]
    lines = [f'Visitor{number}.host = "{host}"' for number, host in enumerate(hosts, 1)]
    return "\n".join([export(*named), "", *lines, ""])


def hold(  # noqa: PLR0913, PLR0917  # each is one thing a crowd may vary in
    source: str,
    hosts: Sequence[str],
    nginx: Nginx,
    folder: Path,
    users: int,
    workers: int,
    say: Say,
) -> Crowd:
    rise_s = users / RISE_PER_S
    profile = RiseAndHold(users, rise_s, HOLD_S + 15)
    host = hosts if len(hosts) > 1 else hosts[0]
    with swarming(source, host, folder, profile, workers=workers, cores=(0, 1)) as swarm:
        swarm.wait_for_users(users, within_s=rise_s + 120)
        say(f"  {users:,} users are there")
        time.sleep(5)
        senders = swarm.process_ids[1:]
        used, asked = read(*([it] for it in senders)), nginx.counts()
        began_s = round(swarm.session.snapshot().at_s)
        time.sleep(HOLD_S)
        spent = Spent.between(used, read(*([it] for it in senders)))
        answered = nginx.counts()
        memory = tuple(rss_bytes(it) / 2**20 for it in senders)
        swarm.wait_for_end(120)
        total = nginx.counts()
    seconds = range(began_s, began_s + HOLD_S)
    bad = swarm.session.snapshot().bad_seconds & set(seconds)
    p50, p99 = percentiles(swarm.response_times(seconds.start, seconds.stop), (0.5, 0.99))
    assert swarm.finished is not None
    return Crowd(
        users=users,
        per_s=(answered.requests - asked.requests) / HOLD_S,
        bad_share=len(bad) / HOLD_S,
        connections=total.connections,
        p50_ms=p50,
        p99_ms=p99,
        worker_mib=memory,
        worker_share=tuple(it / HOLD_S for it in spent.of_parts_s),
        counted=swarm.finished.requests,
        answered=total.requests,
    )


def crowd_section(title: str, it: Crowd, workers: int) -> Section:
    mib, share = sum(it.worker_mib), sum(it.worker_share)
    users = it.users / workers
    needed = -(-GOAL_USERS // round(users))
    rows = [
        ("users, wait 5–15 s", f"{it.users:,}"),
        ("requests/s", f"{it.per_s:,.0f}"),
        ("p50 / p99, ms", f"{it.p50_ms:.2f} / {it.p99_ms:.1f}"),
        ("worker processes", f"{workers} of {users:,.0f} users"),
        ("memory of each, MiB", ", ".join(f"{value:.0f}" for value in it.worker_mib)),
        ("CPU of each, share of a core", ", ".join(f"{value:.0%}" for value in it.worker_share)),
        ("untrusted seconds", f"{it.bad_share:.1%}"),
        ("connections, by nginx", f"{it.connections:,}"),
        ("requests, by us / by nginx", f"{it.counted:,} / {it.answered:,}"),
    ]
    scale = GOAL_USERS / it.users
    notes = (
        f"{GOAL_USERS:,} users by these figures: {needed} worker processes like these,",
        f"{mib * scale / 1024:.1f} GiB and {share * scale:.1f} cores, beside the target.",
    )
    bars = (
        Bar(
            f"{it.users:,} users held for {HOLD_S} s with < 5 % untrusted seconds",
            f"{it.bad_share:.1%}",
            it.bad_share < 0.05,
        ),
        Bar(
            "connections ≤ users + 1 %",
            f"{it.connections:,}",
            it.connections <= 1.01 * it.users,
        ),
        Bar(
            "requests = the target's count",
            f"{it.counted - it.answered:+}",
            it.counted == it.answered,
        ),
    )
    return Section(title, ("what", "value"), tuple(rows), notes, bars)

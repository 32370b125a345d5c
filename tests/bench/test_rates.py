"""Requests by CPU-second: Swarmbook, Locust by hand, and other generators, at the same work."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.bench.conftest import Keep, Say
from tests.bench.figures import Bar, Section
from tests.bench.journeys import Work
from tests.bench.nginx import Nginx
from tests.bench.rounds import Round, Spread, Tool, ratios, take_rounds
from tests.bench.swarm import swarmbook
from tests.bench.tools import ab, by_hand, hey, jmeter, k6, plain_locust, wrk

pytestmark = pytest.mark.timeout(3600)

HTTP, FAST = "HttpUser, by hand", "FastHttpUser, by hand"
EXPORTED, LANE, NO_LANE = "exported file, plain locust", "Swarmbook", "Swarmbook, lane off"
REFERENCES = {"HttpUser": 1_700, "FastHttpUser": 11_200, "JMeter": 14_600, "k6": 15_500}
"""What was measured once on another computer of this kind; only their ratios mean anything."""


def tools_for(work: Work, url: str, folder: Path) -> list[Tool]:
    exported = work.exported()
    return [
        by_hand("HttpUser", work, url, folder),
        by_hand("FastHttpUser", work, url, folder),
        plain_locust(EXPORTED, exported, url, folder),
        swarmbook(LANE, exported, url, folder, has_lane=True),
        swarmbook(NO_LANE, exported, url, folder, has_lane=False),
    ]


def test_clients(nginx: Nginx, folder: Path, rounds: int, keep: Keep, say: Say) -> None:
    work = Work()
    address = nginx.url + work.path
    others = [jmeter(address, folder, keeps_results=True), k6(address, folder)]
    tools = tools_for(work, nginx.url, folder) + [tool for tool in others if tool is not None]
    found = take_rounds(tools, nginx, rounds=rounds, say=say)
    keep("clients", section_of("Requests by CPU-second of the generator", found, bars_of(found)))


def test_ceilings(nginx: Nginx, folder: Path, keep: Keep, say: Say) -> None:
    address = nginx.url + Work().path
    asked = [hey(address, folder), wrk(address, folder), ab(address, folder)]
    tools = [tool for tool in asked if tool is not None]
    found = take_rounds(tools, nginx, rounds=2, say=say)
    rows = [
        (name, f"{Spread.of([it.per_cpu_s for it in turns]).median:,.0f}")
        for name, turns in found.items()
    ]
    notes = ("They do no journey and no check; wrk and ab are what this computer can do at best.",)
    keep("ceilings", Section("Ceilings", ("generator", "req/CPU-s"), tuple(rows), notes))


def test_equal(nginx: Nginx, folder: Path, keep: Keep, say: Say) -> None:
    work, names = Work(), ("one", "the other")
    text = work.by_hand("FastHttpUser")
    tools = [plain_locust(name, text, nginx.url, folder) for name in names]
    found = take_rounds(tools, nginx, rounds=3, say=say)
    spread = ratios(found, *names)
    is_equal = 0.95 <= spread.median <= 1.05
    bar = Bar("two equal tools have a ratio of 0.95–1.05", told(spread), is_equal)
    rows = [
        (name, f"{Spread.of([it.per_cpu_s for it in turns]).median:,.0f}")
        for name, turns in found.items()
    ]
    title = "The noise of this computer: twice the same FastHttpUser"
    keep("equal", Section(title, ("tool", "req/CPU-s"), tuple(rows), (), (bar,)))


def test_unchecked(nginx: Nginx, folder: Path, rounds: int, keep: Keep, say: Say) -> None:
    work = Work(is_checked=False)
    tools = tools_for(work, nginx.url, folder)[1:]
    found = take_rounds(tools, nginx, rounds=min(rounds, 3), say=say)
    bars = [bar("exported file ≥ 0.98 × FastHttpUser, no check", found, EXPORTED, FAST, 0.98)]
    keep("unchecked", section_of("The same without a check of the status", found, bars))


def test_variants(
    nginx: Nginx,
    folder: Path,
    rounds: int,
    keep: Keep,
    say: Say,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(nginx.authority))
    rows: list[tuple[str, ...]] = []
    bars: list[Bar] = []
    for name, work, url, least in variants(nginx):
        place = folder / work.path.strip("/") / str(len(rows))
        place.mkdir(parents=True)
        fast = by_hand("FastHttpUser", work, url, place)
        lane = swarmbook(LANE, work.exported(), url, place)
        say(f"  {name}")
        found = take_rounds([fast, lane], nginx, rounds=min(rounds, 2), window_s=1.0, say=say)
        rates = [Spread.of([it.per_cpu_s for it in found[tool.name]]) for tool in (fast, lane)]
        lanes = ratios(found, LANE, FAST)
        rows.append((name, *(f"{it.median:,.0f}" for it in rates), told(lanes)))
        says = f"{name}: Swarmbook ≥ {least:g} × FastHttpUser"
        bars.append(Bar(says, told(lanes), is_reached=lanes.median >= least))
    columns = ("what differs", FAST, LANE, "ratio")
    title = "Other answers and requests, by CPU-second"
    keep("variants", Section(title, columns, tuple(rows), (), tuple(bars)))


def variants(nginx: Nginx) -> list[tuple[str, Work, str, float]]:
    """Return name, work, base address and the least that is to be reached of each."""
    return [
        ("one cookie sent", Work(signs_in=True), nginx.url, 2.0),
        ("a cookie set by each answer", Work(path="/often"), nginx.url, 0.95),
        ("10 KB", Work(path="/ten_kb"), nginx.url, 0.95),
        ("chunked", Work(path="/chunked"), nginx.url, 1.8),
        ("TLS", Work(), nginx.tls_url, 0.95),
        ("10 % of 404", Work(misses=True), nginx.url, 0.95),
        ("an address of its own each", Work(counts=True), nginx.url, 0.95),
    ]


def section_of(title: str, found: Mapping[str, Sequence[Round]], bars: Sequence[Bar]) -> Section:
    rows = [row_of(name, found) for name in found]
    notes = [
        "Requests are counted by nginx; CPU is user and system time of the generator's whole tree",
        "of processes (Swarmbook: its master and one worker process), on one core. “Sender” is the",
        "worker process alone. Ratios are medians of ratios within a round, with p10 to p90.",
        "JMeter writes its results to a file, as `jmeter -n -l` does, and has had 14 s to compile.",
    ]
    figures = {
        name: [
            {"requests": it.requests, "cpu_s": it.cpu_s, "sender_cpu_s": it.sender_cpu_s}
            for it in turns
        ]
        for name, turns in found.items()
    }
    columns = ("generator", "req/CPU-s", "p10–p90", "sender only", "req/s", "× FastHttpUser")
    return Section(title, columns, tuple(rows), tuple(notes), tuple(bars), figures)


def row_of(name: str, found: Mapping[str, Sequence[Round]]) -> tuple[str, ...]:
    turns = found[name]
    rate = Spread.of([it.per_cpu_s for it in turns])
    sender = Spread.of([it.per_sender_cpu_s for it in turns])
    wall = Spread.of([it.per_s for it in turns])
    return (
        name,
        f"{rate.median:,.0f}",
        f"{rate.p10:,.0f}–{rate.p90:,.0f}",
        f"{sender.median:,.0f}",
        f"{wall.median:,.0f}",
        told(ratios(found, name, FAST)),
    )


def bars_of(found: Mapping[str, Sequence[Round]]) -> list[Bar]:
    bars = [
        bar("exported file under plain locust ≥ 0.98 × FastHttpUser", found, EXPORTED, FAST, 0.98),
        bar("Swarmbook ≥ 2.5 × FastHttpUser", found, LANE, FAST, 2.5),
        bar("Swarmbook ≥ 20 × HttpUser", found, LANE, HTTP, 20),
    ]
    for rival in ("JMeter", "k6"):
        if rival in found:
            bars.append(bar(f"Swarmbook ≥ 1.8 × {rival}", found, LANE, rival, 1.8))
        else:
            bars.append(reference_bar(rival, found))
    return bars


def bar(says: str, found: Mapping[str, Sequence[Round]], tool: str, base: str, least: float) -> Bar:
    spread = ratios(found, tool, base)
    return Bar(says, told(spread), is_reached=spread.median >= least)


def reference_bar(rival: str, found: Mapping[str, Sequence[Round]]) -> Bar:
    """Return the bar for a rival that did not install, by its ratio to FastHttpUser elsewhere."""
    value = ratios(found, LANE, FAST).median * REFERENCES["FastHttpUser"] / REFERENCES[rival]
    says = f"Swarmbook ≥ 1.8 × {rival} (not installed: reckoned from a reference)"
    return Bar(says, f"{value:.2f}", is_reached=value >= 1.8)


def told(spread: Spread) -> str:
    return f"{spread.median:.2f} ({spread.p10:.2f}–{spread.p90:.2f})"

"""The parts of the benchmarks that reckon; what they measure is `make bench`'s."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.accounts import Spent, read
from tests.bench.figures import Bar, Section, keep, newest, render
from tests.bench.journeys import Work, many_endpoints
from tests.bench.rounds import Round, Spread, Window, quieter_half, ratios

TICK_S = 0.01
"""The kernel counts CPU in ticks; two sums of the same ticks may differ by a rounding."""

BUSY = "import time\nwhile time.process_time() < 0.3: pass\nprint(flush=True)\ninput()"


def test_the_cpu_of_a_child_is_put_to_its_account() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BUSY], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as busy:
        before = read([busy.pid], [os.getpid()])
        assert busy.stdout is not None
        busy.stdout.readline()
        after = read([busy.pid], [os.getpid()])
        busy.communicate(b"\n")
    child_s, own_s = Spent.between(before, after).of_parts_s
    assert 0.2 <= child_s <= 0.5
    assert own_s > child_s - TICK_S, "a tree holds what descends from its root"


def test_the_quieter_half_of_the_windows_is_kept() -> None:
    windows = [
        Window(requests=n, wall_s=1, cpu_s=1, sender_cpu_s=0.5, others_s=other)
        for n, other in ((100, 0.9), (200, 0.1), (300, 0.4), (400, 0.2))
    ]
    assert quieter_half(windows) == Round(requests=600, wall_s=2, cpu_s=2, sender_cpu_s=1)
    assert quieter_half(windows[:1]).requests == 100


def test_ratios_are_taken_within_a_round() -> None:
    def turns(*rates: int) -> list[Round]:
        return [Round(requests=rate, wall_s=1, cpu_s=1, sender_cpu_s=0.5) for rate in rates]

    rounds = {"ours": turns(200, 20, 2_000), "theirs": turns(100, 10, 500)}
    assert ratios(rounds, "ours", "theirs") == Spread(median=2, p10=2, p90=4)


def test_the_page_is_made_of_the_latest_figures(tmp_path: Path) -> None:
    older = Section("Clients", ("tool", "rate"), (("one", "1"),))
    bar = Bar("one ≥ 2", "1.50", is_reached=False)
    (tmp_path / "2020-01-01.json").write_text(
        '{"machine": {}, "sections": {"storage": {"title": "Storage", "columns": ["a"],'
        ' "rows": [["b"]], "notes": [], "bars": [], "figures": {}, "measured_at": "2020",'
        ' "load_of_others": 0.0}}}'
    )
    keep("clients", older, tmp_path)
    keep("clients", Section("Clients", ("tool", "rate"), (("one", "3"),), (), (bar,)), tmp_path)
    sections = newest(["clients", "storage", "never"], tmp_path)
    assert list(sections) == ["clients", "storage"]
    page = render(sections.values(), {"Processor": "two"})
    assert "| one | 3 |" in page
    assert "| one | 1 |" not in page
    assert "| one ≥ 2 | 1.50 | **no** |" in page


@pytest.mark.parametrize(
    "work",
    [Work(), Work(is_checked=False), Work(signs_in=True), Work(misses=True), Work(counts=True)],
)
def test_a_hand_and_swarmbook_write_the_same_work(work: Work) -> None:
    for text in (work.by_hand("FastHttpUser"), work.by_hand("HttpUser"), work.exported()):
        compile(text, "locustfile", "exec")
        assert ("catch_response=True" in text) == work.is_checked
        assert ('"/login"' in text) == work.signs_in
        assert ('"/missing"' in text) == work.misses
        assert ("next(COUNT)" in text) == work.counts


def test_a_journey_of_many_endpoints_has_them_all() -> None:
    assert many_endpoints(100).count("self.client.get(") == 100

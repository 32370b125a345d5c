"""Seconds come in order, without a hole, and nothing that was reported is lost."""

from collections import Counter as Multiset

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.counting import Counter
from studio.child.load.seconds import PATIENCE_S, Report, SecondMessage, Seconds
from studio.child.load.vitals import Vitals
from studio.engine.load_messages import EndpointSeen, SecondAmended, SecondMeasured
from studio.measurement.outcome import Outcome
from studio.measurement.packing import unpack_text

WORKERS = ("worker-1", "worker-2")
VITALS = Vitals(0.1, 1.0, gc_pause_ms=3.0)


def report(
    worker: str,
    until_s: float,
    *requests: tuple[int, str],
    total: int = 0,
    is_whole: bool = True,
) -> Report:
    """Return a report of requests, each a second and a name."""
    counter = Counter()
    for second, name in requests:
        counter.count((second, "GET", name, Outcome.OK), 1000, 10)
    count = total or len(requests)
    return Report(worker, until_s, is_whole, 5, VITALS, counter.take(), count, 0)


def counted(messages: list[SecondMessage]) -> Multiset[tuple[int, str]]:
    """Return how often each second and name was told, checking that names come first."""
    names: dict[int, str] = {}
    found: Multiset[tuple[int, str]] = Multiset()
    for message in messages:
        match message:
            case EndpointSeen(endpoint=number, name=name):
                assert number == len(names)
                names[number] = name
            case SecondMeasured(at_s=at_s, rows=rows) | SecondAmended(at_s=at_s, rows=rows):
                for row in rows:
                    found[at_s, names[row.endpoint]] += sum(unpack_text(row.counts).values())
    return found


requests = st.lists(st.tuples(st.integers(0, 12), st.sampled_from("abc")), max_size=6)
steps = st.lists(
    st.tuples(st.sampled_from(WORKERS), st.floats(0, 14), requests, st.floats(0, 18)), max_size=12
)


@given(steps)
def test_whatever_the_order_all_that_was_reported_is_told(
    told: list[tuple[str, float, list[tuple[int, str]], float]],
) -> None:
    seconds = Seconds(WORKERS)
    messages: list[SecondMessage] = []
    now_s = 0.0
    for worker, until_s, asked, later_s in told:
        seconds.take(report(worker, until_s, *asked))
        now_s = max(now_s, later_s)
        messages += seconds.close(now_s)
    messages += seconds.flush()
    assert counted(messages) == Multiset(it for _, _, asked, _ in told for it in asked)
    measured = [it.at_s for it in messages if isinstance(it, SecondMeasured)]
    assert measured == list(range(len(measured)))


def test_a_second_is_closed_as_soon_as_every_worker_has_told_of_it() -> None:
    seconds = Seconds(WORKERS)
    seconds.take(report("worker-1", 1.2, (0, "/")))
    assert list(seconds.close(1.3)) == []
    seconds.take(report("worker-2", 1.1))
    *_, second = seconds.close(1.3)
    assert isinstance(second, SecondMeasured)
    assert (second.at_s, second.users, len(second.workers)) == (0, 10, 2)


def test_a_second_waits_only_so_long_for_a_worker_that_is_late() -> None:
    seconds = Seconds(WORKERS)
    seconds.take(report("worker-1", 9.0, (0, "/")))
    assert list(seconds.close(0.9 + PATIENCE_S)) == []
    assert [it for it in seconds.close(1 + PATIENCE_S) if isinstance(it, SecondMeasured)]
    seconds.take(report("worker-2", 9.0, (0, "/")))
    (late,) = [it for it in seconds.close(1 + PATIENCE_S) if isinstance(it, SecondAmended)]
    assert late.at_s == 0


def test_nobody_waits_for_a_worker_that_is_lost() -> None:
    seconds = Seconds(WORKERS)
    seconds.take(report("worker-1", 2.0))
    seconds.lose("worker-2")
    assert len(list(seconds.close(2.0))) == 2
    assert seconds.totals == (0, 0)


def test_a_second_waits_for_a_report_that_was_passed_over() -> None:
    seconds = Seconds(WORKERS)
    seconds.take(report("worker-1", 2.0))
    seconds.take(report("worker-2", 2.0, is_whole=False))
    assert list(seconds.close(2.0)) == []
    seconds.take(report("worker-2", 1.0, (0, "/")))
    told = list(seconds.close(2.0))
    assert [it.at_s for it in told if isinstance(it, SecondMeasured)] == [0]


def test_what_a_lost_worker_still_tells_counts_but_nobody_waits_for_it() -> None:
    seconds = Seconds(WORKERS)
    seconds.take(report("worker-1", 2.0))
    seconds.lose("worker-2")
    assert len(list(seconds.close(2.0))) == 2
    seconds.take(report("worker-2", 1.0, (0, "/")))
    assert seconds.totals == (1, 0)
    assert [it.at_s for it in seconds.close(2.0) if isinstance(it, SecondAmended)] == [0]
    seconds.take(report("worker-1", 3.0))
    assert [it.users for it in seconds.close(3.0) if isinstance(it, SecondMeasured)] == [5]


def test_totals_never_go_back() -> None:
    seconds = Seconds(WORKERS)
    seconds.take(report("worker-1", 2.0, total=9))
    seconds.take(report("worker-1", 1.0, total=7))  # sent again
    assert seconds.totals == (9, 0)


def test_totals_are_the_workers_own_count() -> None:
    seconds = Seconds(WORKERS)
    seconds.take(report("worker-1", 1.0, total=7))
    seconds.take(report("worker-2", 1.0, total=5))
    seconds.take(report("worker-1", 2.0, total=9))
    assert seconds.totals == (14, 0)


def test_a_second_tells_how_its_workers_were() -> None:
    seconds = Seconds(WORKERS[:1])
    seconds.ports_share = 0.4
    seconds.take(report("worker-1", 1.0))
    (second,) = seconds.close(1.0)
    assert isinstance(second, SecondMeasured)
    (health,) = second.workers
    told = (health.cpu_share, health.lag_p95_ms, health.gc_pause_ms, health.ports_share)
    assert told == (0.1, 1.0, 3.0, 0.4)

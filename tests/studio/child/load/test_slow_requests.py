"""The slowest of an endpoint are kept: few, and each clearly slower than the last."""

import random

from studio.child.load.counting import NEVER_US, Counter
from studio.child.load.slow_requests import SlowRequests
from studio.measurement.outcome import Outcome

ENDPOINT = ("GET", "/")


def kept_of(*times_ms: float, slow: SlowRequests | None = None) -> list[int]:
    """Return which times in ms are kept when one is measured each second."""
    slow = slow or SlowRequests()
    counter = Counter(slow.from_us)
    kept: list[int] = []
    for second, ms in enumerate(times_ms):
        us = round(ms * 1000)
        if counter.count((second, *ENDPOINT, Outcome.OK), us, 0):
            slow.keep(ENDPOINT, us)
            kept.append(round(ms))
        slow.learn(counter.take())
    return kept


def test_the_first_seconds_only_teach_what_is_usual() -> None:
    assert kept_of(900, 100, 100, 100, 100, 800, 901) == [901]


def test_each_is_clearly_slower_than_the_one_before() -> None:
    usual = [100.0] * 5
    assert kept_of(*usual, 101, 110, 126, 120, 130, 158, 200, 100) == [101, 130, 200]


def test_an_answer_that_is_slow_to_nobody_is_not_kept() -> None:
    assert kept_of(*[1.0] * 5, 2, 40, 49, 51) == [51]


def test_an_endpoint_that_grows_ever_slower_keeps_few() -> None:
    dice = random.Random(1)  # noqa: S311
    growing = [10 + 0.1 * n * dice.uniform(0.5, 1.5) for n in range(20_000)]
    assert 5 <= len(kept_of(*growing)) <= 25


def test_at_most_one_a_second_is_offered() -> None:
    slow = SlowRequests()
    kept_of(*[100] * 6, slow=slow)
    counter = Counter(slow.from_us)
    offered = [counter.count((9, *ENDPOINT, Outcome.OK), n * 1_000_000, 0) for n in range(1, 9)]
    assert offered == [True] + [False] * 7


def test_the_next_one_can_be_asked_for() -> None:
    slow = SlowRequests()
    slow.ask(ENDPOINT)
    counter = Counter(slow.from_us)
    assert counter.count((0, *ENDPOINT, Outcome.OK), 0, 0)
    slow.learn(counter.take())
    assert slow.was_asked(ENDPOINT)
    assert not slow.was_asked(ENDPOINT)
    assert slow.from_us[ENDPOINT] == NEVER_US


def test_failures_teach_nothing_of_what_is_slow() -> None:
    slow = SlowRequests()
    counter = Counter(slow.from_us)
    for second in range(9):
        assert not counter.count((second, *ENDPOINT, Outcome.TIMED_OUT), 30_000_000, 0)
        slow.learn(counter.take())
    assert slow.from_us == {}

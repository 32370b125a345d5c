"""Reports may be shuffled, lost, doubled or forged: each is taken once, and no gap is unseen."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.inbox import GIVEN_UP_AFTER_S, Inbox
from studio.child.load.outbox import Outbox
from studio.child.load.seal import Seal

SEAL = Seal("token", "run")


def sent(count: int, worker: str = "worker-1") -> list[dict[str, Any]]:
    outbox = Outbox(worker, SEAL)
    return [outbox.put({"count": number}) for number in range(count)]


def opened(inbox: Inbox, letters: list[dict[str, Any]]) -> list[int]:
    told = map(inbox.open, letters)
    return [it["count"] for it in told if it is not None]


@given(st.permutations(range(8)))
def test_whatever_the_order_every_report_is_taken_once(order: list[int]) -> None:
    letters, inbox = sent(8), Inbox(SEAL)
    assert sorted(opened(inbox, [letters[number] for number in order])) == list(range(8))
    assert inbox.has_all("worker-1")
    assert inbox.take_forged() == 0


@given(st.lists(st.integers(0, 7), min_size=1), st.permutations(range(8)))
def test_what_was_lost_is_asked_for_again_once_and_then_complete(
    kept: list[int], order: list[int]
) -> None:
    letters, inbox = sent(8), Inbox(SEAL)
    came = [number for number in order if number in kept]
    taken = opened(inbox, [letters[number] for number in came])
    asked = inbox.to_ask_again(0.0).get("worker-1", [])
    assert sorted(asked) == [number for number in range(max(came)) if number not in came]
    assert inbox.to_ask_again(1.0) == {}
    taken += opened(inbox, [letters[number] for number in asked])
    assert sorted(taken) == list(range(max(came) + 1))
    assert inbox.has_all("worker-1")


def test_what_never_comes_is_a_known_gap() -> None:
    letters, inbox = sent(5), Inbox(SEAL)
    opened(inbox, [letters[0], letters[3]])
    assert inbox.given_up(99.0) == {}  # nobody has asked yet
    assert inbox.to_ask_again(100.0) == {"worker-1": [1, 2]}
    assert inbox.given_up(100.0 + GIVEN_UP_AFTER_S) == {}
    assert not inbox.has_all("worker-1")
    assert inbox.given_up(101.0 + GIVEN_UP_AFTER_S) == {"worker-1": 2}
    assert inbox.given_up(200.0) == {}
    assert inbox.has_all("worker-1")


def test_a_copy_is_a_forgery_unless_it_was_asked_for() -> None:
    letters, inbox = sent(3), Inbox(SEAL)
    opened(inbox, [letters[0], letters[2]])
    inbox.to_ask_again(0.0)
    assert opened(inbox, [letters[1], letters[1]]) == [1]  # the first copy was only slow
    assert inbox.take_forged() == 0
    assert opened(inbox, [letters[1], letters[2], letters[0]]) == []
    assert inbox.take_forged() == 3
    assert inbox.take_forged() == 0


def test_forged_and_unsealed_reports_are_dropped_and_counted() -> None:
    inbox = Inbox(SEAL)
    real, *_ = sent(1)
    foreign = Outbox("worker-1", Seal("another", "run")).put({"count": 1_000_000})
    forgeries = [
        {**real, "number": 1},
        {**real, "worker": "worker-2"},
        {**real, "payload": foreign["payload"]},
        {**real, "seal": b""},
        foreign,
        {"requests": 1_000_000},
        None,
    ]
    assert [inbox.open(it) for it in forgeries] == [None] * len(forgeries)
    assert inbox.take_forged() == len(forgeries)
    assert inbox.open(real) == {"count": 0}


def test_workers_are_numbered_each_for_itself() -> None:
    inbox = Inbox(SEAL)
    for letter in (*sent(2), *sent(2, "worker-2")):
        assert inbox.open(letter) is not None
    assert inbox.take_forged() == 0

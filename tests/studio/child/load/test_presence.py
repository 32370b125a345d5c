"""A worker process is noticed when it is silent, lost when it stays so, and never comes twice."""

from studio.child.load.presence import LOST_AFTER_S, QUIET_AFTER_S, Presence

WORKERS = ("worker-1", "worker-2")


def both_at(now_s: float) -> Presence:
    presence = Presence(WORKERS)
    for worker in WORKERS:
        assert presence.hear(worker, now_s) is None
    return presence


def test_a_roll_is_complete_once_everybody_has_been_heard() -> None:
    presence = Presence(WORKERS)
    presence.hear("worker-2", 0.0)
    assert (presence.is_complete, presence.living) == (False, ("worker-2",))
    assert not presence.has_joined("worker-1")
    presence.hear("worker-1", 0.0)
    assert presence.is_complete


def test_a_silence_is_noticed_once_and_its_end_too() -> None:
    presence = both_at(100.0)
    presence.hear("worker-1", 103.0)
    assert presence.newly_quiet(100.0 + QUIET_AFTER_S) == []
    assert presence.newly_quiet(100.5 + QUIET_AFTER_S) == ["worker-2"]
    assert presence.newly_quiet(104.0) == []
    assert presence.hear("worker-2", 106.0) == 6.0
    assert presence.hear("worker-2", 107.0) is None
    assert presence.newly_lost(106.5) == []


def test_a_worker_that_stays_silent_is_lost_for_good() -> None:
    presence = both_at(0.0)
    presence.hear("worker-1", 5.0)
    assert presence.newly_lost(LOST_AFTER_S + 0.1) == ["worker-2"]
    assert presence.living == ("worker-1",)
    assert presence.hear("worker-2", LOST_AFTER_S + 1) is None
    assert presence.is_gone("worker-2")
    assert presence.living == ("worker-1",)
    assert presence.newly_lost(LOST_AFTER_S + 2) == []


def test_a_worker_whose_process_has_ended_is_lost_at_once() -> None:
    presence = both_at(0.0)
    assert presence.lose("worker-1")
    assert not presence.lose("worker-1")
    assert presence.newly_quiet(99.0) == ["worker-2"]

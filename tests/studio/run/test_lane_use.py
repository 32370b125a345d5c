"""A run says which client made its requests."""

from studio.run.lane_use import LaneTally, LaneUse


def test_worker_processes_are_added_up_by_their_last_word() -> None:
    tally = LaneTally()
    tally.join("")
    tally.count("worker-1", 5, 1, 0)
    tally.count("worker-2", 10, 0, 4)
    tally.count("worker-1", 15, 1, 0)
    use = tally.use()
    assert use == LaneUse("", plain=25, handed_over=1, passed_by=4)
    assert use.is_on
    assert use.plain_share == 25 / 30


def test_one_worker_without_the_lane_is_enough_to_say_so() -> None:
    tally = LaneTally()
    tally.join("")
    tally.join("switched off")
    tally.join("")
    assert tally.use() == LaneUse("switched off")
    assert not tally.use().is_on


def test_there_is_no_share_of_nothing() -> None:
    assert LaneTally().use().plain_share is None

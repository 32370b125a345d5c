"""A worker's reports are numbered, and sent again when they are asked for."""

from studio.child.load.inbox import Inbox
from studio.child.load.outbox import KEPT_REPORTS, Outbox
from studio.child.load.seal import Seal

SEAL = Seal("token", "run")


def test_a_report_that_is_sent_again_is_the_same_report() -> None:
    outbox = Outbox("worker-1", SEAL)
    first, second, third = (outbox.put({"count": n, "packed": b"\x00\xff"}) for n in range(3))
    assert [it["number"] for it in (first, second, third)] == [0, 1, 2]
    assert outbox.again([1, 7]) == [second]
    assert Inbox(SEAL).open(third) == {"count": 2, "packed": b"\x00\xff"}


def test_only_the_last_half_minute_is_kept() -> None:
    outbox = Outbox("worker-1", SEAL)
    for number in range(KEPT_REPORTS + 5):
        outbox.put({"count": number})
    assert outbox.again([0, 4]) == []
    assert len(outbox.again(range(100))) == KEPT_REPORTS

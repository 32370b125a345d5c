"""The functions that blocks use do what their sentence says."""

import random
import time
from base64 import b64encode
from collections import Counter
from contextlib import contextmanager
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest

from studio.locustfile import preamble_blocks as written


class RescheduleTask(Exception):  # noqa: N818  # as Locust calls it
    pass


class GreenletExit(BaseException):  # as gevent calls it
    pass


class CatchResponseError(Exception):
    pass


class WorkerRunner:
    worker_index = 7


class Fired:
    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def fire(self, **row: Any) -> None:  # noqa: ANN401  # as an event of Locust is fired
        self.rows.append(row)


class User:
    def __init__(self) -> None:
        self.fired = Fired()
        self.environment = SimpleNamespace(events=SimpleNamespace(request=self.fired))

    def context(self) -> dict[str, object]:
        return {"late_s": 0.5}


LISTENERS: list[object] = []
GIVEN: dict[str, Any] = {
    **{it.__name__: it for it in (RescheduleTask, GreenletExit, CatchResponseError, WorkerRunner)},
    "contextmanager": contextmanager,
    "b64encode": b64encode,
    "count": count,
    "random": random,
    "time": time,
    "events": SimpleNamespace(test_start=SimpleNamespace(add_listener=LISTENERS.append)),
}
for part in (written.COUNT_STEP, written.COUNTED, written.GIVE_UP, written.WALK_CHAIN):
    exec(part, GIVEN)  # noqa: S102  # ours
for part in (written.ITEMS_OF, written.BASE64_OF, written.COUNTER):
    exec(part, GIVEN)  # noqa: S102  # ours


def test_what_is_done_is_counted_once_and_timed() -> None:
    user = User()
    with GIVEN["counted"](user, "Pay"):
        pass
    (row,) = user.fired.rows
    assert (row["request_type"], row["name"], row["exception"]) == ("STEP", "Pay", None)
    assert 0 <= row["response_time"] < 1000
    assert row["context"] == {"late_s": 0.5}


def test_what_is_given_up_counts_as_failed() -> None:
    user = User()
    with pytest.raises(RescheduleTask), GIVEN["counted"](user, "Pay"):
        raise RescheduleTask
    assert str(user.fired.rows[0]["exception"]) == "given up"


def test_a_user_that_is_stopped_meanwhile_leaves_no_row() -> None:
    user = User()
    with pytest.raises(GreenletExit), GIVEN["counted"](user, "Pay"):
        raise GreenletExit
    assert user.fired.rows == []


def test_what_never_came_about_is_a_failure_without_a_time() -> None:
    user = User()
    with pytest.raises(RescheduleTask):
        GIVEN["give_up"](user, "Wait")
    (row,) = user.fired.rows
    assert row["response_time"] is None
    assert isinstance(row["exception"], CatchResponseError)


def test_a_chain_is_walked_by_weight_until_it_is_left() -> None:
    done: Counter[str] = Counter()

    def one() -> None:
        done["one"] += 1

    def other() -> None:
        done["other"] += 1

    for _ in range(300):
        GIVEN["walk_chain"]({one: {other: 3, None: 1}, other: {one: 1}})
    assert done["one"] == done["other"] + 300
    assert 2.2 < done["other"] / 300 < 4  # 3 on average


@pytest.mark.parametrize(("values", "items"), [([1, 2, 3], [1, 2]), ("abc", []), (None, [])])
def test_only_a_list_has_items(values: object, items: list[object]) -> None:
    assert GIVEN["items_of"](values, 2) == items


def test_text_is_encoded() -> None:
    assert GIVEN["base64_of"]("é:x") == "w6k6eA=="


def test_workers_never_count_the_same() -> None:
    counter = GIVEN["Counter"](5)
    counter.begin(SimpleNamespace(runner=None))
    assert [counter.next(), counter.next()] == ["5", "6"]
    counter.begin(SimpleNamespace(runner=WorkerRunner()))
    assert [counter.next(), counter.next()] == ["12", "1012"]

"""Large answers take turns, the earlier ones first, and small ones are never kept waiting."""

import json

import pytest

from tests.in_child import in_child

GROWING = """
import json, time
import gevent
from studio.child.load.large_answers import STEP_BYTES, LargeAnswers

LARGEST = 5_000_000

class Connection:
    def __init__(self):
        self.received_bytes, self.is_open = 0, True

    def fileno(self):
        return 7 if self.is_open else -1

large = LargeAnswers(LARGEST)
most = 0

def read(connection, end):
    global most
    while connection.received_bytes < LARGEST:
        connection.received_bytes += STEP_BYTES
        most = max(most, sum(it.received_bytes for it in under_way))
        large.take_turn(connection)
    done.append(under_way.index(connection))
    end(connection)

def close(connection):
    connection.is_open = False
    under_way.remove(connection)

def ask_again(connection):
    connection.received_bytes = 0
    under_way.remove(connection)

def fall_silent(connection):
    under_way.remove(connection)

def run(users, end):
    global under_way, done, most
    most, done = 0, []
    under_way = [Connection() for _ in range(users)]
    all_of_them = list(under_way)
    began_s = time.monotonic()
    gevent.joinall([gevent.spawn(read, it, end) for it in under_way], timeout=50)
    return {"done": len(done), "most": most, "took_s": time.monotonic() - began_s}

print(json.dumps({
    "few": run(10, close) | {"held_s": large.held_s},
    "close": run(100, close),
    "ask_again": run(100, ask_again),
    "fall_silent": run(20, fall_silent),
}))
"""


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, float]]:
    return json.loads(in_child(GROWING))


def test_few_large_answers_wait_for_nobody(told: dict[str, dict[str, float]]) -> None:
    assert told["few"]["done"] == 10
    assert told["few"]["held_s"] == 0


@pytest.mark.parametrize("end", ["close", "ask_again"])
def test_a_hundred_large_answers_never_need_the_memory_of_a_hundred(
    told: dict[str, dict[str, float]], end: str
) -> None:
    assert told[end]["done"] == 100
    assert told[end]["most"] < 150 << 20  # all at once would be 477 MiB


def test_an_answer_that_stays_silent_holds_nobody_for_long(
    told: dict[str, dict[str, float]],
) -> None:
    assert told["fall_silent"]["done"] == 20

"""A user that is let go ends between two tasks, whatever its wait is doing at that moment."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]

LET_GO = """
import gevent.monkey
gevent.monkey.patch_all()
import json, sys, time
import gevent
from locust import User, constant, task
from locust.env import Environment
from studio.child.load import letting_go
from studio.child.load.crew import Crew

letting_go.install()
seen = {"begun": 0, "ended": 0, "left": 0}
USERS = 2000

class Visitor(User):
    wait_time = constant(float(sys.argv[1]))

    @task
    def visit(self):
        seen["begun"] += 1
        gevent.sleep(0.05)
        seen["ended"] += 1

    def on_stop(self):
        gevent.sleep(0.05)
        seen["left"] += 1

runner = Environment(user_classes=[Visitor], stop_timeout=20).create_local_runner()
crew = Crew()
crew._runner = runner
by_crew = sys.argv[2] == "the crew"
if by_crew:
    for _ in range(USERS):
        crew.hire("Visitor")
else:
    runner.start(USERS, USERS)
while seen["ended"] < USERS:
    gevent.sleep(0.01)
busy_until_s = time.monotonic() + 0.5
while time.monotonic() < busy_until_s:
    pass
began_s = time.monotonic()
if by_crew:
    crew.release_all()
    while crew.size and time.monotonic() - began_s < 20:
        gevent.sleep(0.01)
else:
    runner.stop()
seen["s"] = time.monotonic() - began_s
print(json.dumps(seen))
"""


@pytest.mark.parametrize("by", ["Locust", "the crew"])
@pytest.mark.parametrize(
    ("wait_s", "its_wait"),
    [(0.4, "is over at that very moment"), (60, "has barely begun")],
)
def test_no_task_is_broken_off_when_users_are_let_go(wait_s: float, its_wait: str, by: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LET_GO, str(wait_s), by],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    seen = json.loads(done.stdout)
    assert seen["begun"] == seen["ended"] >= 2000, its_wait
    assert seen["left"] == 2000, "each has its `on_stop`, whole"
    assert seen["s"] < 20


GIVEN_A_START = """
import gevent.monkey
gevent.monkey.patch_all()
import json
import gevent
from locust import User, task
from locust.env import Environment
from studio.child.load import letting_go
from studio.child.load.crew import Crew
from studio.child.load.parking import Parking

letting_go.install()
seen = {"started": 0, "begun": 0, "ended": 0}

def begin(due_s):
    seen["started"] += 1

parking = Parking(begin)
parking.install()

class Visitor(User):
    @task
    def visit(self):
        seen["begun"] += 1
        gevent.sleep(0.05)
        seen["ended"] += 1

crew = Crew()
crew._runner = Environment(user_classes=[Visitor], stop_timeout=5).create_local_runner()
user = crew.hire("Visitor")
while not parking.idle:
    gevent.sleep(0.01)
assert parking.give("Visitor", 0.0)
crew.release([user])
gevent.sleep(1)
print(json.dumps(seen | {"left": crew.size, "parked": parking.idle}))
"""


def test_a_user_that_is_let_go_as_it_is_given_a_start_makes_it_and_goes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", GIVEN_A_START],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    seen = json.loads(done.stdout)
    assert seen["started"] == seen["begun"] == seen["ended"] == 1
    assert seen["left"] == seen["parked"] == 0

"""A user pauses after its request was told to everybody, and holds nobody else."""

import json

from tests.in_child import in_child

PAUSING = """
import gevent.monkey; gevent.monkey.patch_all()
import json, time
import gevent
from locust import events
from studio.child.load.backing_off import REFUSALS, BackingOff
from studio.child.load.pausing import Pausing
from studio.measurement.outcome import Outcome

pausing = Pausing(BackingOff(obeys_retry_after=True))
heard, requests = [], []

def count(name, exception, **_):
    requests.append((name, time.monotonic()))
    if exception:
        pausing.fail(Outcome.REFUSED, None)

def custom(name, **_):
    heard.append((name, time.monotonic()))

events.request.add_listener(count)
events.request.add_listener(custom)

def user(name, exception, until_s):
    while time.monotonic() < until_s:
        events.request.fire(name=name, exception=exception)
        gevent.sleep(0.01)

until_s = time.monotonic() + 3.5
users = [gevent.spawn(user, name, ConnectionRefusedError(), until_s) for name in "ab"]
users.append(gevent.spawn(user, "well", None, until_s))
gevent.joinall(users)
began_s = time.monotonic()
sleeper = gevent.spawn(user, "a killed user", ConnectionRefusedError(), began_s + 60)
gevent.sleep(0.3)
sleeper.kill()

first = {name: min(at for who, at in heard if who == name) for name in "ab"}
late = [
    max((at for who, at in heard if who == name and at < began_s)) - first[name] for name in "ab"
]
print(json.dumps({
    "refused": [sum(who == name for who, _ in requests) for name in "ab"],
    "well": sum(who == "well" for who, _ in requests),
    "untold": len(requests) - len(heard),
    "refusals": REFUSALS,
    "killed_within_s": time.monotonic() - began_s,
}))
"""


def test_refused_users_ask_once_a_second_and_nobody_waits_for_them() -> None:
    told = json.loads(in_child(PAUSING))
    most = told["refusals"] + 4  # the first few at once, then one a second for 3.5 s
    assert all(told["refusals"] <= count <= most for count in told["refused"])
    assert told["well"] > 3 * most
    assert told["untold"] <= 1  # of the user who was killed while it waited
    assert told["killed_within_s"] < 5

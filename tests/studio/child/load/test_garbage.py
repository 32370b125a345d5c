"""Many users do not make for long stops, and users that have gone do not stay in memory."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]

CHILD = """
import gc, sys, time
sys.path.insert(0, {root!r})
from studio.child.load.garbage import Garbage

class User:
    def __init__(self):
        self.me = self  # only the collector can free it
        self.parts = [{{"part": [n]}} for n in range(30)]

pauses = []
began = 0.0
def watch(phase, info):
    global began
    if phase == "start":
        began = time.perf_counter()
    else:
        pauses.append(time.perf_counter() - began)

garbage = Garbage()
garbage.begin()
gc.callbacks.append(watch)
users = []
for _ in range(20):
    users += [User() for _ in range({step})]
    garbage.tend(len(users))
for second in range(40):
    busy = [[n] for n in range(100_000)]
    garbage.tend(len(users))
print(max(pauses) * 1000)
del users[100:]
garbage.tend(len(users))
print(sum(isinstance(it, User) for it in gc.get_objects()), gc.get_freeze_count())
gc.unfreeze()
print(sum(isinstance(it, User) for it in gc.get_objects()))
"""


def test_ten_thousand_users_make_for_no_long_stop_and_go_when_they_are_gone() -> None:
    code = CHILD.format(root=str(ROOT), step=500)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    longest_ms, _, left = ran.stdout.splitlines()
    assert float(longest_ms) < 50
    assert int(left) == 100

"""RUNS IN A CHILD PROCESS. Visits a hostile server as a worker process would, and tells of it.

    python visiting.py < ORDER     prints one JSON object a line

ORDER is a JSON object: the locustfile, the client's way (`lane`, `fast` or `http`), the target, the
cap for answers, and visits, each a name, an address and how many users make it at once. Beside them
one ordinary user keeps asking `/ok`.
"""
# pyright: basic

import gevent.monkey

gevent.monkey.patch_all()

import json
import runpy
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import gevent
from locust.env import Environment

sys.path.insert(0, str(Path(__file__).parents[2]))

from studio.child.load import answer_head, expansion, liveness
from studio.child.load.guard import SocketGuard
from studio.child.load.lane import fast_lane
from studio.child.load.outcomes import outcome_of
from studio.engine.load_limits import LoadLimits, limits_of

PAGE_KIB = 4
LONGEST_S = 20.0


class Memory:
    """The most this process has held, seen 200 times a second whatever its event loop does."""

    def __init__(self) -> None:
        self.most_mib = 0.0
        get_original = gevent.monkey.get_original
        sleep, start = get_original("time", "sleep"), get_original("_thread", "start_new_thread")

        def watch() -> None:
            while True:
                self.most_mib = max(self.most_mib, resident_mib())
                sleep(0.005)

        start(watch, ())


def resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * PAGE_KIB / 1024


def main() -> None:
    order = json.loads(sys.stdin.read())
    targets = limits_of(order["home"]).targets
    guard = SocketGuard(LoadLimits(targets, order["largest_answer_bytes"]))
    guard.install()
    expansion.install(order["largest_answer_bytes"])
    answer_head.install()
    liveness.install()
    if order["way"] == "lane":
        fast_lane.install()
    user_class = load(order["locustfile"])
    user_class.host = order["home"]
    environment = Environment(user_classes=[user_class])
    rows = defaultdict(list)
    pings_s = []

    def count(name: str, exception: object, response: object, **_rest: object) -> None:
        status = getattr(response, "status_code", 0) or 0
        rows[name].append(
            [str(outcome_of(exception, status)), f"{type(exception).__name__}: {exception}"]
        )

    environment.events.request.add_listener(count)
    user_class(environment).client.get("/ok", name="warm up")
    del rows["warm up"]
    memory = Memory()
    gevent.sleep(0.05)
    before_mib = memory.most_mib
    ordinary = gevent.spawn(keep_asking, user_class(environment), pings_s)
    escaped = defaultdict(list)
    visits = [
        gevent.spawn(visit, user_class(environment), name, address, escaped, order.get("times", 1))
        for name, address, users in order["visits"]
        for _ in range(users)
    ]
    began_s = time.monotonic()
    gevent.joinall(visits, timeout=LONGEST_S)
    took_s = time.monotonic() - began_s
    unfinished = sum(not it.ready() for it in visits)
    gevent.killall(visits)
    ordinary.kill()
    print(
        json.dumps(
            {
                "ordinary": rows.pop("ordinary", []),
                "rows": rows,
                "escaped": escaped,
                "unfinished": unfinished,
                "grown_mib": memory.most_mib - before_mib,
                "took_s": took_s,
                "longest_ping_s": max(pings_s, default=0.0),
                "refused": guard.allowance.take_refused(),
            }
        )
    )


def load(locustfile: str) -> Any:
    return runpy.run_path(locustfile)["Visitor"]


def visit(user: Any, name: str, address: str, escaped: dict, times: int) -> None:
    for _ in range(times):
        try:
            user.client.get(address, name=name)
        except Exception as error:
            escaped[name].append(f"{type(error).__name__}: {error}")


def keep_asking(user: Any, pings_s: list) -> None:
    while True:
        began_s = time.monotonic()
        user.client.get("/ok", name="ordinary")
        pings_s.append(time.monotonic() - began_s)
        gevent.sleep(0.01)


main()

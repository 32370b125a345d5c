"""RUNS IN A CHILD PROCESS. Takes rows from feeds as users do, and prints what it was given."""
# pyright: basic

import csv
import json
import random
import sys
from collections import deque
from itertools import islice
from pathlib import Path
from typing import Any

import gevent
from gevent import GreenletExit
from gevent.event import Event
from gevent.lock import Semaphore
from locust import events
from locust.env import Environment
from locust.runners import MasterRunner, WorkerRunner

from studio.locustfile import feed

USED = (csv, random, sys, deque, islice, Path, GreenletExit, Event, Semaphore, events)
GIVEN: dict[str, Any] = {
    **{getattr(it, "__name__", "events"): it for it in USED},
    **{it.__name__: it for it in (MasterRunner, WorkerRunner)},
}


def main(folder: Path) -> None:
    given: dict[str, Any] = GIVEN | {"__file__": str(folder / "locustfile.py")}
    for part in (feed.EACH_ROW, feed.AGAIN_AND_AGAIN, feed.AT_RANDOM, feed.FEED):
        exec(part, given)  # noqa: S102  # it is ours
    once = given["Feed"]("rows.csv", given["each_row"])
    again = given["Feed"]("rows.csv", given["again_and_again"])
    anyone = given["Feed"]("rows.csv", given["at_random"])
    own = given["Feed"]("rows.csv", given["each_row"], at_once=1)
    events.init.fire(environment=None, runner=Environment().create_local_runner(), web_ui=None)

    told = {
        "once": numbers(once, 5),
        "again": numbers(again, 7),
        "any": numbers(anyone, 50),
        "own": numbers(own, 4),
    }
    own.give_back({"n": "2"})
    own.give_back(None)
    told["own again"] = numbers(own, 2)
    events.test_stop.fire(environment=None)
    told["another test"] = numbers(once, 1)
    sys.stdout.write(json.dumps(told))


def numbers(feed_of_rows: Any, count: int) -> list[str]:  # noqa: ANN401
    """Return what users are given, each in a greenlet of its own; none for those that end."""
    found: list[str] = []

    def use() -> None:
        row = feed_of_rows.take()
        gevent.sleep(0)
        found.append(row["n"])

    gevent.joinall([gevent.spawn(use) for _ in range(count)])
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))

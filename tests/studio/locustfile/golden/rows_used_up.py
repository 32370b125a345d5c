"""Written by Swarmbook (writer 5)."""

import csv
import sys
from collections import deque
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from gevent import GreenletExit
from gevent.event import Event
from gevent.lock import Semaphore
from locust import HttpUser, between, events, task
from locust.runners import MasterRunner, WorkerRunner


def each_row(path):
    """Yield the rows of a CSV file, one at a time."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, restval="")


class Feed:
    """Rows of a CSV file beside this one, dealt by the master to the users of all workers."""

    def __init__(self, name, order, at_once=20):
        self.path = Path(__file__).with_name(name)
        self.order = order
        self.at_once = at_once
        self.kept = deque()
        self.returned = deque()
        self.waiting = 0
        self.turn = Semaphore()
        self.dealt = Event()
        events.init.add_listener(self.connect)
        events.test_stop.add_listener(self.begin)

    def connect(self, runner, **_):
        """Let the master deal and its workers ask; a single process does both."""
        self.runner = runner
        if isinstance(runner, WorkerRunner):
            runner.register_message(f"{self.path.name} dealt", self.receive)
            return
        if next(each_row(self.path), None) is None:
            sys.exit(f"{self.path.name} has no rows.")
        if isinstance(runner, MasterRunner):
            runner.register_message(f"{self.path.name} wanted", self.deal)
            runner.register_message(f"{self.path.name} returned", self.take_back)
        self.begin()

    def begin(self, **_):
        """Begin at the top, as each test does."""
        self.rows = self.order(self.path)
        self.kept.clear()
        self.returned.clear()

    def next_rows(self, count):
        """Return so many rows, first those that came back; fewer if no more are left."""
        rows = [self.returned.popleft() for _ in range(min(count, len(self.returned)))]
        return rows + list(islice(self.rows, count - len(rows)))

    def deal(self, msg, **_):
        """Send a worker its next rows."""
        rows = self.next_rows(msg.data)
        self.runner.send_message(f"{self.path.name} dealt", rows, msg.node_id)

    def receive(self, msg, **_):
        """Keep the rows the master has sent."""
        self.kept.extend(msg.data)
        self.dealt.set()

    def take_back(self, msg, **_):
        """Keep the row of a user that has stopped, for another."""
        self.returned.append(msg.data)

    def ask(self, count):
        """Wait for so many rows, or as many as are left."""
        if isinstance(self.runner, WorkerRunner):
            self.dealt.clear()
            self.runner.send_message(f"{self.path.name} wanted", count)
            self.dealt.wait()
        else:
            self.kept.extend(self.next_rows(count))

    def expect(self):
        """End this user if no row is left for it."""
        self.waiting += 1
        try:
            with self.turn:
                if not self.kept:
                    self.ask(max(self.waiting, self.at_once))
                if not self.kept:
                    raise GreenletExit()  # Locust would log a StopUser in on_start as an error
        finally:
            self.waiting -= 1

    def take(self):
        """Return a row for this user, or end it if none is left."""
        self.expect()
        return self.kept.popleft()

    def give_back(self, row):
        """Let another user have a row that was this one's own, if it had one already."""
        if row is None:
            return
        if isinstance(self.runner, WorkerRunner):
            self.runner.send_message(f"{self.path.name} returned", row)
        else:
            self.returned.append(row)


vouchers = Feed("vouchers.csv", each_row)
voters = Feed("voters.csv", each_row, at_once=1)


class Voter(HttpUser):
    wait_time = between(2, 6)
    voter = None

    def on_start(self):
        self.voter = voters.take()

    def on_stop(self):
        voters.give_back(self.voter)

    @task
    def one_pass(self):
        self.voucher = vouchers.take()
        self.vote()

    def vote(self):
        self.client.get(self.voucher["code"], name="[code]")
        self.client.put(
            f"/votes/{quote(self.voter['id'], safe='')}",
            data=f"<vote by=\"{self.voter['id']}\"/>",
            headers={"Content-Type": "application/xml"},
            name="/votes/[id]",
        )

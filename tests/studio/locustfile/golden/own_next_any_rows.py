"""Written by Swarmbook (writer 5)."""

import csv
import json
import os
import random
import ssl
import sys
from collections import deque
from itertools import islice
from pathlib import Path
from urllib.parse import quote

import gevent
from gevent import GreenletExit
from gevent.event import Event
from gevent.lock import Semaphore
from locust import FastHttpUser, between, events, tag, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.exception import RescheduleTask
from locust.runners import MasterRunner, WorkerRunner

# One for all users: a context of its own would cost each of them 0.9 MB and 20 ms.
TLS = ssl.create_default_context()

# Whatever an answer breaks is a failure of its request, and does not end the task.
fasthttp.FAILURE_EXCEPTIONS += (Exception,)


def read_secret(name):
    """Return a value that stands in the environment, and in no file."""
    return os.environ.get(name) or sys.exit(f"Set {name} first.")


API_TOKEN = read_secret("API_TOKEN")
SHOP_PASSWORD = read_secret("SHOP_PASSWORD")


class NoAnswerError(OSError):
    """The deadline of a request has passed."""

    def __init__(self):
        super().__init__("no complete answer in 30 s")


class CountedResponse(FastResponse):
    """A response whose bad status is a failure, whatever its body holds."""

    def raise_for_status(self):
        super().raise_for_status()
        if self.status_code >= 400:
            raise LocustBadStatusCode(self.url, code=self.status_code)


def make_dependable(client):
    """Let every request end within 30 s and be counted, whatever the server sends."""
    send = client.request

    def request(method, url, **options):
        with gevent.Timeout(30, NoAnswerError):
            return send(method, url, **options)

    client.request = request
    client.client.response_type = CountedResponse
    client.client.valid_response_codes = range(600)


def fail(response, message):
    """Count the request as failed and give up this pass."""
    response.failure(response.request_meta["exception"] or message)
    raise RescheduleTask()


def each_row(path):
    """Yield the rows of a CSV file, one at a time."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, restval="")


def again_and_again(path):
    """Yield the rows of a CSV file, and then again from the top."""
    while True:
        yield from each_row(path)


def at_random(path):
    """Yield any row of a CSV file, and then any other."""
    rows = list(each_row(path))
    while True:
        yield random.choice(rows)


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


accounts = Feed("accounts.csv", again_and_again, at_once=1)
words = Feed("words.csv", again_and_again)
cities = Feed("cities.csv", at_random)


class Buyer(FastHttpUser):
    insecure = False
    concurrency = 1
    max_redirects = 10
    default_headers = {"Accept-Language": "fr", "Authorization": f"Bearer {API_TOKEN}"}
    wait_time = between(1, 3)
    account = None

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    def on_start(self):
        self.account = accounts.take()
        while True:
            try:
                return self.sign_in()
            except RescheduleTask:
                self.wait()

    def on_stop(self):
        accounts.give_back(self.account)

    @tag("buy")
    @task
    def one_pass(self):
        self.city = cities.take()
        self.word = words.take()
        self.search()
        self.order()

    def sign_in(self):
        with self.client.post(
            "/login",
            data={"username": self.account["username"], "password": SHOP_PASSWORD},
            catch_response=True,
        ) as response:
            if response.status_code != 200:
                fail(response, f"status {response.status_code} instead of 200")

    def search(self):
        self.client.get(
            f"/search?q={quote(self.word['term'], safe='')}&near={quote(self.city['name'], safe='')}",
            headers={"X-Search": f"said by {self.account['username']}"},
            name="/search",
        )

    def order(self):
        with self.client.post(
            f"/clients/{quote(self.account['clients no'], safe='')}/orders",
            json={
                "items": [
                    {"name": self.word["term"], "amount": json.loads(self.account["clients no"])}
                ],
                "note": "",
            },
            name="/clients/[clients no]/orders",
            catch_response=True,
        ) as response:
            if response.status_code != 201:
                fail(response, f"status {response.status_code} instead of 201")

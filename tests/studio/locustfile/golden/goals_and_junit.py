"""Written by Swarmbook (writer 5)."""

import logging
import os
import ssl
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement

import gevent
from locust import FastHttpUser, between, events, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.exception import RescheduleTask
from locust.runners import WorkerRunner

# One for all users: a context of its own would cost each of them 0.9 MB and 20 ms.
TLS = ssl.create_default_context()

# Whatever an answer breaks is a failure of its request, and does not end the task.
fasthttp.FAILURE_EXCEPTIONS += (Exception,)


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


class ShopVisitor(FastHttpUser):
    insecure = False
    concurrency = 1
    max_redirects = 10
    wait_time = between(0.5, 1.5)

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    def on_start(self):
        while True:
            try:
                return self.sign_in()
            except RescheduleTask:
                self.wait()

    def sign_in(self):
        with self.client.post(
            "/login", data={"username": "test_user", "password": ""}, catch_response=True
        ) as response:
            if response.status_code != 200:
                fail(response, f"status {response.status_code} instead of 200")

    @task(2)
    def open_home(self):
        self.client.get("/")
        self.client.get("/static/assets.js")

    @task(4)
    def look_at_the_list(self):
        self.client.get("/todos")

    @task(3)
    def open_one(self):
        self.client.get("/todos/17", name="/todos/[id]")

    @task
    def add_one(self):
        with self.client.post(
            "/todos", json={"title": "Buy milk"}, catch_response=True
        ) as response:
            if response.status_code != 201:
                fail(response, f"status {response.status_code} instead of 201")

    @task
    def read_about(self):
        self.client.get("/about/")


# What, of which requests (all where none are named), which figure, bound and limit.
GOALS = [
    ("all requests: failure rate at most 0.01", "", "", "failure rate", "at most", 0.01),
    ("POST /todos: p95 at most 800 ms", "POST", "/todos", 0.95, "at most", 800),
    ("GET /: median at most 500.5 ms", "GET", "/", 0.5, "at most", 500.5),
    ("all requests: throughput at least 1/s", "", "", "throughput", "at least", 1),
]


def write_junit(results, path):
    """Write each goal as a test case, for a CI server to show."""
    missed = sum(not is_met for _, _, is_met in results)
    suite = Element("testsuite", name="goals", tests=f"{len(results)}", failures=f"{missed}")
    for title, value, is_met in results:
        case = SubElement(suite, "testcase", classname="goals", name=title)
        if not is_met:
            SubElement(case, "failure", message=f"measured: {value}")
    path.parent.mkdir(parents=True, exist_ok=True)
    ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)


def measured(row, measure):
    """One figure; Locust rounds times from 100 ms to 10 ms and from 1 s to 100 ms."""
    if measure == "failure rate":
        return row.fail_ratio
    if measure == "throughput":
        return row.total_rps
    return row.get_response_time_percentile(measure)


@events.quitting.add_listener
def judge(environment, **_):
    """Leave with exit code 3 when a goal is missed; no request at all misses it, too."""
    if isinstance(environment.runner, WorkerRunner):
        return
    results = []
    for title, method, name, measure, bound, limit in GOALS:
        row = environment.stats.get(name, method) if name else environment.stats.total
        value = measured(row, measure) if row.num_requests else None
        is_met = value is not None and (value <= limit if bound == "at most" else value >= limit)
        results.append((title, value, is_met))
        logging.info("%s: %s (%s)", "met" if is_met else "MISSED", title, value)
    if path := os.environ.get("GOALS_JUNIT"):
        write_junit(results, Path(path))
    if not environment.runner.exceptions:
        environment.process_exit_code = 0 if all(is_met for _, _, is_met in results) else 3

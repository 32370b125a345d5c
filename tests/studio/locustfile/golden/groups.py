"""Written by Swarmbook (writer 5)."""

import random
import ssl
import time
from contextlib import contextmanager

import gevent
from gevent import GreenletExit
from locust import FastHttpUser, constant, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.exception import CatchResponseError, RescheduleTask

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


def count_step(user, name, response_time, failure):
    """Give the statistics one more row, of type STEP."""
    user.environment.events.request.fire(
        request_type="STEP",
        name=name,
        response_time=response_time,
        response_length=0,
        exception=failure and CatchResponseError(failure),
        context=user.context(),
    )


@contextmanager
def counted(user, name):
    """Count all that is done within as one; not for a user that is stopped meanwhile."""
    begin, failure = time.perf_counter(), "given up"
    try:
        yield
        failure = None
    except GreenletExit:
        begin = None
        raise
    finally:
        if begin is not None:
            count_step(user, name, (time.perf_counter() - begin) * 1000, failure)


def walk_chain(chain):
    """Do the first step of a chain and those that follow it, by weight, until it is left."""
    step = next(iter(chain))
    while step is not None:
        step()
        following = chain[step]
        (step,) = random.choices(list(following), weights=following.values())


class Grouped(FastHttpUser):
    insecure = False
    max_redirects = 10
    concurrency = 2  # a user stopped while it connects never gives one back
    wait_time = constant(0.01)

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    def on_start(self):
        while True:
            try:
                self.sign_in()
                time.sleep(0.01)
                return
            except RescheduleTask:
                self.wait()

    def on_stop(self):
        self.sign_out()

    @task
    def one_pass(self):
        with counted(self, "Look around"):
            self.look_around()
        self.compare()
        self.order()

    def sign_in(self):
        with self.client.get("/signed-in", catch_response=True) as response:
            if response.status_code != 200:
                fail(response, f"status {response.status_code} instead of 200")

    def look_around(self):
        random.choices([self.search, self.look], weights=[3, 1])[0]()

    def search(self):
        self.client.get("/search")
        time.sleep(0.02)

    def look(self):
        # As most do.
        with counted(self, "look"):
            self.client.get("/look")

    def compare(self):
        # Until they have made up their minds.
        walk_chain({self.first: {self.second: 3, None: 1}, self.second: {self.first: 1, None: 2}})

    def first(self):
        self.client.get("/first")

    def second(self):
        self.client.get("/second")

    def order(self):
        self.basket()
        time.sleep(0.01)
        with counted(self, "pay"):
            self.pay()

    def basket(self):
        self.client.get("/basket")

    def pay(self):
        with self.client.get("/pay", catch_response=True) as response:
            if response.status_code != 200:
                fail(response, f"status {response.status_code} instead of 200")

    def sign_out(self):
        self.client.get("/signed-out")

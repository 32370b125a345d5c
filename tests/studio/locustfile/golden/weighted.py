"""Written by Swarmbook (writer 5)."""

import random
import ssl
import time
from contextlib import contextmanager

import gevent
from gevent import GreenletExit
from locust import FastHttpUser, constant, tag, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.exception import CatchResponseError

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


class Drawn(FastHttpUser):
    insecure = False
    concurrency = 1
    max_redirects = 10
    wait_time = constant(0.01)

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    @tag("look")
    @task(2)
    def look_around(self):
        with counted(self, "Look around"):
            random.choices([self.search, self.look], weights=[3, 1])[0]()

    def search(self):
        self.client.get("/search")

    def look(self):
        # As most do.
        with counted(self, "look"):
            self.client.get("/look")

    @tag("read", "slow")
    @task(3)
    def pages(self):
        # Two at most.
        for _ in range(2):
            self.page()

    def page(self):
        self.client.get("/page")

    @task
    def pay_or_not(self):
        if random.random() < 0.6:
            with counted(self, "pays"):
                self.pays()

    def pays(self):
        self.client.get("/pays")

    @tag("read")
    @task
    def plain(self):
        self.client.get("/plain")

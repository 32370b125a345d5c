"""Written by Swarmbook (writer 5)."""

import random
import ssl
import time

import gevent
from gevent import GreenletExit
from locust import FastHttpUser, HttpUser, between, constant_throughput, poisson, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.exception import RescheduleTask
from requests import RequestException, Timeout

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


def make_punctual(client):
    """Let every request end within 30 s and be counted, whatever the server sends."""
    ask, send_one = client.request, client.send

    def request(method, url, **options):
        with gevent.Timeout(30, Timeout("no complete answer in 30 s")):
            return ask(method, url, **options)

    def send(request, **options):
        try:
            return send_one(request, **options)
        except ValueError as error:
            raise RequestException(error) from error

    client.request = request
    client.send = send
    client.max_redirects = 10


def fail(response, message):
    """Count the request as failed and give up this pass."""
    response.failure(response.request_meta["exception"] or message)
    raise RescheduleTask()


class DependableUser(FastHttpUser):
    abstract = True
    insecure = False
    concurrency = 1
    max_redirects = 10

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS


class None2(DependableUser):
    @task
    def one_pass(self):
        self.a()

    def a(self):
        self.client.get("/a")


class Often(DependableUser):
    wait_time = poisson(20)

    @task
    def one_pass(self):
        self.b()

    def b(self):
        self.client.get("/b")


class Steady(HttpUser):
    wait_time = constant_throughput(20)

    def __init__(self, environment):
        super().__init__(environment)
        make_punctual(self.client)

    @task
    def one_pass(self):
        self.c()

    def c(self):
        self.client.get("/c")


class Pauses(DependableUser):
    wait_time = between(0, 0.02)

    def on_start(self):
        try:
            self.g()
        except RescheduleTask:
            raise GreenletExit() from None

    @task
    def one_pass(self):
        self.d()
        time.sleep(random.uniform(0.01, 0.02))
        self.e()
        time.sleep(0.01)
        self.f()

    def g(self):
        with self.client.get("/g", catch_response=True) as response:
            if response.status_code != 200:
                fail(response, f"status {response.status_code} instead of 200")

    def d(self):
        self.client.get("/d")

    def e(self):
        self.client.get("/e")

    def f(self):
        self.client.get("/f")

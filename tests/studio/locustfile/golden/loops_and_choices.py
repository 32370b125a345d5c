"""Written by Swarmbook (writer 5)."""

import random
import re
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


def holds(left, sign, right):
    """Hold two values against each other, as numbers where both are numbers."""
    values = str(left), str(right)
    try:
        numbers = float(left), float(right)
        if all(abs(number) < 2**53 for number in numbers):
            values = numbers
    except (TypeError, ValueError, OverflowError):
        pass
    match sign:
        case "contains":
            return str(right) in str(left)
        case "lacks":
            return str(right) not in str(left)
        case "==":
            return values[0] == values[1]
        case "!=":
            return values[0] != values[1]
        case "<":
            return values[0] < values[1]
        case "<=":
            return values[0] <= values[1]
        case ">":
            return values[0] > values[1]
        case ">=":
            return values[0] >= values[1]


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


def give_up(user, name):
    """Count what never came about as failed, with no time of its own, and give up this pass."""
    count_step(user, name, None, "never came about")
    raise RescheduleTask()


class Looper(FastHttpUser):
    insecure = False
    concurrency = 1
    max_redirects = 10
    wait_time = constant(0.01)

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    @task
    def one_pass(self):
        self.client.cookiejar.clear()
        self.dice = str(random.randint(1, 6))
        self.colour = random.choice(["red", "blue"])
        # Two at most.
        for _ in range(2):
            self.page()
        for _ in range(random.randint(1, 3)):
            self.more()
            time.sleep(0.01)
        for attempt in range(3):
            if attempt:
                time.sleep(0.01)
            self.throw()
            if holds(self.dice, ">=", "1"):
                break
        else:
            give_up(self, "Until it is high")
        if random.random() < 0.6:
            with counted(self, "pays"):
                self.pays()
        random.choices([self.card, self.cash, self.later], weights=[7, 2, 1])[0]()
        drawn = random.random()
        if drawn < 0.25:
            self.a()
            time.sleep(0.01)
            self.b()
        elif drawn < 0.5:
            for _ in range(1):
                self.c()
        if holds(self.dice, ">", "3"):
            self.lucky()
        elif self.colour == "red":
            self.red()
        else:
            self.blue()
        if re.search("^(r|b)", self.colour):
            self.matched()

    def page(self):
        self.client.get("/page")

    def more(self):
        self.client.get("/more")

    def throw(self):
        self.client.get("/throw")

    def pays(self):
        self.client.get("/pays")

    def card(self):
        self.client.get("/card")

    def cash(self):
        self.client.get("/cash")

    def later(self):
        self.client.get("/later")

    def a(self):
        self.client.get("/a")

    def b(self):
        self.client.get("/b")

    def c(self):
        self.client.get("/c")

    def lucky(self):
        self.client.get("/lucky")

    def red(self):
        self.client.get("/red")

    def blue(self):
        self.client.get("/blue")

    def matched(self):
        self.client.get("/matched")

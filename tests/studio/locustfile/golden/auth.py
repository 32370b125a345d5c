"""Written by Swarmbook (writer 5)."""

import json
import os
import ssl
import sys
from base64 import b64encode
from contextlib import suppress
from urllib.parse import quote

import gevent
from locust import FastHttpUser, constant, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.exception import RescheduleTask

# One for all users: a context of its own would cost each of them 0.9 MB and 20 ms.
TLS = ssl.create_default_context()

# Whatever an answer breaks is a failure of its request, and does not end the task.
fasthttp.FAILURE_EXCEPTIONS += (Exception,)


def read_secret(name):
    """Return a value that stands in the environment, and in no file."""
    return os.environ.get(name) or sys.exit(f"Set {name} first.")


SHOP_PASSWORD = read_secret("SHOP_PASSWORD")
KEY = read_secret("KEY")


class NoAnswerError(OSError):
    """The deadline of a request has passed."""

    def __init__(self, within_s):
        super().__init__(f"no complete answer in {within_s} s")


class CountedResponse(FastResponse):
    """A response whose bad status is a failure, whatever its body holds."""

    def raise_for_status(self):
        super().raise_for_status()
        if self.status_code >= 400:
            raise LocustBadStatusCode(self.url, code=self.status_code)


def make_dependable(client, usual_s):
    """Let every request end in time and be counted, whatever the server sends."""
    send = client.request

    def request(method, url, within_s=usual_s, **options):
        with gevent.Timeout(within_s, NoAnswerError(within_s)):
            return send(method, url, **options)

    client.request = request
    client.client.response_type = CountedResponse
    client.client.valid_response_codes = range(600)


def basic(user, password):
    """Return the header by which a name and a password are sent."""
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"


def fail(response, message):
    """Count the request as failed and give up this pass."""
    response.failure(response.request_meta["exception"] or message)
    raise RescheduleTask()


def json_at(response, path):
    """What stands at a path in a JSON answer."""
    value = response.json()
    for key in path:
        value = value[key]
    return value


def json_value(response, *path):
    """Text of what stands at a path in a JSON answer."""
    with suppress(Exception):
        value = json_at(response, path)
        text = value if isinstance(value, str) else json.dumps(value)
        text.encode()  # half a character could not be sent
        return text
    fail(response, f"no {'.'.join(map(str, path))} in the answer")


class Member(FastHttpUser):
    answer_within_s = 30
    insecure = False
    concurrency = 1
    max_redirects = 10
    default_headers = {"Accept-Language": "fr"}
    wait_time = constant(0.1)

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client, self.answer_within_s)

    def ssl_context_factory(self, cafile=None):
        return TLS

    def on_start(self):
        while True:
            try:
                return self.sign_in()
            except RescheduleTask:
                self.wait()

    @task
    def one_pass(self):
        self.ask_2()

    def sign_in(self):
        with self.client.get("/token", catch_response=True) as response:
            self.token = json_value(response, "token")
            self.who = json_value(response, "who")

    def ask_2(self):
        self.client.get("/echo", headers={"Authorization": f"Bearer {self.token}"})
        self.client.get("/echo", headers={"Authorization": "Basic bWU6b3BlbiBzZXNhbWU="})
        self.client.get("/echo", headers={"Authorization": basic(self.who, SHOP_PASSWORD)})
        self.client.get("/echo", headers={"X-Key": KEY})
        self.client.get(f"/echo?a=1&key={quote(KEY, safe='')}", name="/echo")
        self.client.get("/redirect?to=1", name="/redirect", allow_redirects=False)
        self.client.get("/echo", headers={"Authorization": f"Bearer {self.token}"}, within_s=2.5)

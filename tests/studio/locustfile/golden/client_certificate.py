"""Written by Swarmbook (writer 5)."""

import os
import ssl
import sys
from pathlib import Path

import gevent
from locust import FastHttpUser, constant, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode

# Whatever an answer breaks is a failure of its request, and does not end the task.
fasthttp.FAILURE_EXCEPTIONS += (Exception,)


def read_secret(name):
    """Return a value that stands in the environment, and in no file."""
    return os.environ.get(name) or sys.exit(f"Set {name} first.")


SHOP_CERTIFICATE = read_secret("SHOP_CERTIFICATE")


# One for all users: a context of its own would cost each of them 0.9 MB and 20 ms.
TLS = ssl.create_default_context(cafile=Path(__file__).with_name("ca.pem"))
TLS.load_cert_chain(SHOP_CERTIFICATE)


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


class Known(FastHttpUser):
    insecure = False
    concurrency = 1
    max_redirects = 10
    wait_time = constant(0.1)

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    @task
    def one_pass(self):
        self.ask_2()

    def ask_2(self):
        self.client.get("/echo")

"""Written by Swarmbook (writer 5)."""

import ssl
from pathlib import Path

import gevent
from locust import FastHttpUser, constant, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode

# One for all users: a context of its own would cost each of them 0.9 MB and 20 ms.
TLS = ssl.create_default_context()

# Whatever an answer breaks is a failure of its request, and does not end the task.
fasthttp.FAILURE_EXCEPTIONS += (Exception,)

SCAN_PNG = Path(__file__).with_name("scan.png").read_bytes()


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


class Uploader(FastHttpUser):
    insecure = False
    concurrency = 1
    max_redirects = 10
    fixed_count = 5
    wait_time = constant(0.1)

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    @task
    def one_pass(self):
        self.upload()

    def upload(self):
        self.client.post("/echo", files=[("scan", ("scan.png", SCAN_PNG, "image/png"))])
        self.client.put("/echo", data=SCAN_PNG, headers={"Content-Type": "image/png"})

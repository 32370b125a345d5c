"""Written by Swarmbook (writer 5)."""

import os
import ssl
from urllib.parse import quote

import gevent
from locust import FastHttpUser, constant, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode

# One for all users: a context of its own would cost each of them 0.9 MB and 20 ms.
TLS = ssl.create_default_context()

# Whatever an answer breaks is a failure of its request, and does not end the task.
fasthttp.FAILURE_EXCEPTIONS += (Exception,)


API = os.environ.get("API_HOST", "https://api.shop.example")
LANG = "fr"


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


class TwoHosts(FastHttpUser):
    host = "https://staging.shop.example"
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
        self.page()
        self.ask_2()

    def page(self):
        self.client.get(f"/{quote(LANG, safe='')}/page", name="/[lang]/page")

    def ask_2(self):
        self.client.post(
            f"{API}/orders/{quote(LANG, safe='')}",
            json={"n": 1},
            headers={"Origin": self.host},
            name="api/orders/[lang]",
        )

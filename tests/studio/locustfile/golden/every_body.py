"""Written by Swarmbook (writer 5)."""

import html
import json
import re
import ssl
from pathlib import Path
from urllib.parse import urlencode

import gevent
from locust import FastHttpUser, constant, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.exception import RescheduleTask

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


def fail(response, message):
    """Count the request as failed and give up this pass."""
    response.failure(response.request_meta["exception"] or message)
    raise RescheduleTask()


def text_of(response):
    """Text of an answer; empty where there is none, or none that can be read."""
    try:
        return response.text or ""
    except Exception:
        return ""


FIELD = re.compile(r"""(?i)<(?:input|meta|button)\b((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>""")
ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")


def form_value(response, name):
    """Value of the form field or meta tag called `name` in a page."""
    for element in FIELD.findall(text_of(response)):
        found = ATTRIBUTE.findall(element)
        attributes = {key.lower(): a or b or c for key, a, b, c in found}
        if html.unescape(attributes.get("name", "")) == name:
            return html.unescape(attributes.get("value", attributes.get("content", "")))
    fail(response, f"no field {name} in the page")


class Sender(FastHttpUser):
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
        self.begin()
        self.send_2()

    def begin(self):
        with self.client.get("/page?q=blue+shoes", name="/page", catch_response=True) as response:
            self.name_2 = form_value(response, "name")

    def send_2(self):
        self.client.post("/echo", data={"a": "1 2", "name": self.name_2})
        self.client.post(
            "/echo",
            data=urlencode([("a", "1"), ("a", self.name_2), ("b", "")]),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        self.client.post("/echo", json={"a": [1, 2.5, None, True, "é"], "name": self.name_2})
        self.client.post(
            "/echo",
            data=f'{{"price": 1.10, "name": "{json.dumps(self.name_2)[1:-1]}"}}',
            headers={"Content-Type": "application/json"},
        )
        self.client.post(
            "/echo",
            data=f"<order by='{self.name_2}'/>",
            headers={"Content-Type": "application/xml"},
        )
        self.client.post(
            "/echo", data="plain", headers={"Content-Type": "text/plain; charset=utf-8"}
        )
        self.client.post(
            "/echo",
            files=[
                ("title", (None, self.name_2)),
                ("meta", (None, "{}", "application/json")),
                ("scan", ("my scan.png", SCAN_PNG, "image/png")),
            ],
        )
        self.client.post("/echo", data=SCAN_PNG, headers={"Content-Type": "image/png"})

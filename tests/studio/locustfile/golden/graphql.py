"""Written by Swarmbook (writer 5)."""

import html
import json
import re
import ssl
from contextlib import suppress

import gevent
from locust import FastHttpUser, constant, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.exception import RescheduleTask

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


def text_of(response):
    """Text of an answer; empty where there is none, or none that can be read."""
    try:
        return response.text or ""
    except Exception:
        return ""


def json_at(response, path):
    """What stands at a path in a JSON answer."""
    value = response.json()
    for key in path:
        value = value[key]
    return value


FIELD = re.compile(r"""(?i)<(?:input|meta|button)\b((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>""")
ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")


def json_value(response, *path):
    """Text of what stands at a path in a JSON answer."""
    with suppress(Exception):
        value = json_at(response, path)
        text = value if isinstance(value, str) else json.dumps(value)
        text.encode()  # half a character could not be sent
        return text
    fail(response, f"no {'.'.join(map(str, path))} in the answer")


def form_value(response, name):
    """Value of the form field or meta tag called `name` in a page."""
    for element in FIELD.findall(text_of(response)):
        found = ATTRIBUTE.findall(element)
        attributes = {key.lower(): a or b or c for key, a, b, c in found}
        if html.unescape(attributes.get("name", "")) == name:
            return html.unescape(attributes.get("value", attributes.get("content", "")))
    fail(response, f"no field {name} in the page")


class Searcher(FastHttpUser):
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
        self.search()

    def begin(self):
        with self.client.get("/page?q=blue+shoes", name="/page", catch_response=True) as response:
            self.name_2 = form_value(response, "name")

    def search(self):
        with self.client.get("/json", catch_response=True) as response:
            number = json_value(response, "count")
        self.client.post(
            "/echo",
            json={
                "query": "query Search($text: String!, $first: Int) { search(text: $text, first: $first) { id } }",
                "variables": {"text": self.name_2, "first": json.loads(number)},
                "operationName": "Search",
            },
            name="/echo Search",
        )
        self.client.post(
            "/echo",
            data="<Envelope><GetPrice/></Envelope>",
            headers={
                "SOAPAction": '"http://shop.test/IOrders/GetPrice"',
                "Content-Type": "text/xml; charset=utf-8",
            },
            name="/echo GetPrice",
        )

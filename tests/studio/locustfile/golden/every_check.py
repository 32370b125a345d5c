"""Written by Swarmbook (writer 5)."""

import json
import re
import ssl
from contextlib import suppress

import gevent
from locust import FastHttpUser, constant, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.exception import RescheduleTask, StopUser

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


def count_failed(response, message):
    """Count the request as failed, for the first of several reasons."""
    reason = response.request_meta["exception"] or message
    response.request_meta["exception"] = reason
    response.failure(reason)


def fail(response, message):
    """Count the request as failed and give up this pass."""
    count_failed(response, message)
    raise RescheduleTask()


def text_of(response):
    """Text of an answer; empty where there is none, or none that can be read."""
    try:
        return response.text or ""
    except Exception:
        return ""


def nothing(response, message):
    """Let a value be missing."""


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


def json_at(response, path):
    """What stands at a path in a JSON answer."""
    value = response.json()
    for key in path:
        value = value[key]
    return value


def json_value(response, *path, missing=fail):
    """Text of what stands at a path in a JSON answer."""
    with suppress(Exception):
        value = json_at(response, path)
        text = value if isinstance(value, str) else json.dumps(value)
        text.encode()  # half a character could not be sent
        return text
    return missing(response, f"no {'.'.join(map(str, path))} in the answer")


def header_value(response, name, missing=fail):
    """A header of an answer; of several of that name all, with commas between."""
    value = (response.headers or {}).get(name)
    if value is not None:
        return value if isinstance(value, str) else ", ".join(value)
    return missing(response, f"no header {name} in the answer")


class Checker(FastHttpUser):
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
        self.check()
        self.stop_2()

    def check(self):
        with self.client.get("/json", catch_response=True) as response:
            number = json_value(response, "count")
        with self.client.get("/json", catch_response=True) as response:
            if response.status_code != 200:
                fail(response, f"status {response.status_code} instead of 200")
        with self.client.get("/json", catch_response=True) as response:
            if response.status_code not in (200, 201):
                fail(response, f"status {response.status_code} instead of 200 or 201")
        with self.client.get("/json", catch_response=True) as response:
            if response.status_code not in range(200, 300):
                fail(response, f"status {response.status_code} instead of 2xx")
        with self.client.get("/json", catch_response=True) as response:
            if response.status_code not in (302, *range(200, 300), *range(400, 500)):
                fail(response, f"status {response.status_code} instead of 302 or 2xx or 4xx")
            response.success()
        with self.client.get("/json", catch_response=True) as response:
            if "order" not in text_of(response):
                fail(response, "the answer does not contain 'order'")
        with self.client.get("/json", catch_response=True) as response:
            if number not in text_of(response):
                fail(response, "the answer does not contain '{{number}}'")
        with self.client.get("/json", catch_response=True) as response:
            if not holds(
                text_of(response),
                "contains",
                '"items": [{"id": "i1", "name": "red", "price": 1.5}, {"id": "i2"',
            ):
                fail(
                    response,
                    'the answer does not contain \'"items": [{"id": "i1", "name": "red", "price": 1.5}, {"id": …\'',
                )
        with self.client.get("/json", catch_response=True) as response:
            if "error" in text_of(response):
                fail(response, "the answer contains 'error'")
        with self.client.get("/json", catch_response=True) as response:
            if not re.search(r'"count": \d+', text_of(response)):
                fail(response, "the answer does not match '\"count\": \\d+'")
        with self.client.get("/json", catch_response=True) as response:
            if not holds(json_value(response, "count"), "==", "7.0"):
                fail(response, "$.count is not '7.0'")
        with self.client.get("/json", catch_response=True) as response:
            found = json_value(response, "order", "id")
            if not re.search(r"^o\d$", found):
                fail(response, "$.order.id does not match '^o\\d$'")
        with self.client.get("/json", catch_response=True) as response:
            found = json_value(response, "gone", missing=nothing)
            if found is None:
                count_failed(response, "no $.gone in the answer")
            elif not holds(found, "!=", "x"):
                count_failed(response, "$.gone is 'x'")
        with self.client.get("/json", catch_response=True) as response:
            if not holds(header_value(response, "Content-Type"), "contains", "json"):
                fail(response, "Content-Type does not contain 'json'")
        with self.client.get("/json", catch_response=True) as response:
            found = header_value(response, "X-Gone", missing=nothing)
            if found is None:
                count_failed(response, "no X-Gone in the answer")
            elif not holds(found, "lacks", "x"):
                count_failed(response, "X-Gone contains 'x'")
        with self.client.get("/json", catch_response=True) as response:
            if response.request_meta["response_time"] > 30000:
                count_failed(response, "it took longer than 30000 ms")
        with self.client.get("/json", catch_response=True) as response:
            if response.request_meta["response_length"] <= 20:
                fail(response, "its size in bytes is not above 20")
        with self.client.get("/json", catch_response=True) as response:
            if not re.search("1", str(response.request_meta["response_length"])):
                count_failed(response, "its size in bytes does not match 1")
        with self.client.get("/missing", catch_response=True) as response:
            if response.status_code != 404:
                fail(response, f"status {response.status_code} instead of 404")
            response.success()
            response.request_meta["exception"] = None
            if "Not here" not in text_of(response):
                fail(response, "the answer does not contain 'Not here'")
            if response.request_meta["response_time"] > 30000:
                count_failed(response, "it took longer than 30000 ms")
        with self.client.get("/missing", catch_response=True) as response:
            if response.status_code != 404:
                fail(response, f"status {response.status_code} instead of 404")
            response.success()
        with self.client.get("/json", catch_response=True) as response:
            if response.status_code != 201:
                count_failed(response, f"status {response.status_code} instead of 201")

    def stop_2(self):
        with self.client.get("/json", catch_response=True) as response:
            if "sold out" not in text_of(response):
                count_failed(response, "the answer does not contain 'sold out'")
                raise StopUser()

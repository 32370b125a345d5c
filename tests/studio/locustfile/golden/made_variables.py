"""Written by Swarmbook (writer 5)."""

import random
import ssl
import string
import time
import uuid
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from itertools import count

import gevent
from locust import FastHttpUser, constant, events, task
from locust.contrib import fasthttp
from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode
from locust.runners import WorkerRunner

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


def base64_of(text):
    """Return a text as base64."""
    return b64encode(text.encode()).decode()


class Counter:
    """Counts up so that no two users of all workers ever have the same number."""

    def __init__(self, first):
        self.first = first
        events.test_start.add_listener(self.begin)

    def begin(self, environment, **_):
        """Begin, as each test does; workers count in thousands, each from a number of its own."""
        if isinstance(environment.runner, WorkerRunner):
            self.numbers = count(self.first + environment.runner.worker_index, 1000)
        else:
            self.numbers = count(self.first)

    def next(self):
        """Return the next number as text."""
        return str(next(self.numbers))


number = Counter(1)


class Maker(FastHttpUser):
    insecure = False
    concurrency = 1
    max_redirects = 10
    wait_time = constant(0.01)

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    def on_start(self):
        self.word = "".join(random.choices(string.ascii_lowercase, k=8))

    @task
    def one_pass(self):
        self.id_2 = str(uuid.uuid4())
        self.seconds = str(int(time.time()))
        self.millis = str(int(time.time() * 1000))
        self.dice = str(random.randint(1, 6))
        self.price = f"{random.uniform(1, 9.5):.2f}"
        self.colour = random.choice(["red", 'dark "blue"'])
        self.pin = "".join(random.choices(string.digits, k=4))
        self.number = number.next()
        self.today = datetime.now(UTC).strftime("%Y-%m-%d")
        self.next_week = (datetime.now(UTC) + timedelta(days=7)).strftime("%d.%m.%Y")
        self.send_2()

    @property
    def reference(self):
        return f"ops-{self.number}-{self.word}"

    @property
    def credentials(self):
        return base64_of(f"{self.word}:{self.pin}")

    def send_2(self):
        self.client.post(
            "/made",
            data={
                "id": self.id_2,
                "seconds": self.seconds,
                "millis": self.millis,
                "dice": self.dice,
                "price": self.price,
                "colour": self.colour,
                "word": self.word,
                "pin": self.pin,
                "number": self.number,
                "today": self.today,
                "next_week": self.next_week,
                "reference": self.reference,
            },
            headers={"Authorization": f"Basic {self.credentials}"},
        )

"""Written by Swarmbook (writer 5)."""

import ssl
from itertools import count
from urllib.parse import quote

import gevent
from locust import FastHttpUser, MarkovTaskSet, constant, events, task, transitions
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


order = Counter(100)


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


class Signer(DependableUser):
    fixed_count = 5
    wait_time = constant(0.01)

    @task
    def one_pass(self):
        self.order = order.next()
        self.sign_request()
        self.signed()

    def sign_request(self):
        # As the interface wants it.
        # Code "Sign request"
        import hashlib

        text = f"""{self.order}
signed"""
        self.signature = hashlib.sha256(text.encode()).hexdigest()[:8]
        # End of code

    def signed(self):
        self.client.get(f"/signed/{quote(self.signature, safe='')}", name="/signed/[signature]")


class ChainedSignerSteps(MarkovTaskSet):
    @transitions({"signed": 1})
    def sign_request(self):
        self.user.order = order.next()
        self.user.sign_request_2()

    @transitions({"sign_request": 2, "leave": 1})
    def signed(self):
        self.client.get(
            f"/signed/{quote(self.user.signature, safe='')}", name="/signed/[signature]"
        )

    @transitions({"sign_request": 1})
    def leave(self):
        self.interrupt()


class ChainedSigner(DependableUser):
    wait_time = constant(0.01)
    tasks = [ChainedSignerSteps]

    def sign_request_2(self):
        # As the interface wants it.
        # Code "Sign request"
        import hashlib

        text = f"""{self.order}
signed"""
        self.signature = hashlib.sha256(text.encode()).hexdigest()[:8]
        # End of code

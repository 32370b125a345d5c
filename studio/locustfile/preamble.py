"""The few lines a file carries against Locust's traps: deadlines, TLS, failures that are counted.

Each text is fixed but for the seconds of a deadline. What each is a cure for stands in the design
notes of the engine, with the measurement that showed it.
"""

ABOVE_TLS = """\
# One for all users: a context of its own would cost each of them 0.9 MB and 20 ms.
"""

FROM_ENVIRONMENT = '''\
def read_secret(name):
    """Return a value that stands in the environment, and in no file."""
    return os.environ.get(name) or sys.exit(f"Set {name} first.")
'''

EVERY_FAILURE = """\
# Whatever an answer breaks is a failure of its request, and does not end the task.
fasthttp.FAILURE_EXCEPTIONS += (Exception,)
"""

COUNTED_RESPONSE = '''\
class CountedResponse(FastResponse):
    """A response whose bad status is a failure, whatever its body holds."""

    def raise_for_status(self):
        super().raise_for_status()
        if self.status_code >= 400:
            raise LocustBadStatusCode(self.url, code=self.status_code)
'''


def no_answer_error(seconds: str) -> str:
    """Return the class of error by which a deadline ends a request.

    Args:
        seconds: The deadline as Python source.
    """
    return f'''\
class NoAnswerError(OSError):
    """The deadline of a request has passed."""

    def __init__(self):
        super().__init__("no complete answer in {seconds} s")
'''


def make_dependable(seconds: str) -> str:
    """Return the function that lets every request of a FastHttpUser end and be counted.

    Without it there is no total deadline, and a bad status whose body is not UTF-8 leaves no row.
    Each request has a timer of its own: one that is started again goes on with what was left of it
    (libev's `ev_timer_stop` keeps the rest), so that a user's answers would add up to the deadline.

    Args:
        seconds: The deadline as Python source.
    """
    return f'''\
def make_dependable(client):
    """Let every request end within {seconds} s and be counted, whatever the server sends."""
    send = client.request

    def request(method, url, **options):
        with gevent.Timeout({seconds}, NoAnswerError):
            return send(method, url, **options)

    client.request = request
    client.client.response_type = CountedResponse
    client.client.valid_response_codes = range(600)
'''


NO_ANSWER_IN_ITS_TIME = '''\
class NoAnswerError(OSError):
    """The deadline of a request has passed."""

    def __init__(self, within_s):
        super().__init__(f"no complete answer in {within_s} s")
'''

MAKE_EACH_DEPENDABLE = '''\
def make_dependable(client, usual_s):
    """Let every request end in time and be counted, whatever the server sends."""
    send = client.request

    def request(method, url, within_s=usual_s, **options):
        with gevent.Timeout(within_s, NoAnswerError(within_s)):
            return send(method, url, **options)

    client.request = request
    client.client.response_type = CountedResponse
    client.client.valid_response_codes = range(600)
'''
"""Where deadlines differ; None is none. It costs a timer for each request."""

MAKE_COUNTABLE = '''\
def make_dependable(client):
    """Let every request be counted, whatever the server sends."""
    client.client.response_type = CountedResponse
    client.client.valid_response_codes = range(600)
'''


def make_punctual(seconds: str) -> str:
    """Return the function that lets every request of an HttpUser end and be counted.

    Without it there is no total deadline, and a redirect to what is no address leaves no row.

    Args:
        seconds: The deadline as Python source.
    """
    return f'''\
def make_punctual(client):
    """Let every request end within {seconds} s and be counted, whatever the server sends."""
    ask, send_one = client.request, client.send

    def request(method, url, **options):
        with gevent.Timeout({seconds}, Timeout("no complete answer in {seconds} s")):
            return ask(method, url, **options)

    def send(request, **options):
        try:
            return send_one(request, **options)
        except ValueError as error:
            raise RequestException(error) from error

    client.request = request
    client.send = send
    client.max_redirects = 10
'''


MAKE_EACH_PUNCTUAL = '''\
def make_punctual(client, usual_s):
    """Let every request end in time and be counted, whatever the server sends."""
    ask, send_one = client.request, client.send

    def request(method, url, within_s=usual_s, **options):
        with gevent.Timeout(within_s, Timeout(f"no complete answer in {within_s} s")):
            return ask(method, url, **options)

    def send(request, **options):
        try:
            return send_one(request, **options)
        except ValueError as error:
            raise RequestException(error) from error

    client.request = request
    client.send = send
    client.max_redirects = 10
'''

FAIL_FAST = '''\
def fail(response, message):
    """Count the request as failed and give up this pass."""
    response.failure(response.request_meta["exception"] or message)
    raise RescheduleTask()
'''

FAIL_HTTP = '''\
def fail(response, message):
    """Count the request as failed and give up this pass."""
    response.failure(response.error or message)
    raise RescheduleTask()
'''

FAIL_HTTP_ANSWER = '''\
def fail(response, message):
    """Count the request as failed and give up this pass."""
    cause = response.error or (not response.ok and f"status {response.status_code}")
    response.failure(cause or message)
    raise RescheduleTask()
'''

FAIL_ANY = '''\
def fail(response, message):
    """Count the request as failed and give up this pass."""
    cause = response.request_meta["exception"] or getattr(response, "error", None)
    response.failure(cause or message)
    raise RescheduleTask()
'''

COUNT_FAILED_FAST = '''\
def count_failed(response, message):
    """Count the request as failed, for the first of several reasons."""
    reason = response.request_meta["exception"] or message
    response.request_meta["exception"] = reason
    response.failure(reason)
'''

COUNT_FAILED_HTTP = '''\
def count_failed(response, message):
    """Count the request as failed, for the first of several reasons."""
    reason = response.error or response.request_meta["exception"]
    reason = reason or (not response.ok and f"status {response.status_code}") or message
    response.request_meta["exception"] = reason
    response.failure(reason)
'''

COUNT_FAILED_ANY = '''\
def count_failed(response, message):
    """Count the request as failed, for the first of several reasons."""
    reason = response.request_meta["exception"] or getattr(response, "error", None) or message
    response.request_meta["exception"] = reason
    response.failure(reason)
'''

FAIL_COUNTED = '''\
def fail(response, message):
    """Count the request as failed and give up this pass."""
    count_failed(response, message)
    raise RescheduleTask()
'''

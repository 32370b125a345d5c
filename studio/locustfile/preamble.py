"""The few lines a file carries against Locust's traps: deadlines, TLS, failures that are counted.

Each text is fixed but for the seconds of a deadline. What each is a cure for stands in the design
notes of the engine, with the measurement that showed it.
"""

TLS = """\
# One for all users: a context of its own would cost each of them 0.9 MB and 20 ms.
TLS = ssl.create_default_context()
"""


def make_dependable(seconds: str) -> str:
    """Return the function that lets every request of a FastHttpUser end and be counted.

    Without it there is no total deadline, and a bad status whose body is not UTF-8 leaves no row.

    Args:
        seconds: The deadline as Python source.
    """
    return f'''\
def make_dependable(client):
    """Let every request end within {seconds} s and be counted, whatever the server sends."""
    send = client.request

    def request(method, url, catch_response=False, **options):
        with gevent.Timeout({seconds}, OSError("no complete answer in {seconds} s")):
            response = send(method, url, catch_response=True, **options)
        status = response.status_code
        if status >= 400:
            response.request_meta["exception"] = LocustBadStatusCode(url, code=status)
        if catch_response:
            return response
        with response:
            return response

    client.client.valid_response_codes = range(600)
    client.request = request
'''


def make_countable() -> str:
    """Return `make_dependable` for a FastHttpUser without a deadline."""
    text = make_dependable("0")
    text = text.replace("end within 0 s and be counted", "be counted")
    begin = text.index("        with gevent.Timeout")
    end = text.index("        status = ")
    send = "        response = send(method, url, catch_response=True, **options)\n"
    return text[:begin] + send + text[end:]


def make_punctual(seconds: str) -> str:
    """Return the function that lets every request of an HttpUser end.

    Args:
        seconds: The deadline as Python source.
    """
    return f'''\
def make_punctual(client):
    """Let every request end within {seconds} s."""
    send = client.request

    def request(method, url, **options):
        with gevent.Timeout({seconds}, Timeout("no complete answer in {seconds} s")):
            return send(method, url, **options)

    client.request = request
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

FAIL_ANY = '''\
def fail(response, message):
    """Count the request as failed and give up this pass."""
    cause = response.request_meta["exception"] or getattr(response, "error", None)
    response.failure(cause or message)
    raise RescheduleTask()
'''

"""Written by Swarmbook (writer 5)."""

import html
import json
import re
import ssl
from contextlib import suppress
from html.parser import HTMLParser
from urllib.parse import urljoin

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


FIELD = re.compile(r"""(?i)<(?:input|meta|button)\b((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>""")
ATTRIBUTE = re.compile(r"""(?<![\w:-])([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""")


def json_value(response, *path, missing=fail):
    """Text of what stands at a path in a JSON answer."""
    with suppress(Exception):
        value = json_at(response, path)
        text = value if isinstance(value, str) else json.dumps(value)
        text.encode()  # half a character could not be sent
        return text
    return missing(response, f"no {'.'.join(map(str, path))} in the answer")


def form_value(response, name, missing=fail):
    """Value of the form field or meta tag called `name` in a page."""
    for element in FIELD.findall(text_of(response)):
        found = ATTRIBUTE.findall(element)
        attributes = {key.lower(): a or b or c for key, a, b, c in found}
        if html.unescape(attributes.get("name", "")) == name:
            return html.unescape(attributes.get("value", attributes.get("content", "")))
    return missing(response, f"no field {name} in the page")


class Elements(HTMLParser):
    """The elements of a page that are as wanted: their attributes, and the text in them."""

    def __init__(self, tag, classes, wanted, with_text):
        super().__init__()
        self.tag, self.classes, self.wanted = tag, classes, wanted
        self.with_text = with_text
        self.open, self.depth = "", 0
        self.found = []

    def read(self, page):
        """Return all that is found: pairs of attributes and text."""
        with suppress(AssertionError):  # markup that html.parser cannot read ends the page
            self.feed(page)
        return [(held, "".join(texts).strip()) for held, texts in self.found]

    def handle_starttag(self, tag, attributes):
        """Begin an element; while one is open, those within it belong to it."""
        if self.open:
            self.depth += tag == self.open
            return
        held = {name: value or "" for name, value in reversed(attributes)}
        has_all = all(name in held and value in (None, held[name]) for name, value in self.wanted)
        has_classes = set(self.classes) <= set(held.get("class", "").split())
        if self.tag in ("", tag) and has_all and has_classes:
            self.found.append((held, []))
            if self.with_text and tag not in ("input", "meta", "link", "img", "br"):
                self.open, self.depth = tag, 0

    def handle_endtag(self, tag):
        """End the element that is open, but for those of the same name within it."""
        if tag == self.open:
            self.open, self.depth = (tag, self.depth - 1) if self.depth else ("", 0)

    def handle_data(self, data):
        """Add to the text of the element that is open."""
        if self.open:
            self.found[-1][1].append(data)


def link_value(response, text, nth=1, missing=fail):
    """Address of the nth link of a page whose text holds this one."""
    links = Elements("a", (), [("href", None)], True).read(text_of(response))
    addresses = [held["href"].strip() for held, shown in links if text in shown]
    with suppress(ValueError, IndexError):
        return urljoin(response.url, addresses[nth - 1])
    return missing(response, f"no link {text} in the page")


def header_value(response, name, missing=fail):
    """A header of an answer; of several of that name all, with commas between."""
    value = (response.headers or {}).get(name)
    if value is not None:
        return value if isinstance(value, str) else ", ".join(value)
    return missing(response, f"no header {name} in the answer")


class SelfClientImportOsSystemXJndiXXE(FastHttpUser):
    insecure = False
    concurrency = 1
    max_redirects = 10
    wait_time = constant(0.1)
    value = ""

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    @task
    def one_pass(self):
        self.x()
        self.x_2()
        self.x_3()
        self.x_4()
        self.x_5()
        self.x_6()
        self.self_client_x()
        self.import_os_system_x_x()
        self.x_7()
        self.x_8()
        self.x_9()
        self.jndi_x_x()
        self.x_x()
        self.x_10()
        self.ex()
        self.x_11()

    def x(self):
        with self.client.post(
            "/echo?q0=1",
            data={'"x': "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name='"x',
            catch_response=True,
        ) as response:
            if '"x"x"x"x"x"x"x"x"x' in text_of(response):
                fail(response, 'the answer contains \'"x"x"x"x"x"x"x"x"x\'')
            found = json_value(response, '"x', missing=nothing)
            if found is None:
                count_failed(response, 'no $["\\"x"] in the answer')
            elif not holds(found, "==", '"x'):
                count_failed(response, '$["\\"x"] is not \'"x\'')
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", '"x'):
                count_failed(response, "X does not contain '\"x'")
            found = json_value(response, '"x', missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, '"x', missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, '"x', missing=nothing)
            if found is not None:
                self.value = found

    def x_2(self):
        with self.client.post(
            "/echo?q1=1",
            data={"'x": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="'x",
            catch_response=True,
        ) as response:
            if "'x'x'x'x'x'x'x'x'x" in text_of(response):
                fail(response, "the answer contains ''x'x'x'x'x'x'x'x'x'")
            found = json_value(response, "'x", missing=nothing)
            if found is None:
                count_failed(response, 'no $["\'x"] in the answer')
            elif not holds(found, "==", "'x"):
                count_failed(response, "$[\"'x\"] is not ''x'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "'x"):
                count_failed(response, "X does not contain ''x'")
            found = json_value(response, "'x", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "'x", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "'x", missing=nothing)
            if found is not None:
                self.value = found

    def x_3(self):
        with self.client.post(
            "/echo?q2=1",
            data={'"""x': "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name='"""x',
            catch_response=True,
        ) as response:
            if '"""x"""x"""x"""x"""x"""x"""x"""x"""x' in text_of(response):
                fail(response, 'the answer contains \'"""x"""x"""x"""x"""x"""x"""x"""x"""x\'')
            found = json_value(response, '"""x', missing=nothing)
            if found is None:
                count_failed(response, 'no $["\\"\\"\\"x"] in the answer')
            elif not holds(found, "==", '"""x'):
                count_failed(response, '$["\\"\\"\\"x"] is not \'"""x\'')
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", '"""x'):
                count_failed(response, 'X does not contain \'"""x\'')
            found = json_value(response, '"""x', missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, '"""x', missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, '"""x', missing=nothing)
            if found is not None:
                self.value = found

    def x_4(self):
        with self.client.post(
            "/echo?q3=1",
            data={"\\x": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="\\x",
            catch_response=True,
        ) as response:
            if "\\x\\x\\x\\x\\x\\x\\x\\x\\x" in text_of(response):
                fail(response, "the answer contains '\\x\\x\\x\\x\\x\\x\\x\\x\\x'")
            found = json_value(response, "\\x", missing=nothing)
            if found is None:
                count_failed(response, 'no $["\\\\x"] in the answer')
            elif not holds(found, "==", "\\x"):
                count_failed(response, "$[\"\\\\x\"] is not '\\x'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "\\x"):
                count_failed(response, "X does not contain '\\x'")
            found = json_value(response, "\\x", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "\\x", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "\\x", missing=nothing)
            if found is not None:
                self.value = found

    def x_5(self):
        with self.client.post(
            "/echo?q4=1",
            data={"\nx": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="\nx",
            catch_response=True,
        ) as response:
            if "\nx\nx\nx\nx\nx\nx\nx\nx\nx" in text_of(response):
                fail(response, "the answer contains '\nx\nx\nx\nx\nx\nx\nx\nx\nx'")
            found = json_value(response, "\nx", missing=nothing)
            if found is None:
                count_failed(response, 'no $["\\nx"] in the answer')
            elif not holds(found, "==", "\nx"):
                count_failed(response, "$[\"\\nx\"] is not '\nx'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "\nx"):
                count_failed(response, "X does not contain '\nx'")
            found = json_value(response, "\nx", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "\nx", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "\nx", missing=nothing)
            if found is not None:
                self.value = found

    def x_6(self):
        with self.client.post(
            "/echo?q5=1",
            data={"\r\nx": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="\r\nx",
            catch_response=True,
        ) as response:
            if "\r\nx\r\nx\r\nx\r\nx\r\nx\r\nx\r\nx\r\nx\r\nx" in text_of(response):
                fail(
                    response, "the answer contains '\r\nx\r\nx\r\nx\r\nx\r\nx\r\nx\r\nx\r\nx\r\nx'"
                )
            found = json_value(response, "\r\nx", missing=nothing)
            if found is None:
                count_failed(response, 'no $["\\r\\nx"] in the answer')
            elif not holds(found, "==", "\r\nx"):
                count_failed(response, "$[\"\\r\\nx\"] is not '\r\nx'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "\r\nx"):
                count_failed(response, "X does not contain '\r\nx'")
            found = json_value(response, "\r\nx", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "\r\nx", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "\r\nx", missing=nothing)
            if found is not None:
                self.value = found

    def self_client_x(self):
        with self.client.post(
            "/echo?q6=1",
            data={"{self.client}x": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="{self.client}x",
            catch_response=True,
        ) as response:
            if holds(
                text_of(response),
                "contains",
                "{self.client}x{self.client}x{self.client}x{self.client}x{self.client}x{self.client}x{self.client}x{self.client}x{self.client}x",
            ):
                fail(
                    response,
                    "the answer contains '{self.client}x{self.client}x{self.client}x{self.client}x{sel…'",
                )
            found = json_value(response, "{self.client}x", missing=nothing)
            if found is None:
                count_failed(response, 'no $["{self.client}x"] in the answer')
            elif not holds(found, "==", "{self.client}x"):
                count_failed(response, "$[\"{self.client}x\"] is not '{self.client}x'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "{self.client}x"):
                count_failed(response, "X does not contain '{self.client}x'")
            found = json_value(response, "{self.client}x", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "{self.client}x", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "{self.client}x", missing=nothing)
            if found is not None:
                self.value = found

    def import_os_system_x_x(self):
        with self.client.post(
            "/echo?q7=1",
            data={'"); __import__("os").system("x") #x': "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name='"); __import__("os").system("x") #x',
            catch_response=True,
        ) as response:
            if holds(
                text_of(response),
                "contains",
                '"); __import__("os").system("x") #x"); __import__("os").system("x") #x"); __import__("os").system("x") #x"); __import__("os").system("x") #x"); __import__("os").system("x") #x"); __import__("os").system("x") #x"); __import__("os").system("x") #x"); __import__("os").system("x") #x"); __import__("os").system("x") #x',
            ):
                fail(
                    response,
                    'the answer contains \'"); __import__("os").system("x") #x"); __import__("os").syst…\'',
                )
            found = json_value(response, '"); __import__("os").system("x") #x', missing=nothing)
            if found is None:
                count_failed(
                    response, 'no $["\\"); __import__(\\"os\\").system(\\"x\\") #x"] in the answer'
                )
            elif not holds(found, "==", '"); __import__("os").system("x") #x'):
                count_failed(
                    response,
                    '$["\\"); __import__(\\"os\\").system(\\"x\\") #x"] is not \'"); __import__("os").system("x") #x\'',
                )
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", '"); __import__("os").system("x") #x'):
                count_failed(response, 'X does not contain \'"); __import__("os").system("x") #x\'')
            found = json_value(response, '"); __import__("os").system("x") #x', missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, '"); __import__("os").system("x") #x', missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, '"); __import__("os").system("x") #x', missing=nothing)
            if found is not None:
                self.value = found

    def x_7(self):
        with self.client.post(
            "/echo?q8=1",
            data={"\u202ex": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="\u202ex",
            catch_response=True,
        ) as response:
            if holds(
                text_of(response),
                "contains",
                "\u202ex\u202ex\u202ex\u202ex\u202ex\u202ex\u202ex\u202ex\u202ex",
            ):
                fail(
                    response,
                    "the answer contains '\u202ex\u202ex\u202ex\u202ex\u202ex\u202ex\u202ex\u202ex\u202ex'",
                )
            found = json_value(response, "\u202ex", missing=nothing)
            if found is None:
                count_failed(response, "no $.\u202ex in the answer")
            elif not holds(found, "==", "\u202ex"):
                count_failed(response, "$.\u202ex is not '\u202ex'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "\u202ex"):
                count_failed(response, "X does not contain '\u202ex'")
            found = json_value(response, "\u202ex", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "\u202ex", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "\u202ex", missing=nothing)
            if found is not None:
                self.value = found

    def x_8(self):
        with self.client.post(
            "/echo?q9=1",
            data={"\u2028x": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="\u2028x",
            catch_response=True,
        ) as response:
            if holds(
                text_of(response),
                "contains",
                "\u2028x\u2028x\u2028x\u2028x\u2028x\u2028x\u2028x\u2028x\u2028x",
            ):
                fail(
                    response,
                    "the answer contains '\u2028x\u2028x\u2028x\u2028x\u2028x\u2028x\u2028x\u2028x\u2028x'",
                )
            found = json_value(response, "\u2028x", missing=nothing)
            if found is None:
                count_failed(response, "no $.\u2028x in the answer")
            elif not holds(found, "==", "\u2028x"):
                count_failed(response, "$.\u2028x is not '\u2028x'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "\u2028x"):
                count_failed(response, "X does not contain '\u2028x'")
            found = json_value(response, "\u2028x", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "\u2028x", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "\u2028x", missing=nothing)
            if found is not None:
                self.value = found

    def x_9(self):
        with self.client.post(
            "/echo?q10=1",
            data={"x": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="?x",
            catch_response=True,
        ) as response:
            if holds(
                text_of(response),
                "contains",
                "\ud800x\ud800x\ud800x\ud800x\ud800x\ud800x\ud800x\ud800x\ud800x",
            ):
                fail(response, "the answer contains '?x?x?x?x?x?x?x?x?x'")
            found = json_value(response, "\ud800x", missing=nothing)
            if found is None:
                count_failed(response, "no $.?x in the answer")
            elif not holds(found, "==", "\ud800x"):
                count_failed(response, "$.?x is not '?x'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "\ud800x"):
                count_failed(response, "X does not contain '?x'")
            found = json_value(response, "\ud800x", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "\ud800x", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "\ud800x", missing=nothing)
            if found is not None:
                self.value = found

    def jndi_x_x(self):
        with self.client.post(
            "/echo?q11=1",
            data={"${jndi:x}x": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="${jndi:x}x",
            catch_response=True,
        ) as response:
            if holds(
                text_of(response),
                "contains",
                "${jndi:x}x${jndi:x}x${jndi:x}x${jndi:x}x${jndi:x}x${jndi:x}x${jndi:x}x${jndi:x}x${jndi:x}x",
            ):
                fail(
                    response,
                    "the answer contains '${jndi:x}x${jndi:x}x${jndi:x}x${jndi:x}x${jndi:x}x${jndi:x}x…'",
                )
            found = json_value(response, "${jndi:x}x", missing=nothing)
            if found is None:
                count_failed(response, 'no $["${jndi:x}x"] in the answer')
            elif not holds(found, "==", "${jndi:x}x"):
                count_failed(response, "$[\"${jndi:x}x\"] is not '${jndi:x}x'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "${jndi:x}x"):
                count_failed(response, "X does not contain '${jndi:x}x'")
            found = json_value(response, "${jndi:x}x", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "${jndi:x}x", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "${jndi:x}x", missing=nothing)
            if found is not None:
                self.value = found

    def x_x(self):
        with self.client.post(
            "/echo?q12=1",
            data={"{{x}}x": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="{{x}}x",
            catch_response=True,
        ) as response:
            if holds(
                text_of(response),
                "contains",
                "{{x}}x{{x}}x{{x}}x{{x}}x{{x}}x{{x}}x{{x}}x{{x}}x{{x}}x",
            ):
                fail(
                    response,
                    "the answer contains '\\{{x}}x\\{{x}}x\\{{x}}x\\{{x}}x\\{{x}}x\\{{x}}x\\{{x}}x\\{{x}}x\\{{x…'",
                )
            found = json_value(response, "{{x}}x", missing=nothing)
            if found is None:
                count_failed(response, 'no $["{{x}}x"] in the answer')
            elif not holds(found, "==", "{{x}}x"):
                count_failed(response, "$[\"{{x}}x\"] is not '\\{{x}}x'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "{{x}}x"):
                count_failed(response, "X does not contain '\\{{x}}x'")
            found = json_value(response, "{{x}}x", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "{{x}}x", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "{{x}}x", missing=nothing)
            if found is not None:
                self.value = found

    def x_10(self):
        with self.client.post(
            "/echo?q13=1",
            data={"\x00x": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="\x00x",
            catch_response=True,
        ) as response:
            if "\x00x\x00x\x00x\x00x\x00x\x00x\x00x\x00x\x00x" in text_of(response):
                fail(
                    response, "the answer contains '\x00x\x00x\x00x\x00x\x00x\x00x\x00x\x00x\x00x'"
                )
            found = json_value(response, "\x00x", missing=nothing)
            if found is None:
                count_failed(response, 'no $["\\u0000x"] in the answer')
            elif not holds(found, "==", "\x00x"):
                count_failed(response, "$[\"\\u0000x\"] is not '\x00x'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "\x00x"):
                count_failed(response, "X does not contain '\x00x'")
            found = json_value(response, "\x00x", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "\x00x", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "\x00x", missing=nothing)
            if found is not None:
                self.value = found

    def ex(self):
        with self.client.post(
            "/echo?q14=1",
            data={"éx": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="éx",
            catch_response=True,
        ) as response:
            if "éxéxéxéxéxéxéxéxéx" in text_of(response):
                fail(response, "the answer contains 'éxéxéxéxéxéxéxéxéx'")
            found = json_value(response, "éx", missing=nothing)
            if found is None:
                count_failed(response, "no $.éx in the answer")
            elif not holds(found, "==", "éx"):
                count_failed(response, "$.éx is not 'éx'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "éx"):
                count_failed(response, "X does not contain 'éx'")
            found = json_value(response, "éx", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "éx", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "éx", missing=nothing)
            if found is not None:
                self.value = found

    def x_11(self):
        with self.client.post(
            "/echo?q15=1",
            data={"🙂x": "{{x}}"},
            headers={"X-Sent": "'\"{x}%s"},
            name="🙂x",
            catch_response=True,
        ) as response:
            if "🙂x🙂x🙂x🙂x🙂x🙂x🙂x🙂x🙂x" in text_of(response):
                fail(response, "the answer contains '🙂x🙂x🙂x🙂x🙂x🙂x🙂x🙂x🙂x'")
            found = json_value(response, "🙂x", missing=nothing)
            if found is None:
                count_failed(response, "no $.🙂x in the answer")
            elif not holds(found, "==", "🙂x"):
                count_failed(response, "$.🙂x is not '🙂x'")
            found = header_value(response, "X", missing=nothing)
            if found is None:
                count_failed(response, "no X in the answer")
            elif not holds(found, "contains", "🙂x"):
                count_failed(response, "X does not contain '🙂x'")
            found = json_value(response, "🙂x", missing=nothing)
            if found is not None:
                self.value = found
            found = form_value(response, "🙂x", missing=nothing)
            if found is not None:
                self.value = found
            found = link_value(response, "🙂x", missing=nothing)
            if found is not None:
                self.value = found

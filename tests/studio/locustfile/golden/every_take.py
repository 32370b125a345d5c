"""Written by Swarmbook (writer 5)."""

import html
import json
import random
import re
import ssl
from contextlib import suppress
from html.parser import HTMLParser
from itertools import islice
from urllib.parse import quote, unquote, urljoin

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


def nothing(response, message):
    """Let a value be missing."""


def json_at(response, path):
    """What stands at a path in a JSON answer; {key: value} takes the first item that has it."""
    value = response.json()
    for key in path:
        if isinstance(key, dict):
            value = next(item for item in value if key.items() <= item.items())
        elif key == "*" and isinstance(value, list):
            value = random.choice(value)
        else:
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


def element_value(response, tag, attribute="", nth=1, classes=(), wanted=()):
    """An attribute of the nth element of a page that is as wanted, or the text in it."""
    found = Elements(tag, classes, wanted, not attribute).read(text_of(response))
    values = [held.get(attribute) if attribute else text for held, text in found]
    values = [value for value in values if value is not None]
    if len(values) >= nth:
        return values[nth - 1]
    fail(response, f"no element {tag} in the page")


def link_value(response, text, nth=1):
    """Address of the nth link of a page whose text holds this one."""
    links = Elements("a", (), [("href", None)], True).read(text_of(response))
    addresses = [held["href"].strip() for held, shown in links if text in shown]
    with suppress(ValueError, IndexError):
        return urljoin(response.url, addresses[nth - 1])
    fail(response, f"no link {text} in the page")


def pattern_value(response, pattern, group=1, nth=1):
    """What a group of a pattern matches in an answer, the nth time."""
    matches = re.finditer(pattern, text_of(response))
    match = next(islice(matches, nth - 1, None), None)
    if match and match[group] is not None:
        return match[group]
    fail(response, f"no match of {pattern} in the answer")


def header_value(response, name):
    """A header of an answer; of several of that name all, with commas between."""
    value = (response.headers or {}).get(name)
    if value is not None:
        return value if isinstance(value, str) else ", ".join(value)
    fail(response, f"no header {name} in the answer")


def cookie_value(response, jar, name):
    """A cookie the user holds after an answer."""
    for cookie in jar:
        if cookie.name == name and cookie.value is not None:
            return cookie.value
    fail(response, f"no cookie {name} after the answer")


def address_value(response, pattern):
    """What the first group of a pattern matches in the address an answer came from."""
    match = re.search(pattern, response.url or "")
    if match and match[1] is not None:
        return match[1]
    fail(response, f"no match of {pattern} in the address")


def unescaped(text):
    """Text as JSON or a script means it, in which "/" may be written with a backslash before."""
    with suppress(ValueError):
        plain = json.loads(f'"{text}"', strict=False)
        plain.encode()  # half a character could not be sent
        return plain
    return text


class Taker(FastHttpUser):
    insecure = False
    concurrency = 1
    max_redirects = 10
    wait_time = constant(0.1)
    kept = ""
    title = ""

    def __init__(self, environment):
        super().__init__(environment)
        make_dependable(self.client)

    def ssl_context_factory(self, cafile=None):
        return TLS

    @task
    def one_pass(self):
        self.take()
        self.use()

    def take(self):
        with self.client.get("/json", catch_response=True) as response:
            self.order_id = json_value(response, "order", "id")
            self.any_item = json_value(response, "items", "*", "id")
            self.blue_item = json_value(response, "items", {"name": "blue"}, "id")
            self.last_item = json_value(response, "items", -1, "id")
        with self.client.get("/page", catch_response=True) as response:
            self.csrf = form_value(response, "_csrf")
            self.title = element_value(response, "h1")
            self.next_page = element_value(
                response, "a", "href", classes=["page"], wanted=[("rel", "next")]
            )
            self.buy = link_value(response, "Buy now")
            self.session = cookie_value(response, self.client.cookiejar, "session")
            self.tag_2 = header_value(response, "X-Tag")
            self.version = pattern_value(response, r'version: "([\d.]+)"')
        with self.client.get("/page", catch_response=True) as response:
            self.second = element_value(response, "li", nth=2)
            self.third = pattern_value(response, r'(data)-(\w+)="(\d)"', group=3, nth=3)
            self.path = unescaped(pattern_value(response, "path: '([^']*)'"))
            self.back = unquote(pattern_value(response, r"back=(\S+)"))
            self.shown = html.unescape(pattern_value(response, "<b>(.*?)</b>"))
            found = form_value(response, "gone", missing=nothing)
            if found is not None:
                self.kept = found
            found = form_value(response, "gone", missing=nothing)
            if found is not None:
                self.other = found
            else:
                self.other = f"none of {self.title}"
        with self.client.get(
            "/redirect?code=x1", name="/redirect", catch_response=True
        ) as response:
            self.code = address_value(response, r"code=(\w+)")

    def use(self):
        self.client.get(self.buy, name="[buy]")
        self.client.get(self.next_page, name="[next_page]")
        self.client.post(
            f"/echo/{quote(self.order_id, safe='')}/{quote(self.any_item, safe='')}?code={quote(self.code, safe='')}&v={quote(self.version, safe='')}",
            data={
                "csrf": self.csrf,
                "title": self.title,
                "second": self.second,
                "third": self.third,
                "path": self.path,
                "back": self.back,
                "shown": self.shown,
                "kept": self.kept,
                "other": self.other,
                "last_item": self.last_item,
            },
            headers={"X-Session": self.session, "X-Tag": f"{self.tag_2} {self.blue_item}"},
            name="/echo/[order_id]/[any_item]",
        )

"""What stands in files for requests and answers does what it says, whatever an answer holds."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from studio.locustfile import known_requests, preamble_requests
from studio.locustfile.known_parts import IMPORTS_OF_PARTS
from studio.locustfile.preamble_requests import BASIC


def run(*parts: str) -> dict[str, Any]:
    """Return what parts of a file define, with what they import of the standard library."""
    own = ("csv", "os", "sys", "base64")
    given: dict[str, Any] = {}
    for module in own:
        names = ", ".join(sorted(IMPORTS_OF_PARTS[module]))
        exec(f"from {module} import {names}" if names else f"import {module}", given)  # noqa: S102
    for part in parts:
        exec(part, given)  # noqa: S102
    return given


def test_a_name_and_a_password_are_sent_as_the_rfc_says() -> None:
    basic = run(BASIC)["basic"]
    assert basic("Aladdin", "open sesame") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    assert basic("é", "b") == "Basic w6k6Yg=="


class Failed(Exception):  # noqa: N818  # it stands in for what `fail` raises
    pass


class Response:
    """What a reader sees of an answer."""

    url = "http://shop.test/a/b?code=x1"

    def __init__(self, text: str | None, headers: Mapping[str, object] | None = None) -> None:
        self.text = text
        self.headers = headers

    def json(self) -> object:
        return json.loads(self.text)  # type: ignore[arg-type]


class Cookie:
    name, value = "s", "v"


def fail(_response: object, message: str) -> None:
    raise Failed(message)


OWN = """
import html, json, random, re
from contextlib import suppress
from html.parser import HTMLParser
from itertools import islice
from urllib.parse import urljoin

"""


def readers_of(*more: str) -> dict[str, Any]:
    given = {"fail": fail}
    exec(OWN + known_requests.USUAL + "\n\n" + "\n\n".join(more), given)  # noqa: S102
    return given


READ = readers_of(preamble_requests.JSON_AT_WHERE)
GIVEN = (
    '{"a": [{"n": "x", "v": 1.0}, {"n": "y", "v": "é"}], "*": null, "big": 12345678901234567890}'
)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("a", 0, "v"), "1.0"),
        (("a", -1, "v"), "é"),
        (("a", {"n": "y"}, "v"), "é"),
        (("a", 0), '{"n": "x", "v": 1.0}'),
        (("*",), "null"),
        (("big",), "12345678901234567890"),
    ],
)
def test_a_place_in_json_is_read_as_text(path: tuple[Any, ...], value: str) -> None:
    assert READ["json_value"](Response(GIVEN), *path) == value


def test_any_item_of_a_list_is_drawn() -> None:
    drawn = {READ["json_value"](Response(GIVEN), "a", "*", "n") for _ in range(60)}
    assert drawn == {"x", "y"}
    assert READ["json_items"](Response('[1, "b", {}]')) == ["1", "b", "{}"]


@pytest.mark.parametrize("text", [None, "", "[1", "[" * 99_999, '"\\ud800"', "{}", "1", '"x"'])
@pytest.mark.parametrize("path", [("a",), ({"n": 1},), (0, "b")])
def test_json_without_the_place_fails_and_raises_nothing_else(
    text: str | None, path: tuple[Any, ...]
) -> None:
    for reader in ("json_value", "json_items"):
        with pytest.raises(Failed):
            READ[reader](Response(text), *path)


PAGE = """<input type=hidden value='a>b' NAME="x"><meta name=y content=1><INPUT name='z&amp;'>
<div class="a b" data-n=1>one <div>two</div> <b>three</b></div><p id=p>four<a href=" c ">go</a>"""


def test_fields_and_elements_of_a_page_are_found() -> None:
    page = Response(PAGE)
    fields = {name: READ["form_value"](page, name) for name in ("x", "y", "z&")}
    assert fields == {"x": "a>b", "y": "1", "z&": ""}
    element = READ["element_value"]
    assert element(page, "div", classes=["b"]) == "one two three"
    assert element(page, "", "data-n", wanted=[("data-n", None)]) == "1"
    assert element(page, "p", wanted=[("id", "p")]) == "fourgo"
    assert READ["link_value"](page, "go") == "http://shop.test/a/c"


@pytest.mark.parametrize(
    "text",
    [
        *(None, "", "<![", "<![if x]>", "<input " * 9999, '<input name="x', "<" * 9999),
        *("<a " * 9999, "<input " + "a" * 99_999, "<div>" * 9999, PAGE[:50], "<!--" * 9999),
        "<a href='http://[x'>buy</a>",
    ],
)
def test_a_page_without_it_fails_and_raises_nothing_else(text: str | None) -> None:
    for reader, argument in (
        ("form_value", "gone"),
        ("element_value", "h9"),
        ("link_value", "buy"),
        ("pattern_value", "(gone)"),
    ):
        with pytest.raises(Failed):
            READ[reader](Response(text), argument)


def test_headers_cookies_and_addresses_are_read() -> None:
    headers = {"A": "1", "B": ["1", "2"]}
    assert READ["header_value"](Response("", headers), "A") == "1"
    assert READ["header_value"](Response("", headers), "B") == "1, 2"
    assert READ["cookie_value"](Response(""), [Cookie()], "s") == "v"
    assert READ["address_value"](Response(""), r"code=(\w+)") == "x1"
    for reader, *arguments in (
        ("header_value", "C"),
        ("cookie_value", [Cookie()], "t"),
        ("address_value", "(y)"),
    ):
        with pytest.raises(Failed):
            READ[reader](Response("", None), *arguments)


def test_what_may_be_missing_is_none() -> None:
    lenient = readers_of(known_requests.MAY_BE_MISSING)
    nothing = lenient["nothing"]
    assert lenient["json_value"](Response("{}"), "a", missing=nothing) is None
    assert lenient["form_value"](Response(""), "a", missing=nothing) is None
    with pytest.raises(Failed):
        lenient["form_value"](Response(""), "a")


def test_a_text_in_a_script_is_what_the_script_means() -> None:
    unescaped = READ["unescaped"]
    assert unescaped("\\/a\\u002fb") == "/a/b"
    assert unescaped('"') == '"'
    assert unescaped("\\ud800") == "\\ud800"


def test_an_answer_that_cannot_be_read_has_no_text() -> None:
    class Broken:
        @property
        def text(self) -> str:
            raise LookupError

    assert READ["text_of"](Broken()) == ""

"""The shop signs visitors in, keeps what they add, and trusts nothing they write."""

import asyncio
import json
import re
from collections.abc import Iterator
from http import HTTPStatus

import pytest

from studio.child.shop.exchange import ShopAnswer, ShopRequest
from studio.child.shop.pages import Pages
from studio.child.shop.pool import Pool


@pytest.fixture
def pages() -> Iterator[Pages]:
    pages = Pages(Pool(5), query_ms=0)
    yield pages
    pages.close()


def ask(pages: Pages, method: str, target: str, body: bytes = b"", **headers: str) -> ShopAnswer:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return asyncio.run(pages.answer(ShopRequest(method, target, given, body)))


@pytest.mark.parametrize("path", ["/", "/static/assets.js", "/about/", "/todos", "/todos/17"])
def test_every_page_of_the_talk_and_more_is_there(pages: Pages, path: str) -> None:
    assert ask(pages, "GET", path).status is HTTPStatus.OK
    assert ask(pages, "HEAD", path).status is HTTPStatus.OK


def test_the_talks_visitor_signs_in_without_a_form(pages: Pages) -> None:
    answer = ask(pages, "POST", "/login", b"username=test_user&password=")
    assert answer.status is HTTPStatus.OK
    assert any("HttpOnly" in value for _, value in answer.headers)
    assert ask(pages, "POST", "/login", b"password=x").status is HTTPStatus.UNAUTHORIZED


def test_who_was_shown_the_form_must_send_its_token(pages: Pages) -> None:
    form = ask(pages, "GET", "/login")
    found = re.search(rb'name="csrf_token" value="(\w+)"', form.body)
    assert found
    token = found[1].decode()
    cookie = f"csrf={token}"
    good = f"username=a&csrf_token={token}".encode()
    assert ask(pages, "POST", "/login", good, cookie=cookie).status is HTTPStatus.OK
    for bad in (b"username=a", b"username=a&csrf_token=other", "csrf_token=é".encode()):
        assert ask(pages, "POST", "/login", bad, cookie=cookie).status is HTTPStatus.FORBIDDEN


def test_what_is_added_is_kept_and_shown_as_text(pages: Pages) -> None:
    title = "<script>alert(1)</script>"
    body = json.dumps({"title": title}).encode()
    answer = ask(pages, "POST", "/todos", body, content_type="application/json")
    assert answer.status is HTTPStatus.CREATED
    added = json.loads(answer.body)
    assert added["title"] == title
    for path in ("/todos", f"/todos/{added['id']}"):
        shown = ask(pages, "GET", path).body
        assert b"&lt;script&gt;" in shown
        assert b"<script>alert" not in shown
    assert ask(pages, "POST", "/todos", b"title=Milk").status is HTTPStatus.CREATED


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"title": 1}', b'{"title": " "}'])
def test_a_thing_without_a_title_is_refused(pages: Pages, body: bytes) -> None:
    answer = ask(pages, "POST", "/todos", body, content_type="application/json")
    assert answer.status is HTTPStatus.BAD_REQUEST


def test_what_is_not_there_is_said_so(pages: Pages) -> None:
    for path in ("/nothing", "/todos/9999999", "/todos/-1", "/todos/1e3"):
        assert ask(pages, "GET", path).status is HTTPStatus.NOT_FOUND
    answer = ask(pages, "DELETE", "/todos")
    assert answer.status is HTTPStatus.METHOD_NOT_ALLOWED
    assert ("Allow", "GET, POST") in answer.headers


def test_a_full_pool_makes_a_page_wait_and_leaves_the_others_alone() -> None:
    async def work() -> tuple[bool, bool]:
        pages = Pages(Pool(1), query_ms=50)
        slow = [
            asyncio.create_task(pages.answer(ShopRequest("GET", "/todos", {}, b"")))
            for _ in range(3)
        ]
        await asyncio.sleep(0)
        await pages.answer(ShopRequest("GET", "/", {}, b""))
        home_came_first = not any(task.done() for task in slow)
        await asyncio.gather(*slow)
        pages.close()
        return home_came_first, all(task.done() for task in slow)

    assert asyncio.run(work()) == (True, True)

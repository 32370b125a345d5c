"""RUNS IN A CHILD PROCESS. What the shop sells: a list of things to do, and the pages around it."""

import asyncio
import json
import random
import secrets
import sqlite3
from collections.abc import Awaitable, Callable
from html import escape
from http import HTTPStatus
from typing import cast

from studio.child.shop.exchange import ShopAnswer, ShopRequest
from studio.child.shop.pool import Pool

_TODOS = 200
_LISTED = 20
_LONGEST_TITLE = 200
_SPREAD = 0.35
"""Standard deviation of a query's time as a share of its mean."""

_SCRIPT = b"document.title = document.title + ' - practice shop';\n"


class Pages:
    """The shop's pages over its database, which few may use at a time."""

    def __init__(self, pool: Pool, query_ms: float, seed: int = 1) -> None:
        self._pool = pool
        self._query_s = query_ms / 1000
        self._random = random.Random(seed)  # noqa: S311  # the same seed, the same course
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE TABLE todo (id INTEGER PRIMARY KEY, title TEXT NOT NULL)")
        titles = [(f"Thing to do number {n}",) for n in range(1, _TODOS + 1)]
        self._db.executemany("INSERT INTO todo (title) VALUES (?)", titles)

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    async def answer(self, request: ShopRequest) -> ShopAnswer:
        """Return the answer to a request; a page that uses the database waits for a connection."""
        path = request.path
        known = self._pages()
        if path.startswith("/todos/") and path.removeprefix("/todos/").isdecimal():
            return await self._allow(request, {"GET": self._todo})
        if path not in known:
            return _page(HTTPStatus.NOT_FOUND, "Not found", "There is no such page.")
        return await self._allow(request, known[path])

    def _pages(self) -> dict[str, dict[str, Callable[[ShopRequest], Awaitable[ShopAnswer]]]]:
        return {
            "/": {"GET": self._home},
            "/static/assets.js": {"GET": self._script},
            "/login": {"GET": self._sign_in_form, "POST": self._sign_in},
            "/todos": {"GET": self._todos, "POST": self._add_todo},
            "/about/": {"GET": self._about},
            "/health": {"GET": self._health},
        }

    async def _allow(
        self,
        request: ShopRequest,
        methods: dict[str, Callable[[ShopRequest], Awaitable[ShopAnswer]]],
    ) -> ShopAnswer:
        method = "GET" if request.method == "HEAD" else request.method
        if method not in methods:
            answer = _page(HTTPStatus.METHOD_NOT_ALLOWED, "Not so", "This page has other methods.")
            allow = ("Allow", ", ".join(sorted(methods)))
            return ShopAnswer(answer.status, answer.body, headers=(allow,))
        return await methods[method](request)

    async def _home(self, _request: ShopRequest) -> ShopAnswer:
        text = "Everything you meant to do, in one place."
        return _page(HTTPStatus.OK, "Practice shop", text, '<script src="/static/assets.js">')

    async def _script(self, _request: ShopRequest) -> ShopAnswer:
        return ShopAnswer(HTTPStatus.OK, _SCRIPT, "text/javascript; charset=utf-8")

    async def _about(self, _request: ShopRequest) -> ShopAnswer:
        return _page(HTTPStatus.OK, "About", "A small shop to practise load tests on.")

    async def _health(self, _request: ShopRequest) -> ShopAnswer:
        return ShopAnswer(HTTPStatus.OK, b"ok\n", "text/plain; charset=utf-8")

    async def _sign_in_form(self, _request: ShopRequest) -> ShopAnswer:
        token = secrets.token_hex(16)
        form = (
            '<form method="post" action="/login">'
            f'<input type="hidden" name="csrf_token" value="{token}">'
            '<input name="username"><input name="password" type="password">'
            "<button>Sign in</button></form>"
        )
        answer = _page(HTTPStatus.OK, "Sign in", "Who are you?", form)
        cookie = ("Set-Cookie", f"csrf={token}; Path=/; SameSite=Strict")
        return ShopAnswer(answer.status, answer.body, headers=(cookie,))

    async def _sign_in(self, request: ShopRequest) -> ShopAnswer:
        """Sign in; a browser that was shown the form must send its token back.

        Without the form's cookie there is no browser whose visitor could be tricked, so a program
        may sign in without a token (the double-submit pattern of OWASP's cheat sheet on CSRF).
        """
        form, token = request.form, request.cookie("csrf")
        if token is not None and not secrets.compare_digest(
            token.encode(), form.get("csrf_token", "").encode()
        ):
            return _page(HTTPStatus.FORBIDDEN, "Not so", "The form is an old one. Load it again.")
        name = form.get("username", "")
        if not name:
            return _page(HTTPStatus.UNAUTHORIZED, "Sign in", "A name is needed.")
        answer = _page(HTTPStatus.OK, "Welcome", f"Welcome, {name}.")
        cookie = ("Set-Cookie", f"session={secrets.token_hex(16)}; Path=/; HttpOnly")
        return ShopAnswer(answer.status, answer.body, headers=(cookie,))

    async def _todos(self, _request: ShopRequest) -> ShopAnswer:
        rows = await self._query("SELECT id, title FROM todo ORDER BY id DESC LIMIT ?", _LISTED)
        items = (f'<li><a href="/todos/{n}">{escape(title)}</a></li>' for n, title in rows)
        return _page(HTTPStatus.OK, "To do", "The newest first.", f"<ul>{''.join(items)}</ul>")

    async def _todo(self, request: ShopRequest) -> ShopAnswer:
        number = int(request.path.removeprefix("/todos/")[:12])
        rows = await self._query("SELECT id, title FROM todo WHERE id = ?", number)
        if not rows:
            return _page(HTTPStatus.NOT_FOUND, "Not found", "There is no such thing to do.")
        return _page(HTTPStatus.OK, "To do", rows[0][1])

    async def _add_todo(self, request: ShopRequest) -> ShopAnswer:
        title = _title_of(request)
        if not title:
            return _page(HTTPStatus.BAD_REQUEST, "Not so", "A title is needed.")
        rows = await self._query(
            "INSERT INTO todo (title) VALUES (?) RETURNING id, title", title[:_LONGEST_TITLE]
        )
        body = json.dumps({"id": rows[0][0], "title": rows[0][1]}).encode()
        return ShopAnswer(HTTPStatus.CREATED, body, "application/json")

    async def _query(self, sql: str, value: str | int) -> list[tuple[int, str]]:
        async with self._pool.connection():
            if self._query_s:
                shape = 1 / _SPREAD**2
                await asyncio.sleep(self._random.gammavariate(shape, self._query_s / shape))
            return self._db.execute(sql, (value,)).fetchall()


def _title_of(request: ShopRequest) -> str:
    if "json" not in request.headers.get("content-type", ""):
        return request.form.get("title", "").strip()
    try:
        told = json.loads(request.body)
    except ValueError:
        return ""
    title = cast("dict[str, object]", told).get("title") if isinstance(told, dict) else None
    return title.strip() if isinstance(title, str) else ""


def _page(status: HTTPStatus, title: str, text: str, more: str = "") -> ShopAnswer:
    head = f"<!doctype html><html lang=en><title>{escape(title)}</title>"
    body = f"<h1>{escape(title)}</h1><p>{escape(text)}</p>{more}</html>"
    return ShopAnswer(status, (head + body).encode("utf-8", "replace"))

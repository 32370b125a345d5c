"""RUNS IN A CHILD PROCESS. A user's Cookie header, worked out anew when its jar has changed."""
# pyright: basic

import re
from http.cookiejar import CookieJar
from time import time
from typing import Any

from geventhttpclient.client import HTTPClient
from geventhttpclient.header import Headers
from locust.contrib.fasthttp import FastRequest

_KEPT = 64
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")


class CountingJar(CookieJar):
    """A cookie jar that counts its changes, so that what was made of it can be kept."""

    version = 0

    def set_cookie(self, cookie: Any) -> None:
        """Set a cookie."""
        self.version += 1
        super().set_cookie(cookie)

    def clear(self, domain: Any = None, path: Any = None, name: Any = None) -> None:
        """Forget cookies."""
        self.version += 1
        super().clear(domain, path, name)


class KeptCookies:
    """The Cookie header of one user, worked out anew only when its jar has changed."""

    __slots__ = ("_by_place", "_jar", "_until_s", "_version", "_whole_site")

    def __init__(self, jar: CountingJar) -> None:
        self._jar = jar
        self._version = -1
        self._by_place: dict[object, str | None] = {}
        self._until_s = 0.0
        self._whole_site = True

    def of(self, client: HTTPClient, url: str, uri: str) -> str | None:
        """Return the value of the Cookie header for a request, None if there is none.

        Raises:
            ValueError: The value cannot be sent.
        """
        if self._version != self._jar.version or time() >= self._until_s:
            self._look()
        if not self._version:
            return None
        place = client if self._whole_site else (client, uri.partition("?")[0])
        if place not in self._by_place:
            if len(self._by_place) >= _KEPT:
                self._by_place.clear()
            self._by_place[place] = self._work_out(url)
        return self._by_place[place]

    def _look(self) -> None:
        self._by_place.clear()
        self._version = self._jar.version
        cookies = list(self._jar)
        self._whole_site = all(cookie.path == "/" for cookie in cookies)
        ends_s = (cookie.expires for cookie in cookies if cookie.expires is not None)
        self._until_s = min(ends_s, default=float("inf"))

    def _work_out(self, url: str) -> str | None:
        request: Any = FastRequest(url, headers=Headers())
        self._jar.add_cookie_header(request)
        value = request.headers.get("Cookie")
        if value is not None and not _VALUE.fullmatch(value):
            raise ValueError(value)
        return value

"""RUNS IN A CHILD PROCESS. A user's Cookie header, worked out anew when its jar has changed."""
# pyright: basic

import re
from http.cookiejar import Cookie, CookieJar
from time import time
from typing import Any

from geventhttpclient.client import HTTPClient
from geventhttpclient.header import Headers
from geventhttpclient.useragent import CompatRequest

_KEPT = 64
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")


class CountingJar(CookieJar):
    """A cookie jar that counts its changes, so that what was made of it can be kept."""

    version = 0
    _policy: Any

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

    __slots__ = (
        *("_by_place", "_cookies", "_jar", "_policy", "_until_s", "_values", "_version"),
        "_whole_site",
    )

    def __init__(self, jar: CountingJar) -> None:
        self._jar = jar
        self._policy = jar._policy
        self._version = 0
        self._by_place: dict[tuple[Any, ...], str | None] = {}
        self._cookies: list[Cookie] = []
        self._values: list[str | None] = []
        self._until_s = float("inf")
        self._whole_site = True

    def of(self, jar: object, client: HTTPClient, url: str, uri: str) -> str | None:
        """Return the value of the Cookie header for a request, None if there is none.

        Args:
            jar: The jar in use, which must be the one this was made for.
            client: Where the request goes to.
            url: Its whole address.
            uri: What its request line names.

        Raises:
            LookupError: The user has another jar or other rules for it.
            ValueError: The value cannot be sent.
        """
        if jar is not self._jar or self._jar._policy is not self._policy:
            raise LookupError
        if self._jar.version == self._version == 0:
            return None
        if self._is_stale():
            self._look()
        place = client, url[:5], "/" if self._whole_site else uri.partition("?")[0]
        if place not in self._by_place:
            if len(self._by_place) >= _KEPT:
                self._by_place.clear()
            self._by_place[place] = self._work_out(url)
        return self._by_place[place]

    def _is_stale(self) -> bool:
        return (
            self._version != self._jar.version
            or time() >= self._until_s
            or [cookie.value for cookie in self._cookies] != self._values
        )

    def _look(self) -> None:
        self._by_place.clear()
        self._version = self._jar.version
        self._cookies = list(self._jar)
        self._values = [cookie.value for cookie in self._cookies]
        self._whole_site = all(cookie.path == "/" for cookie in self._cookies)
        ends_s = (cookie.expires for cookie in self._cookies if cookie.expires is not None)
        self._until_s = min(ends_s, default=float("inf"))

    def _work_out(self, url: str) -> str | None:
        request = CompatRequest(url, headers=Headers())
        self._jar.add_cookie_header(request)
        value: Any = request.headers.get("Cookie")
        if value is not None and not _VALUE.fullmatch(value):
            raise ValueError(value)
        return value

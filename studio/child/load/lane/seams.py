"""RUNS IN A CHILD PROCESS. Whether Locust's client is as it came, so that the lane may act for it.

A locustfile may put its own code in the place of Locust's. Then what the lane leaves out would be
missed, and it keeps out of the way.
"""
# pyright: basic

from http.cookiejar import CookieJar
from typing import Any

from geventhttpclient.client import HTTPClient
from locust.contrib.fasthttp import FastHttpSession, LocustUserAgent

_OF_AGENT = (
    *("urlopen", "_urlopen", "_make_request", "_verify_status", "_may_retry", "_handle_error"),
    *("_handle_retries_exceeded", "request_type"),
)
_OF_SESSION = ("request", "_send_request_safe_mode", "_build_url")
_OF_CLIENT = ("request", "_build_request")


def _as_it_is() -> list[Any]:
    return [
        getattr(kind, name)
        for kind, names in (
            (LocustUserAgent, _OF_AGENT),
            (FastHttpSession, _OF_SESSION),
            (HTTPClient, _OF_CLIENT),
        )
        for name in names
    ]


_AS_IT_CAME = _as_it_is()


def is_untouched(agent: object, jar: object) -> bool:
    """Return whether a session's parts are Locust's, and Locust's own code is as it came."""
    usual = type(agent) is LocustUserAgent and type(jar) is CookieJar
    return usual and _as_it_is() == _AS_IT_CAME


class AgentWatch:
    """Watches one user agent for methods a locustfile gives it."""

    __slots__ = ("_is_changed", "_own", "_size")

    def __init__(self, agent: Any) -> None:
        self._own: dict[str, Any] = agent.__dict__
        self._size = -1
        self._is_changed = False

    def look(self) -> None:
        """Do nothing if the agent works as its class does.

        Raises:
            LookupError: It has methods of its own.
        """
        if len(self._own) != self._size:
            self._size = len(self._own)
            self._is_changed = not self._own.keys().isdisjoint(_OF_AGENT)
        if self._is_changed:
            raise LookupError

"""RUNS IN A CHILD PROCESS. The request of a plain answer; taken apart only if somebody looks."""
# pyright: basic

from typing import Any

from geventhttpclient.useragent import _make_request
from locust.contrib.fasthttp import FastRequest

from studio.child.load.lane.kept_heads import merged


class _Late:
    """An attribute whose class has a value that is not that of the request."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, request: Any, _kind: type | None = None) -> Any:
        if request is None:
            return self
        request.take_apart()
        return request.__dict__[self._name]


class LateRequest(FastRequest):
    """The request of an answer, as Locust would have made it before it was sent."""

    payload: Any = _Late()
    type: Any = _Late()
    unverifiable: Any = _Late()

    def __init__(self, url: str, method: str, *late: Any) -> None:
        """Note what a request was made of.

        Args:
            url: Whole.
            method: In capitals.
            late: The headers of all requests, its own headers, its payload and its cookies, none of
                which may be changed any more.
        """
        self.__dict__.update(url=url, method=method, _late=late)

    def take_apart(self) -> None:
        """Become what the request was."""
        if (late := self.__dict__.pop("_late", None)) is None:
            return
        defaults, headers, payload, cookie = late
        request = _make_request(
            self.__dict__["url"],
            self.__dict__["method"],
            headers=merged(defaults, headers),
            payload=payload,
            request_type=FastRequest,
        )
        if cookie is not None:
            request.add_unredirected_header("Cookie", cookie)
        self.__dict__.update(request.__dict__ | self.__dict__)

    def __getattr__(self, name: str) -> Any:
        if "_late" not in self.__dict__:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        self.take_apart()
        return getattr(self, name)

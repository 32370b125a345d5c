"""RUNS IN A CHILD PROCESS. Ends a head that goes on and on, and lets go of answers broken off.

What comes before the body of an answer is kept as many small objects, which take several times the
memory of their bytes; so it has a cap of its own, early hints and the like included. And an answer
that broke off is of no use to anybody, while the traceback of its error would hold it for long.
Both are about FastHttpUser: the client of HttpUser has a cap for heads, and holds nothing.
"""
# pyright: basic

from collections.abc import Callable
from typing import Any

from geventhttpclient.response import HTTPResponse, HTTPSocketResponse

from studio.child.load.guard_errors import TooLargeError

LONGEST_HEAD_BYTES = 256 << 10
"""Browsers stop there, too."""

_FINAL = 200


def install() -> None:
    """Put this under every FastHttpUser of this process, for the rest of its life."""
    every: Any = HTTPResponse
    received: Any = HTTPSocketResponse
    every.feed = _counting(every.feed)
    received.read = _letting_go(received.read)
    received._read_headers = _letting_go(received._read_headers)


def _counting(feed: Callable[..., None]) -> Callable[..., None]:
    def counting_feed(response: Any, data: Any) -> None:
        if response.headers_complete and response.get_code() >= _FINAL:
            feed(response, data)
            return
        so_far = response.head_bytes = getattr(response, "head_bytes", 0) + len(data)
        feed(response, data)
        if so_far > LONGEST_HEAD_BYTES and not (
            response.headers_complete and response.get_code() >= _FINAL
        ):
            raise TooLargeError(f"the head of an answer is larger than {LONGEST_HEAD_BYTES} bytes")

    return counting_feed


def _letting_go(read: Callable[..., Any]) -> Callable[..., Any]:
    def read_or_let_go(response: Any, *args: Any) -> Any:
        try:
            return read(response, *args)
        except BaseException:
            del response._body_buffer[:]
            response._headers_index.clear()
            raise

    return read_or_let_go

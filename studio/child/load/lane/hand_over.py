"""RUNS IN A CHILD PROCESS. What the fast lane began and Locust's own client goes on with."""
# pyright: basic

import copy
from typing import Any, NamedTuple

from geventhttpclient.client import HTTPClient
from geventhttpclient.response import HTTPConnectionClosed, HTTPSocketPoolResponse
from geventhttpclient.useragent import _make_request
from locust.contrib.fasthttp import FastRequest, LocustUserAgent

from studio.child.load.lane.kept_heads import merged


class HandOver(NamedTuple):
    """A request that was sent and turned out not to be plain."""

    client: HTTPClient
    sock: Any
    received: bytes
    error: BaseException | None


class BrokenSocket:
    """A connection that broke in the middle of an answer; the system says so only once."""

    def __init__(self, sock: Any, error: OSError) -> None:
        self._sock = sock
        self._error = error

    def recv(self, _size: int) -> bytes:
        """Say it again."""
        raise self._error

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


class LaneRequest(FastRequest):
    """The request of an answer; taken apart only if somebody looks."""

    def __init__(self, url: str, method: str, *late: Any) -> None:
        self.__dict__.update(url=url, method=method, _late=late)

    def __getattr__(self, name: str) -> Any:
        if (late := self.__dict__.pop("_late", None)) is None:
            raise AttributeError(name)
        agent, headers, payload, cookie = late
        request = _make_request(
            self.__dict__["url"],
            self.__dict__["method"],
            headers=merged(agent, headers),
            payload=payload,
            request_type=FastRequest,
        )
        if cookie is not None:
            request.add_unredirected_header("Cookie", cookie)
        self.__dict__.update(request.__dict__)
        return getattr(self, name)


class LaneAgent(LocustUserAgent):
    """Locust's user agent, which may be given a request that is already under way."""

    under_way: HandOver | None = None

    def _urlopen(self, request: Any) -> Any:
        taken, self.under_way = self.under_way, None
        if taken is None:
            return super()._urlopen(request)
        if taken.error is not None:
            raise taken.error
        client = taken.client
        try:
            response = HTTPSocketPoolResponse(
                taken.sock,
                client._connection_pool,
                block_size=client.block_size,
                method=request.method,
                headers_type=client.headers_type,
                pre_buffered=taken.received,
            )
        except HTTPConnectionClosed:  # a kept connection had ended; it is asked again, if it may
            if not self._may_retry(request):
                raise
            return self._ask_again(client, request)
        uri = request.url_split.quoted_uri
        sent = client._build_request(request.method, uri, request.payload or b"", request.headers)
        response._sent_request = sent
        return self.response_type(response, request=request, sent_request=sent)

    def _ask_again(self, client: HTTPClient, request: Any) -> Any:
        """Ask as geventhttpclient does, once less: the lane has asked already."""
        again = copy.copy(client)
        again._connection_pool = copy.copy(client._connection_pool)
        again._connection_pool.size -= 1
        answer = again.request(
            request.method,
            request.url_split.quoted_uri,
            body=request.payload,
            headers=request.headers,
        )
        answer._pool = client._connection_pool
        return self.response_type(answer, request=request, sent_request=answer._sent_request)

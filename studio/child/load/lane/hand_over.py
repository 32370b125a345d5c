"""RUNS IN A CHILD PROCESS. What the fast lane began and Locust's own client goes on with."""
# pyright: basic

import copy
from errno import ECONNRESET, EPIPE
from typing import Any

from geventhttpclient.client import HTTPClient
from geventhttpclient.response import HTTPConnectionClosed, HTTPParseError, HTTPSocketPoolResponse
from locust.contrib.fasthttp import LocustUserAgent

from studio.child.load.lane.replay import Replay


class HandOver:
    """A request that the lane began and does not end."""

    __slots__ = ("client", "error", "is_cut_off", "sock")

    def __init__(
        self,
        client: HTTPClient,
        sock: Any = None,
        error: BaseException | None = None,
        *,
        is_cut_off: bool = False,
    ) -> None:
        """Hand over a connection, or an error.

        Args:
            client: Whose connection it is.
            sock: The connection.
            error: What happened instead; then there is no connection any more.
            is_cut_off: Whether the connection broke before the whole request was sent.
        """
        self.client, self.sock, self.error, self.is_cut_off = client, sock, error, is_cut_off


def interrupted(
    client: HTTPClient, sock: Any, pieces: list[bytes], error: BaseException, *, has_sent: bool
) -> HandOver:
    """Return what Locust's way is to go on with after an error; it says the same of it."""
    if sock is None:  # there was no connection, and the pool has its place back
        return HandOver(client, error=error)
    if has_sent:
        return HandOver(client, Replay(sock, pieces, error))
    if isinstance(error, OSError) and error.errno in (ECONNRESET, EPIPE):
        return HandOver(client, sock, is_cut_off=True)
    client._connection_pool.release_socket(sock)
    return HandOver(client, error=error)


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
            )
        except (OSError, HTTPParseError) as error:
            may = taken.is_cut_off or isinstance(error, HTTPConnectionClosed)
            if not may or not self._may_retry(request):
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

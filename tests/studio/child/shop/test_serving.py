"""HTTP/1.1 as clients expect it, and every request counted once."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus

import pytest

from studio.child.shop.exchange import ShopAnswer, ShopRequest
from studio.child.shop.serving import LARGEST_BODY_BYTES, LARGEST_HEAD_BYTES, Serving

Work = Callable[[Serving, int], Awaitable[None]]


async def answer(request: ShopRequest) -> ShopAnswer:
    status = HTTPStatus.NOT_FOUND if request.path == "/gone" else HTTPStatus.OK
    return ShopAnswer(status, request.target.encode() + request.body, "text/plain")


def serve(work: Work) -> Serving:
    async def run() -> Serving:
        serving = Serving(answer)
        server = await asyncio.start_server(
            serving.connection, "127.0.0.1", 0, limit=LARGEST_HEAD_BYTES
        )
        async with server:
            await asyncio.wait_for(work(serving, server.sockets[0].getsockname()[1]), 20)
        return serving

    return asyncio.run(run())


async def talk(port: int, data: bytes) -> bytes:
    """Send bytes and return all that comes back until the other side closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(data)
    told = await reader.read()
    writer.close()
    await writer.wait_closed()
    return told


def test_a_connection_serves_one_request_after_another() -> None:
    async def work(_: Serving, port: int) -> None:
        data = (
            b"GET /a HTTP/1.1\r\nHost: x\r\n\r\n"
            b"POST /b HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi"
            b"HEAD /c HTTP/1.1\r\nConnection: close\r\n\r\n"
        )
        told = await talk(port, data)
        assert told.count(b"HTTP/1.1 200 OK") == 3
        assert b"\r\n\r\n/a" in told
        assert b"\r\n\r\n/bhi" in told
        assert told.endswith(b"Content-Length: 2\r\nConnection: close\r\n\r\n")

    serving = serve(work)
    assert (serving.requests, serving.failures) == (3, 0)


@pytest.mark.parametrize(
    "data",
    [
        b"hello\r\n\r\n",
        b"GET / SPDY/3\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET / HTTP/1.1\r\n folded: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % (LARGEST_BODY_BYTES + 1),
        b"GET /" + b"x" * (LARGEST_HEAD_BYTES + 10) + b" HTTP/1.1\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_and_counted(data: bytes) -> None:
    async def work(_: Serving, port: int) -> None:
        told = await talk(port, data)
        assert told.startswith(b"HTTP/1.1 400 Bad Request")

    serving = serve(work)
    assert (serving.requests, serving.failures) == (1, 1)


def test_a_client_that_hangs_up_half_way_is_nobody() -> None:
    async def work(_: Serving, port: int) -> None:
        for data in (b"GET / HT", b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhi"):
            _reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(data)
            writer.close()
            await writer.wait_closed()
        await talk(port, b"GET /gone HTTP/1.1\r\nConnection: close\r\n\r\n")

    serving = serve(work)
    assert (serving.requests, serving.failures) == (1, 1)


def test_fifty_clients_at_once_are_counted_one_by_one() -> None:
    async def work(_: Serving, port: int) -> None:
        one = b"GET /a HTTP/1.1\r\nHost: x\r\n\r\n"
        last = b"GET /a HTTP/1.1\r\nConnection: close\r\n\r\n"
        await asyncio.gather(*(talk(port, one * 9 + last) for _ in range(50)))

    assert serve(work).requests == 500

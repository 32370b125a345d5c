"""RUNS IN A CHILD PROCESS. HTTP/1.1 on loopback: reads requests, writes answers, counts both."""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from studio.child.shop.exchange import ShopAnswer, ShopRequest

LARGEST_HEAD_BYTES = 64 << 10
LARGEST_BODY_BYTES = 1 << 20
_FIRST_FAILURE = 400
_REQUEST_LINE_PARTS = 3


class BadRequestError(Exception):
    """What came is no request, or too large a one; its connection cannot be kept."""


class Serving:
    """Answers connections; each request that was fully read counts exactly once."""

    def __init__(self, answer: Callable[[ShopRequest], Awaitable[ShopAnswer]]) -> None:
        self._answer = answer
        self.requests = 0
        self.failures = 0

    async def connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection until either side closes it."""
        try:
            while await self._exchange(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client has hung up
        finally:
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        try:
            request = await _read(reader)
        except BadRequestError as error:
            self.requests += 1
            self.failures += 1
            text = f"{error}\n".encode()
            answer = ShopAnswer(HTTPStatus.BAD_REQUEST, text, "text/plain; charset=utf-8")
            writer.write(answer.head(keeps_open=False) + answer.body)
            await writer.drain()
            return False
        self.requests += 1
        answer = await self._answer(request)
        self.failures += answer.status >= _FIRST_FAILURE
        keeps_open = request.headers.get("connection", "").lower() != "close"
        body = b"" if request.method == "HEAD" else answer.body
        writer.write(answer.head(keeps_open=keeps_open) + body)
        await writer.drain()
        return keeps_open


async def _read(reader: asyncio.StreamReader) -> ShopRequest:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.LimitOverrunError as error:
        raise BadRequestError("The head is too large.") from error
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    parts = first.split(" ")
    if len(parts) != _REQUEST_LINE_PARTS or not parts[2].startswith("HTTP/1."):
        raise BadRequestError("The first line is no request.")
    method, target, _ = parts
    headers = dict(_header(line) for line in lines)
    body = await reader.readexactly(_length(headers))
    return ShopRequest(method, target, headers, body)


def _header(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon or not name or name != name.strip():
        raise BadRequestError("A header cannot be read.")
    return name.lower(), value.strip()


def _length(headers: dict[str, str]) -> int:
    if "transfer-encoding" in headers:
        raise BadRequestError("A body must say how long it is.")
    text = headers.get("content-length", "0")
    if not text.isdecimal() or int(text) > LARGEST_BODY_BYTES:
        raise BadRequestError("The body is too large.")
    return int(text)

"""RUNS IN A CHILD PROCESS. Keeps a small answer from unpacking into a huge one.

The socket guard counts bytes on the wire, and a bomb is small there. So both of Locust's clients
are stopped where they unpack. geventhttpclient unpacks a whole answer in one call; urllib3 does it
piece by piece, and there the pieces of one answer are added up, since a bomb may have many members.
Each is stopped by an error its client knows, which makes it a failure of the request.

An answer may not unpack to more than any answer may have, nor to more than `_MOST_TIMES` what came
over the wire: no honest page is packed so well. Short ones are not held to that.
"""
# pyright: basic

import zlib
from collections.abc import Callable
from typing import Any

import brotli
from geventhttpclient import useragent
from urllib3.exceptions import DecodeError
from urllib3.response import HTTPResponse

from studio.child.load.guard_errors import TooLargeError

_MOST_TIMES = 200
_UNSUSPICIOUS_BYTES = 1 << 20


def install(largest_bytes: int) -> None:
    """Limit what one answer may unpack to, for the rest of this process's life."""
    client: Any = useragent
    client.zlib = LimitedZlib(largest_bytes)
    client.brotli = LimitedBrotli(largest_bytes)
    response: Any = HTTPResponse
    response._decode = _adding_up(response._decode, largest_bytes)


def most_bytes(largest_bytes: int, packed_bytes: int) -> int:
    """Return how much an answer may unpack to that came as `packed_bytes`."""
    return min(largest_bytes, max(_UNSUSPICIOUS_BYTES, _MOST_TIMES * packed_bytes))


class LimitedZlib:
    """The module zlib, but no answer unpacks beyond a limit."""

    def __init__(self, largest_bytes: int) -> None:
        self._largest_bytes = largest_bytes

    def decompress(self, data: bytes, wbits: int = zlib.MAX_WBITS) -> bytes:
        """Unpack one answer."""
        most = most_bytes(self._largest_bytes, len(data))
        inflate = zlib.decompressobj(wbits)
        unpacked = inflate.decompress(data, most + 1)
        if len(unpacked) > most:
            del unpacked, inflate  # the traceback of the error would hold them
            raise _too_large(most)
        if not inflate.eof:
            raise zlib.error("incomplete or truncated stream")
        return unpacked

    def __getattr__(self, name: str) -> Any:
        return getattr(zlib, name)


class LimitedBrotli:
    """The module brotli, but no answer unpacks beyond a limit."""

    def __init__(self, largest_bytes: int) -> None:
        self._largest_bytes = largest_bytes

    def decompress(self, data: bytes) -> bytes:
        """Unpack one answer."""
        most = most_bytes(self._largest_bytes, len(data))
        unbrotli = brotli.Decompressor()
        unpacked = unbrotli.process(data, output_buffer_limit=most + 1)
        if len(unpacked) > most:
            del unpacked, unbrotli  # the traceback of the error would hold them
            raise _too_large(most)
        if not unbrotli.is_finished():
            raise brotli.error("incomplete or truncated stream")
        return unpacked

    def __getattr__(self, name: str) -> Any:
        return getattr(brotli, name)


def _adding_up(decode: Callable[..., bytes], largest_bytes: int) -> Callable[..., bytes]:
    def limited_decode(response: Any, data: bytes, *args: Any, **options: Any) -> bytes:
        unpacked = decode(response, data, *args, **options)
        if response._decoder is not None:
            response.packed_bytes = getattr(response, "packed_bytes", 0) + len(data)
            response.unpacked_bytes = getattr(response, "unpacked_bytes", 0) + len(unpacked)
            most = most_bytes(largest_bytes, response.packed_bytes)
            if response.unpacked_bytes > most:
                error = _too_large(most)
                raise DecodeError(str(error)) from error
        return unpacked

    return limited_decode


def _too_large(most: int) -> TooLargeError:
    return TooLargeError(f"an answer unpacks to more than {most} bytes")

"""RUNS IN A CHILD PROCESS. The body of a plain answer: of a known length, or in chunks.

In chunks it is plain without extensions and trailers (RFC 9112 §7.1).
"""
# pyright: basic

import re
from enum import Enum
from typing import Any

from studio.child.load.lane.first_bytes import READ_BYTES

LONGEST_BYTES = 1 << 20
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,6})\r\n")
_SIZE_SO_FAR = re.compile(rb"[0-9A-Fa-f]{0,6}\r?")
_LINE_END = b"\r\n"


def read_body(sock: Any, pieces: list[bytes], body_at: int, length: int) -> bytes | None:
    """Read the rest of an answer; return its body, or None if it is not plain.

    Args:
        sock: Where from.
        pieces: What has come, beginning with the whole head; what comes is added.
        body_at: Bytes of the head.
        length: Of the body in bytes, -1 if it comes in chunks.
    """
    if length < 0:
        return _read_chunks(sock, pieces, body_at)
    missing = length + body_at - len(pieces[0])
    if length > LONGEST_BYTES:
        return None
    while missing > 0:
        more = sock.recv(min(missing, READ_BYTES))
        pieces.append(more)
        if not more:
            return None
        missing -= len(more)
    return None if missing else b"".join(pieces)[body_at:]


def _read_chunks(sock: Any, pieces: list[bytes], body_at: int) -> bytes | None:
    while (found := join_chunks(b"".join(pieces)[body_at:])) is Chunks.UNFINISHED:
        if len(pieces) * READ_BYTES > LONGEST_BYTES:  # each piece is looked at with all before it
            return None
        more = sock.recv(READ_BYTES)
        pieces.append(more)
        if not more:
            return None
    return found if isinstance(found, bytes) else None


class Chunks(Enum):
    """What is to be said of bytes that are no complete body in chunks."""

    UNFINISHED = "more is to come"
    ODD = "not plain"


def join_chunks(data: bytes) -> bytes | Chunks:
    """Return the body that came in chunks, once it is complete.

    Args:
        data: All bytes behind the head that have come so far.
    """
    parts: list[bytes] = []
    at = 0
    while size := _CHUNK_SIZE.match(data, at):
        begin = size.end()
        at = begin + int(size[1], 16)
        if at == begin:
            return _end_of(data[begin:], parts)
        if at + 2 > len(data):
            return Chunks.UNFINISHED
        if data[at : at + 2] != _LINE_END:
            return Chunks.ODD
        parts.append(data[begin:at])
        at += 2
    return Chunks.UNFINISHED if _SIZE_SO_FAR.fullmatch(data, at) else Chunks.ODD


def _end_of(rest: bytes, parts: list[bytes]) -> bytes | Chunks:
    """Return the body if nothing but an empty line follows the last chunk."""
    if rest == _LINE_END:
        return b"".join(parts)
    return Chunks.UNFINISHED if _LINE_END.startswith(rest) else Chunks.ODD

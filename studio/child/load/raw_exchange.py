"""RUNS IN A CHILD PROCESS. One exchange as it was caught, unredacted: it stays in its process."""

from typing import NamedTuple

LONGEST_BODY = 36 << 10
"""Bytes of a body that are looked at: more than is kept, so that a secret is not cut in two."""

RawHeaders = tuple[tuple[str, str], ...]


class RawBody(NamedTuple):
    """The beginning of a body; `data` is None if nobody has read it."""

    data: bytes | None
    size_bytes: int


NO_BODY = RawBody(b"", 0)
UNREAD = RawBody(None, 0)


class RawExchange(NamedTuple):
    """A request and its answer, unredacted; `status` is 0 if none came."""

    method: str
    address: str
    headers: RawHeaders
    body: RawBody
    status: int = 0
    answer_headers: RawHeaders = ()
    answer_body: RawBody = NO_BODY
    came_from: str = ""

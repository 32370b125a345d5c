"""RUNS IN A CHILD PROCESS. The head of an answer → what it says, if it is plain.

Plain is what needs no second thought: HTTP/1.1, a status with a body, one `Content-Length` or one
chunked body, clean lines, and not a byte more than announced. The syntax is that of RFC 9112 §4 to
§7.1. Whatever is not plain is somebody else's to read.
"""
# pyright: basic

import re
from typing import Any, NamedTuple

from geventhttpclient.header import Headers

_KEPT_HEADS = 1024

_HEAD = re.compile(
    rb"HTTP/1\.1 (20[0-35-8]|226|4\d\d|5\d\d) [\t\x20-\x7e]*\r\n"
    rb"(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\t\x20-\x7e\x80-\xff]*(?<![\t ])\r\n)+\r\n"
)
_SPECIAL = re.compile(
    rb"\r\n(?:set-cookie2|upgrade|trailer|connection:(?![ \t]*keep-alive[ \t]*\r))", re.IGNORECASE
)
_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,7})[ \t]*\r", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding:[ \t]*chunked[ \t]*\r", re.IGNORECASE)
_FRAMING = re.compile(rb"\r\n(?:content-length|transfer-encoding)", re.IGNORECASE)


class AnswerHead(NamedTuple):
    """What the head of a plain answer says."""

    code: int

    length: int
    """Of the body in bytes, -1 if it comes in chunks."""

    headers: Headers
    is_encoded: bool
    sets_cookies: bool

    is_flat: bool
    """Whether no field comes twice."""

    def own_headers(self) -> Headers:
        """Return a copy of the headers, for a response may change its own."""
        if not self.is_flat:
            return self.headers.copy()
        copied = Headers()
        dict.update(copied, self.headers)
        return copied


class Answer:
    """A complete plain answer, in the place of geventhttpclient's response."""

    __slots__ = ("_body", "_code", "_headers_index", "_sent_request", "method")
    message_complete = True
    version = "HTTP/1.1"

    def __init__(self, method: str, code: int, headers: Headers, body: bytes) -> None:
        self.method, self._code, self._headers_index, self._body = method, code, headers, body
        self._sent_request: str | None = None

    def get_code(self) -> int:
        """Return the status."""
        return self._code

    status_code = property(get_code)

    def info(self) -> Headers:
        """Return the headers, under the name cookie jars know."""
        return self._headers_index

    def get(self, field: str, default: Any = None) -> Any:
        """Return one header."""
        return self._headers_index.get(field, default)

    def __getitem__(self, field: str) -> Any:
        return self._headers_index[field]

    def __contains__(self, field: str) -> bool:
        return field in self._headers_index

    @property
    def headers(self) -> Any:
        """All headers, as pairs."""
        return self._headers_index.items()

    items = headers.fget

    @property
    def length(self) -> int | None:
        """Bytes of the body as announced; None if it came in chunks."""
        announced: Any = self._headers_index.get("content-length")
        return None if announced is None else int(announced)

    content_length = length

    def read(self, length: int | None = None) -> bytes:
        """Return the next `length` bytes, or all that is left."""
        cut = len(self._body) if length is None else length
        taken, self._body = self._body[:cut], self._body[cut:]
        return taken

    def __iter__(self) -> Any:
        return iter(lambda: self.read(4096), b"")

    def should_close(self) -> bool:
        """Return whether the connection must not be used again."""
        return False

    def readline(self, _end: bytes = b"") -> bytes:
        """Return the next line: there is none, for the body was read at once."""
        return b""

    def release(self) -> None:
        """Do nothing: the connection went back when the answer was complete."""


_HEADS: dict[bytes, AnswerHead] = {}
"""Heads that were plain. Within a second many answers have the same one, to the byte."""


def answer_head(head: bytes) -> AnswerHead | None:
    """Read the head of an answer up to its empty line, if it is plain."""
    return _HEADS.get(head) or _read_head(head)


def _read_head(head: bytes) -> AnswerHead | None:
    status = _HEAD.fullmatch(head)
    if not status or _SPECIAL.search(head) or len(_FRAMING.findall(head)) != 1:
        return None
    length = _LENGTH.search(head)
    if not length and not _CHUNKED.search(head):
        return None
    headers = Headers()
    for line in head.decode("latin-1").split("\r\n")[1:-2]:
        field, _, value = line.partition(":")
        headers.add(field, value.strip(" \t"))
    is_flat = not any(isinstance(entry, list) for entry in dict.values(headers))
    sets_cookies = "set-cookie" in headers
    size = int(length[1]) if length else -1
    is_encoded = "content-encoding" in headers
    known = AnswerHead(int(status[1]), size, headers, is_encoded, sets_cookies, is_flat)
    if not sets_cookies:  # such a head seldom comes twice
        if len(_HEADS) >= _KEPT_HEADS:
            _HEADS.clear()
        _HEADS[head] = known
    return known

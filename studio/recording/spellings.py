"""How a value may be written in a text: as it is, and in every encoding it is likely to pass."""

import base64
import html
import json
import re
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

_SHORTEST_LINE = 8
"""Of a value of several lines, such as a key, a shorter line gives nothing away."""

_SHORTEST_PACKED = 9
"""In base64 the edges of a value depend on what is beside it; of less, too little is left."""


def spellings(value: str) -> set[str]:
    """Return a value as it may be written in addresses, JSON, HTML, Python, hex and base64."""
    lines = [line for line in value.splitlines() if len(line) >= _SHORTEST_LINE]
    return {it for part in (value, *lines) for it in _spellings(part) if it.strip()}


def _spellings(value: str) -> Iterator[str]:
    yield from (value, repr(value)[1:-1], ascii(value)[1:-1], html.escape(value))
    in_json = json.dumps(value)[1:-1]
    yield from (in_json, json.dumps(value, ensure_ascii=False)[1:-1], json.dumps(in_json)[1:-1])
    data = value.encode("utf-8", "surrogatepass")
    for encoded in (quote(data), quote(data, safe=""), quote_plus(data)):
        yield from (encoded, re.sub("%..", lambda it: it[0].lower(), encoded))
    if len(data) >= _SHORTEST_PACKED:
        yield from (data.hex(), data.hex().upper())
        yield from _packed(data)


def _packed(data: bytes) -> Iterator[str]:
    """Yield what base64 makes of a value, whatever stands before and after it."""
    for before in range(3):  # of a group of three bytes the value begins within
        padded = bytes(before) + data
        packed = base64.b64encode(padded).decode()
        for end in (len(padded) // 3 * 4, -4):
            inner = packed[4 * bool(before) : end]
            yield from (inner, inner.replace("+", "-").replace("/", "_"))

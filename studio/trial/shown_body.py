"""Bodies → what is shown of them: text laid out, an image, or bytes in hexadecimal.

Everything here comes from a target that may be hostile. So nothing is parsed into objects and
nothing is ever resolved: JSON and XML are laid out as the tokens they are, without recursion, and
with limits on size, depth and lines. What is no such text is shown as it came.
"""

import base64
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from studio.engine.trial_messages import TrialBody, TrialBodyKind
from studio.plain_text import plain

LONGEST_SHOWN = 200_000
"""Characters that are laid out; what follows is left out, and said so."""

MOST_LINES = 5_000
DEEPEST = 60
"""Deeper brackets are indented no further."""

_HEX_BYTES = 2048
_ROW_BYTES = 16
_INDENT = "  "
_LARGEST_IMAGE_BYTES = 4 << 20
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>|[^<]+|<")
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)


class ShownKind(StrEnum):
    """How a body is shown."""

    NOTHING = "nothing"
    JSON = "json"
    XML = "xml"
    HTML = "html"
    TEXT = "text"
    IMAGE = "image"
    HEX = "hex"
    UNREAD = "unread"
    WITHHELD = "withheld"
    """It holds a secret and is no text, so nothing of it was told."""


@dataclass(frozen=True, slots=True)
class ShownBody:
    """A body as it is shown."""

    kind: ShownKind
    text: str = ""
    """Harmless to look at."""

    reading: str = ""
    """Of a page: the words a reader would see, without its markup."""

    image: bytes = b""
    is_cut: bool = False


def shown_body(body: TrialBody) -> ShownBody:
    """Return how a body is shown."""
    match body.kind:
        case TrialBodyKind.NONE:
            return ShownBody(ShownKind.NOTHING)
        case TrialBodyKind.UNREAD:
            return ShownBody(ShownKind.UNREAD)
        case TrialBodyKind.TEXT:
            return _shown_text(body)
        case TrialBodyKind.BINARY:
            return _shown_bytes(body)


def _shown_text(body: TrialBody) -> ShownBody:
    text, media_type = body.text[:LONGEST_SHOWN], body.type.lower()
    is_cut = body.is_cut or len(body.text) > len(text)
    kind = _kind_of(text, media_type)
    if kind is ShownKind.JSON:
        return _capped(ShownKind.JSON, lay_out_json(text), is_cut=is_cut)
    if kind is ShownKind.XML:
        return _capped(ShownKind.XML, lay_out_xml(text), is_cut=is_cut)
    if kind is ShownKind.HTML:
        shown = _capped(ShownKind.HTML, lay_out_xml(text), is_cut=is_cut)
        words = plain("\n".join(words_of(text))[:LONGEST_SHOWN], keep="\n")
        return ShownBody(ShownKind.HTML, shown.text, words, is_cut=shown.is_cut)
    if "urlencoded" in media_type:
        text = text.replace("&", "&\n")
    return _capped(ShownKind.TEXT, iter(text.splitlines()), is_cut=is_cut)


def _kind_of(text: str, media_type: str) -> ShownKind:
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if "json" in media_type or (start in ("{", "[") and "html" not in media_type):
        return ShownKind.JSON if start in ("{", "[") else ShownKind.TEXT
    if "html" in media_type:
        return ShownKind.HTML
    if "xml" in media_type or "svg" in media_type:
        return ShownKind.XML
    return ShownKind.TEXT


def _capped(kind: ShownKind, lines: Iterator[str], *, is_cut: bool) -> ShownBody:
    kept: list[str] = []
    size = 0
    for line in lines:
        if len(kept) >= MOST_LINES or size > LONGEST_SHOWN:
            is_cut = True
            break
        kept.append(line)
        size += len(line) + 1
    return ShownBody(kind, plain("\n".join(kept), keep="\n\t"), is_cut=is_cut)


def lay_out_json(text: str) -> Iterator[str]:
    """Yield the lines of a JSON text, a value to a line; every token stays as it was written."""
    line, depth, before = "", 0, ""
    for found in _JSON_TOKEN.finditer(text.lstrip("\ufeff")):
        part = found[0]
        if part in ("}", "]"):
            depth -= 1
            if before not in ("{", "["):
                yield line
                line = _INDENT * max(0, min(depth, DEEPEST))
            line += part
        else:
            if before in ("{", "[", ","):
                yield line
                line = _INDENT * max(0, min(depth, DEEPEST))
            line += ": " if part == ":" else part
            depth += part in ("{", "[")
        before = part
    if line.strip():
        yield line


def lay_out_xml(text: str) -> Iterator[str]:
    """Yield the lines of XML or HTML, a tag or a text to a line; nothing is resolved."""
    depth = 0
    for found in _TAG.finditer(text):
        token = " ".join(found[0].split())
        if not token:
            continue
        closes = token.startswith("</")
        depth = max(0, depth - closes)
        yield _INDENT * min(depth, DEEPEST) + token
        opens = token[:1] == "<" and token[1:2].isalpha() and not token.endswith("/>")
        depth += opens and token[1:].split(maxsplit=1)[0].rstrip(">").lower() not in _VOID


_VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
        *("track", "wbr", "p", "li", "dt", "dd", "option", "td", "tr", "th"),
    }
)
"""Elements that need no end, so what follows them stands no deeper."""

_UNREAD_ELEMENTS = ("script", "style", "noscript", "template")


def words_of(page: str) -> Iterator[str]:
    """Yield the lines of text a reader would see in a page, in one pass over it."""
    lowered, at = page.lower(), 0
    while at < len(page):
        opening = page.find("<", at)
        text = page[at:] if opening < 0 else page[at:opening]
        words = " ".join(html.unescape(text).split())
        if words:
            yield words
        if opening < 0:
            return
        at = _after_tag(lowered, opening)


def _after_tag(lowered: str, opening: int) -> int:
    """Return where the page goes on after a tag, or after an element nobody reads."""
    if lowered.startswith("<!--", opening):
        return _after(lowered, "-->", opening)
    for name in _UNREAD_ELEMENTS:
        if lowered.startswith(f"<{name}", opening):
            closing = lowered.find(f"</{name}", opening)
            return len(lowered) if closing < 0 else _after(lowered, ">", closing)
    return _after(lowered, ">", opening)


def _after(text: str, end: str, start: int) -> int:
    found = text.find(end, start)
    return len(text) if found < 0 else found + len(end)


def _shown_bytes(body: TrialBody) -> ShownBody:
    data = _decoded(body.base64)
    if not data:
        return ShownBody(ShownKind.WITHHELD)
    is_image = image_format(data) and not body.is_cut and len(data) <= _LARGEST_IMAGE_BYTES
    if is_image:
        return ShownBody(ShownKind.IMAGE, image=data)
    is_cut = body.is_cut or len(data) > _HEX_BYTES
    return ShownBody(ShownKind.HEX, "\n".join(hex_lines(data[:_HEX_BYTES])), is_cut=is_cut)


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""


def image_format(data: bytes) -> str:
    """Return which kind of image bytes are, by how they begin; empty if they are none."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), "")


def hex_lines(data: bytes) -> Iterator[str]:
    """Yield bytes sixteen to a line: where, in hexadecimal, and as characters."""
    for at in range(0, len(data), _ROW_BYTES):
        row = data[at : at + _ROW_BYTES]
        yield f"{at:06x}  {row.hex(' '):<47}  {''.join(map(_character, row))}"


def _character(byte: int) -> str:
    return chr(byte) if chr(byte).isascii() and chr(byte).isprintable() else "·"

"""RUNS IN A CHILD PROCESS. What a trial saw → what it may tell: no secrets, and not too much."""

# pyright: basic

import base64
import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from studio.child.load.picturing import decode
from studio.engine.trial_messages import LONGEST_BODY_BYTES, Pairs, TrialBody, TrialBodyKind
from studio.recording.redaction import striker
from studio.recording.spellings import spellings

_MOST_PAIRS = 200
_LONGEST_VALUE = 8000
_SHORTEST_SECRET = 4
_TEXT = re.compile(r"text/|json|xml|javascript|urlencoded|multipart|graphql|x-ndjson")
_NO_TEXT = re.compile(r"image/(?!svg)|audio/|video/|font/|octet-stream|pdf|zip|gzip|protobuf|wasm")


class Struck:
    """Strikes the values of known secrets out of all that a trial tells."""

    def __init__(self, secrets: Mapping[str, str]) -> None:
        self._strike = striker(secrets)
        self._in_bytes = [
            written.encode("utf-8", "surrogatepass")
            for value in secrets.values()
            for written in spellings(value)
            if len(written) >= _SHORTEST_SECRET
        ]

    def text(self, text: str, longest: int = _LONGEST_VALUE) -> str:
        """Return a text without secrets, cut to a length."""
        return self._strike(text)[:longest]

    def pairs(self, pairs: Iterable[tuple[str, str]]) -> Pairs:
        """Return headers, cookies or variables."""
        return tuple(
            (self.text(name, 200), self.text(value)) for name, value in list(pairs)[:_MOST_PAIRS]
        )

    def body(self, content: object, media_type: str) -> TrialBody:
        """Return a body.

        Args:
            content: As a client has it: text, bytes, fields of a form, or None for no body;
                anything else can be read only once, and was.
            media_type: As its Content-Type says; may be empty or wrong.
        """
        media_type = self.text(media_type, 200)
        if content is None:
            return TrialBody(type=media_type)
        if isinstance(content, Mapping):
            content = urlencode(content, doseq=True)
        if isinstance(content, str):
            content = content.encode("utf-8", "replace")
        if not isinstance(content, bytes | bytearray | memoryview):
            return TrialBody(TrialBodyKind.UNREAD, type=media_type)
        return self._bytes(bytes(content), media_type)

    def _bytes(self, content: bytes, media_type: str) -> TrialBody:
        size = len(content)
        if not size:
            return TrialBody(type=media_type)
        beginning = content[:LONGEST_BODY_BYTES]
        is_cut = size > len(beginning)
        text = None
        if not _NO_TEXT.search(media_type.lower()):
            text = decode(beginning, media_type.lower(), is_whole=not is_cut)
        if text is not None and (_TEXT.search(media_type.lower()) or _is_readable(text)):
            struck = self._strike(text)
            return TrialBody(
                TrialBodyKind.TEXT, struck, type=media_type, size_bytes=size, is_cut=is_cut
            )
        holds_secret = any(it in content for it in self._in_bytes)
        packed = "" if holds_secret else base64.b64encode(beginning).decode("ascii")
        return TrialBody(
            TrialBodyKind.BINARY, base64=packed, type=media_type, size_bytes=size, is_cut=is_cut
        )


def _is_readable(text: str) -> bool:
    """Return whether text without a type is meant for people: no control characters in it."""
    return not re.search(r"[\x00-\x08\x0e-\x1f]", text[:4000])

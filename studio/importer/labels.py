"""What steps and journeys are called that come from elsewhere."""

import re

from studio.journey.request import Request
from studio.journey.template import put_together
from studio.plain_text import plain

LONGEST = 80


def endpoint_label(request: Request) -> str:
    """Return a request in a few words, such as `GET /orders`."""
    path = put_together(request.path).partition("?")[0]
    return label(f"{request.method} {path}")


def label(text: str, otherwise: str = "") -> str:
    """Return a name of others on one line, without signs that do something, and not long."""
    line = plain(re.sub(r"\s+", " ", text[:500]).strip())
    shown = line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
    return shown or otherwise


def note(text: str) -> str:
    """Return a description of others as a note."""
    return plain(text[:2_000].replace("\r\n", "\n").strip(), keep="\n\t")

"""The name of a request in all statistics: its path, with varying parts as `[id]`."""

import re

from studio.journey.template import Text, Variable, pieces_of

_VARYING = re.compile(
    r"\d+"
    r"|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
    r"|(?=[0-9a-fA-F]*\d)[0-9a-fA-F]{12,}"
    r"|(?=[A-Za-z0-9_=-]*\d)(?=[A-Za-z0-9_=-]*[A-Z])[A-Za-z0-9_=-]{16,}"
    r"|(?=[A-Za-z0-9_=.~-]*\d)[A-Za-z0-9_=.~-]{32,}"
)
_ENDING = re.compile(r"(.+)(\.[a-z]{2,5})")
PLACE = "[id]"


def endpoint_name(path: Text) -> str:
    """Return a path without its query, with varying parts as `[id]`: `/orders/[id]`.

    Args:
        path: As on the wire; variables in it vary.
    """
    written = "".join(it if isinstance(it, str) else "\x00" for it in pieces_of(path))
    bare = written.partition("?")[0]
    return "/".join(map(_segment, bare.split("/")))


def varies(path: Text) -> bool:
    """Return whether a path has a part that another user's has not."""
    return PLACE in endpoint_name(path) or any(isinstance(it, Variable) for it in pieces_of(path))


def _segment(segment: str) -> str:
    name, mark, _ = segment.partition(";")
    if "\x00" in name or _VARYING.fullmatch(name):
        return PLACE
    ending = _ENDING.fullmatch(name)
    if ending and _VARYING.fullmatch(ending[1]):
        return PLACE + ending[2]
    return name if mark else segment

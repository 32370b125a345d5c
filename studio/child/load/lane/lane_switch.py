"""Whether the fast lane may stand under FastHttpUser: only with versions it was held against."""

from collections.abc import Callable
from importlib.metadata import version

VERIFIED_WITH = {"locust": "2.47.0", "geventhttpclient": "2.6.1", "gevent": "26.9.0"}
"""The lane leans on names these do not promise; with other versions it is left out."""


def why_not(installed: Callable[[str], str] = version) -> str:
    """Return why the lane must be left out, or nothing if it may be used."""
    differing = [
        f"{library} {found}"
        for library, verified in VERIFIED_WITH.items()
        if (found := installed(library)) != verified
    ]
    return f"not verified with {', '.join(differing)}" if differing else ""

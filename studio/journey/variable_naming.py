"""Names for variables that are taken from answers: what an engineer would have called them."""

import re
from collections.abc import Iterable

from studio.journey.scoring import singular

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_LONGEST = 40
_BARE = frozenset({"id", "uuid", "guid", "key", "no", "number", "slug", "ref", "pk", "value", ""})
_OF_LOCUST = frozenset(
    {
        *("client", "wait", "run", "context", "host", "tasks", "user", "environment", "weight"),
        *("start", "stop", "interrupt", "parent", "state", "abstract", "greenlet", "group"),
    }
)


def variable_name(candidates: Iterable[str], noun: str, taken: set[str]) -> str:
    """Return a name for a variable, and note it as taken.

    Args:
        candidates: What the value is called where it is found and sent, the best first.
        noun: What it is of, such as `orders`; may be empty.
        taken: Names there are.
    """
    names = [snake(it) for it in candidates]
    name = next((it for it in names if it not in _BARE), "")
    of = singular(snake(noun))
    if not name and of and not of[0].isdigit():
        name = f"{of}_{next((it for it in names if it not in {'', 'value'}), 'id')}"
    name = name or next((it for it in names if it), "") or "value"
    if name[0].isdigit() or name in _OF_LOCUST:
        name = f"the_{name}"
    return unique(name[:_LONGEST].strip("_"), taken)


def unique(name: str, taken: set[str]) -> str:
    """Return a name, or with a number behind it where it is taken, and note it."""
    wanted, number = name, 1
    while wanted in taken:
        number += 1
        wanted = f"{name}_{number}"
    taken.add(wanted)
    return wanted


def snake(name: str) -> str:
    """Return a name in small letters with `_` between its words: `X-CSRF-Token` is `csrf_token`."""
    words = [it.lower() for it in _WORD.findall(name.replace("ETag", "Etag"))]
    if len(words) > 1 and words[0] == "x":
        words = words[1:]
    return "_".join(words)

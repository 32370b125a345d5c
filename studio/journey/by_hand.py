"""A journey that was taken over by hand: its locustfile is kept, and runs as it stands."""

import ast
import warnings
from dataclasses import dataclass
from functools import lru_cache

MOST_LETTERS = 2_000_000


@dataclass(frozen=True, slots=True)
class ByHand:
    """A locustfile a person writes, and what it needs beside it."""

    text: str
    """The whole file; nothing of it is looked into but whether it is Python."""

    data_files: tuple[str, ...] = ()
    """By name; each stands beside it as `name.csv`."""

    attachments: tuple[str, ...] = ()
    """By name; each stands beside it."""

    secrets: tuple[str, ...] = ()
    """By name; their values come by the environment."""

    hosts: tuple[str, ...] = ()
    """Of the target, by name, beside the journey's own."""


@lru_cache(maxsize=16)
def python_fault(text: str) -> str:
    """Return why a text is no Python; empty: it is."""
    if len(text) > MOST_LETTERS:
        return f"more than {MOST_LETTERS:,} letters"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # what it is worth warning of is the writer's own affair
            ast.parse(text)
            text.encode()
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return str(error)[:200]
    return ""

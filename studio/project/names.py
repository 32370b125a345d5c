"""What a project has by name, or a word of what it has instead."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from studio.errors import StudioError
from studio.phrase import Phrase

Named = TypeVar("Named")


class UnknownNameError(StudioError):
    """The project has nothing of that name."""


def named(name: str, known: Mapping[str, Named]) -> Named:
    """Return what is called so.

    Raises:
        UnknownNameError: Nothing is.
    """
    if name not in known:
        raise unknown(name, list(known))
    return known[name]


def unknown(name: str, known: Sequence[str]) -> UnknownNameError:
    """Return the error that says what there is instead."""
    return UnknownNameError(
        Phrase("project", "This project has no “{name}”.").of(name=name[:100]),
        remedy=Phrase("project", "It has: {names}").of(names=", ".join(known[:20]) or "nothing"),
    )

"""What a signal has told, for tests that want to know."""

from typing import TypeVar

from PySide6.QtCore import SignalInstance

Told = TypeVar("Told")


def heard(signal: SignalInstance, kind: type[Told]) -> list[Told]:
    """Return a list that takes in whatever the signal tells from now on."""
    told: list[Told] = []

    def note(value: Told) -> None:
        assert isinstance(value, kind)
        told.append(value)

    signal.connect(note)
    return told


def all_heard(signal: SignalInstance) -> list[tuple[object, ...]]:
    """Return a list that takes in all that the signal tells at once, from now on."""
    told: list[tuple[object, ...]] = []

    def note(*values: object) -> None:
        told.append(values)

    signal.connect(note)
    return told

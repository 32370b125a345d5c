"""What a signal says, written down for a test."""

from typing import Any

from PySide6.QtCore import SignalInstance


def heard(signal: SignalInstance) -> list[Any]:
    """Return a list that grows by what a signal says from now on: a value, or a tuple of them."""
    said: list[Any] = []

    def hear(*values: object) -> None:
        said.append(values[0] if len(values) == 1 else values)

    signal.connect(hear)
    return said


def parts_of(widget: object) -> Any:  # noqa: ANN401  # each kind of form has its own
    """Return a widget whose parts are known to the test alone."""
    return widget

"""Texts in a row: short ones whole, long ones cut where there is no room for them."""

from PySide6.QtWidgets import QLabel

from ui.widget.text import ElidedLabel, label

_SHORT = 18


def fitting(text: str, role: str) -> QLabel:
    """Return a text that is cut with … only if it is long."""
    return label(text, role) if len(text) <= _SHORT else ElidedLabel(text, role)

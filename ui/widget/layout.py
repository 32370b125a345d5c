"""Rows, columns and frames: how parts are put together."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Part = QWidget | QLayout | int | None
"""A widget, a layout, a gap in pixels, or None for the stretch."""

Box = TypeVar("Box", bound=QBoxLayout)


def row(*parts: Part, spacing: int = 8) -> QHBoxLayout:
    """Lay out parts in a row; widgets stand in its middle."""
    return _fill(QHBoxLayout(), parts, spacing, Qt.AlignmentFlag.AlignVCenter)


def column(*parts: Part, spacing: int = 8) -> QVBoxLayout:
    """Lay out parts in a column."""
    return _fill(QVBoxLayout(), parts, spacing, Qt.AlignmentFlag(0))


def frame(**properties: object) -> QFrame:
    """Return a frame that the style sheet knows by its properties (card, sunken, soft, line)."""
    widget = QFrame()
    for name, value in properties.items():
        widget.setProperty(name, value)
    return widget


def card(**properties: object) -> QFrame:
    """Return a card with a hairline edge."""
    return frame(card=True, **properties)


def hairline() -> QFrame:
    """Return a separator, one pixel high."""
    widget = frame(line=True)
    widget.setFixedHeight(1)
    return widget


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _fill(box: Box, parts: tuple[Part, ...], spacing: int, alignment: Qt.AlignmentFlag) -> Box:
    box.setSpacing(spacing)
    box.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        match part:
            case None:
                box.addStretch(1)
            case int():
                box.addSpacing(part)
            case QLayout():
                box.addLayout(part)
            case QWidget():
                box.addWidget(part, 0, alignment)
    return box

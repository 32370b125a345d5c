"""Segment: a choice of one among few, all of them visible."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton

from ui.widget.flow import Flow
from ui.widget.layout import row

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Segment(QFrame):
    """A choice of one among few; the arrow keys move it.

    Signals:
        chosen_changed: The place of what is chosen now, from 0.
    """

    chosen_changed = Signal(int)

    def __init__(
        self, choices: Sequence[str], chosen: int, name: str, *, wraps: bool = False
    ) -> None:
        """Make a segment.

        Args:
            choices: From the leading edge on.
            chosen: The place of the one that is chosen, from 0.
            name: For readers.
            wraps: Whether it goes on in a second line where there is no more room.
        """
        super().__init__()
        self.setProperty("sunken", True)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        line = Flow(spacing=0) if wraps else row(spacing=0)
        line.setContentsMargins(2, 2, 2, 2)
        for place, choice in enumerate(choices):
            part = self._part(choice, place)
            part.setProperty("tight", wraps)
            line.addWidget(part)
        self.setLayout(line)
        self._group.button(chosen).setChecked(True)
        self._group.idToggled.connect(self._tell)

    @property
    def chosen(self) -> int:
        """The place of what is chosen, from 0."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Choose one."""
        self._group.button(place).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice by the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        step = -step if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else step
        count = len(self._group.buttons())
        place = (self.chosen + step) % count
        self.choose(place)
        self._group.button(place).setFocus()

    def _part(self, choice: str, place: int) -> QToolButton:
        part = QToolButton()
        part.setProperty("seg", True)
        part.setText(choice)
        part.setAccessibleName(choice)
        part.setCheckable(True)
        self._group.addButton(part, place)
        return part

    def _tell(self, place: int, is_chosen: bool) -> None:
        if is_chosen:
            self.chosen_changed.emit(place)

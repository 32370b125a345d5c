"""ProblemLines: what is wrong with a node, each with the buttons that put it right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.journey.pane.desk import Desk, Problem
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.layout import frame, row
from ui.widget.text import label

_MOST = 5


class ProblemLines(QWidget):
    """Lines on an amber ground; nothing where all is well."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: tuple[Problem, ...] = ()
        self.lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self.hide()

    def show_places(self, places: Sequence[str]) -> None:
        """Show what is wrong with a node or a request, by their ids."""
        found = tuple(it for it in self._desk.around.problems if it.place in places)[:_MOST]
        if found != self._shown:
            self._shown = found
            self._rebuild()
        self.setVisible(bool(found))

    def _rebuild(self) -> None:
        for old in self.lines:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [self._line(it) for it in self._shown]
        for line in self.lines:
            self._box.addWidget(line)

    def _line(self, problem: Problem) -> QWidget:
        desk, plate = self._desk, frame(soft="warn")
        parts = row(
            IconLabel(desk.theme, Icon.WARN, "warn", 15), label(problem.words, wrap=True), spacing=8
        )
        parts.setStretch(1, 1)
        parts.setContentsMargins(10, 3, 8, 3)
        for repair in problem.repairs:
            button = Button(desk.theme, repair.words, Icon.REPAIR, "link")
            button.clicked.connect(partial(desk.repair_asked.emit, repair.act))
            parts.addWidget(button)
        plate.setLayout(parts)
        return plate

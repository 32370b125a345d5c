"""NextTable: in a chain, which step may follow and how often."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from studio.journey.node import LEAVE, Following
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.field import CountField, Field
from ui.widget.text import label

_MOST = 10_000


class NextTable(Field):
    """A weight for each neighbour; 0 never follows."""

    def __init__(self, desk: Desk, name: str) -> None:
        self._grid_holder = QWidget()
        super().__init__(desk, self._grid_holder)
        self._grid_holder.setAccessibleName(name)
        self._grid = QGridLayout(self._grid_holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._following: Following = ()
        self._neighbours: tuple[tuple[str, str], ...] = ()
        self.weights: dict[str, CountField] = {}
        self._shares: dict[str, QLabel] = {}
        desk.changed.connect(self._follow_neighbours)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show which follow; nothing is told of it."""
        self._following = value
        self._follow_neighbours()
        self._show()

    def _follow_neighbours(self) -> None:
        """Have a row for each neighbour, for leaving, and for a step that is gone."""
        leave = self.desk.say(Phrase("journey", "The chain is left"))
        known = (*self.desk.around.neighbours, (LEAVE, leave))
        gone = [it for it, _ in self._following if it not in dict(known)]
        neighbours = (*known, *((it, it) for it in gone))
        if neighbours != self._neighbours:
            self._neighbours = neighbours
            self._rebuild()
            self._show()

    def _rebuild(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.weights, self._shares = {}, {}
        for place, (node_id, name) in enumerate(self._neighbours):
            weight, share = CountField(self.desk, name, 0, _MOST), label("", "muted")
            self._grid.addWidget(label(name), place, 0)
            self._grid.addWidget(weight, place, 1)
            self._grid.addWidget(share, place, 2)
            weight.edited.connect(partial(self._take, node_id))
            self.weights[node_id], self._shares[node_id] = weight, share

    def _show(self) -> None:
        weights = dict(self._following)
        total = sum(weights.values())
        for node_id, field in self.weights.items():
            weight = weights.get(node_id, 0)
            field.show_value(weight)
            words = Phrase("journey", "{share} of 100").of(share=_share(weight, total))
            self._shares[node_id].setText(self.desk.say(words) if weight else "")

    def _take(self, node_id: str, weight: int) -> None:
        self._following = with_weight(self._following, node_id, weight)
        self._show()
        self.edited.emit(self._following)


def with_weight(following: Following, node_id: str, weight: int) -> Following:
    """Return which follow, with another weight for one; 0 takes it out."""
    ids = [it for it, _ in following]
    found = [(it, weight if it == node_id else old) for it, old in following]
    if node_id not in ids:
        found.append((node_id, weight))
    return tuple((it, its) for it, its in found if its)


def _share(weight: int, total: int) -> str:
    return f"{100 * weight / total:.0f}" if total else "0"

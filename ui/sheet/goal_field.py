"""GoalField: one goal that can be switched off, and its limit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from studio.scenario.goal import Bound, Goal, Measure
from ui.widget.number_field import NumberField

_PER_CENT = 100
_NAME_PX = 260
_LIMIT_PX = 120
_MOST = {
    Measure.MEDIAN: 600_000,
    Measure.P95: 600_000,
    Measure.P99: 600_000,
    Measure.FAILURE_RATE: _PER_CENT,
    Measure.THROUGHPUT: 1_000_000,
}
_UNITS = {
    Measure.MEDIAN: "ms",
    Measure.P95: "ms",
    Measure.P99: "ms",
    Measure.FAILURE_RATE: "%",
    Measure.THROUGHPUT: "/s",
}


class GoalField(QWidget):
    """A tick and a number: a goal for all requests together.

    Signals:
        changed: It was switched, or its limit is another.
    """

    changed = Signal()

    def __init__(self, measure: Measure, bound: Bound, name: str, usual: int) -> None:
        super().__init__()
        self._measure, self._bound = measure, bound
        self._given: Goal | None = None
        self.is_on = QCheckBox(name)
        self.limit = NumberField(0, _MOST[measure], usual, _UNITS[measure])
        self.limit.setAccessibleName(name)
        self.limit.setEnabled(False)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.is_on.setMinimumWidth(_NAME_PX)
        self.limit.setFixedWidth(_LIMIT_PX)
        box.addWidget(self.is_on)
        box.addWidget(self.limit)
        box.addStretch(1)
        self.is_on.toggled.connect(self._switch)
        self.limit.valueChanged.connect(self._tell)

    def show_goal(self, goal: Goal | None) -> None:
        """Begin with a goal; None is switched off."""
        self._given = goal
        self.is_on.setChecked(goal is not None)
        if goal is not None:
            self.limit.setValue(round(goal.limit * self._scale))

    def goal(self) -> Goal | None:
        """Return the goal as it stands; one whose number was not touched comes back unrounded."""
        if not self.is_on.isChecked():
            return None
        given, shown = self._given, self.limit.value()
        if given is not None and round(given.limit * self._scale) == shown:
            return given
        return Goal(self._measure, self._bound, shown / self._scale)

    @property
    def _scale(self) -> int:
        return _PER_CENT if self._measure is Measure.FAILURE_RATE else 1

    def _switch(self, is_on: bool) -> None:
        self.limit.setEnabled(is_on)
        self.changed.emit()

    def _tell(self, _limit: int) -> None:
        self.changed.emit()

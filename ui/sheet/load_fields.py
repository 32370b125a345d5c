"""LoadFields: the numbers of a load, those of its kind and no others."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from studio.phrase import Phrase
from studio.scenario.arrival_rate import MOST_PER_S, ArrivalRate, rising_rate
from studio.scenario.drawing_text import read_drawing, write_drawing
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import MOST_USERS
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import (
    MOST_STEPS,
    Constant,
    Drawing,
    RiseAndHold,
    Soak,
    Spike,
    Steps,
)
from ui.bridge.language import Say
from ui.widget.decimal_field import DecimalField
from ui.widget.duration_field import DurationField
from ui.widget.number_field import NumberField
from ui.widget.text import label

Kind: TypeAlias = type[LoadShape]

KINDS: Mapping[Kind, Phrase] = {
    Constant: Phrase("run", "Constant"),
    RiseAndHold: Phrase("run", "Rise and hold"),
    Steps: Phrase("run", "Steps"),
    Spike: Phrase("run", "Spike"),
    Soak: Phrase("run", "Soak"),
    ArrivalRate: Phrase("run", "Arrival rate"),
    LimitSearch: Phrase("run", "Find the limit"),
    Drawing: Phrase("run", "Draw"),
}
"""Every kind of load, in the order they are offered."""

_LABELS: Mapping[str, Phrase] = {
    "users": Phrase("run", "Virtual users"),
    "first": Phrase("run", "Begin with users"),
    "step_users": Phrase("run", "Users more each step"),
    "steps": Phrase("run", "Steps"),
    "step": Phrase("run", "A step takes"),
    "peak_users": Phrase("run", "Users at the peak"),
    "rate": Phrase("run", "Journeys started per s"),
    "most": Phrase("run", "Users, at most"),
    "before": Phrase("run", "Before the spike"),
    "rise": Phrase("run", "Rise within"),
    "hold": Phrase("run", "Hold for"),
    "peak": Phrase("run", "Stay at the peak for"),
    "after": Phrase("run", "After the spike"),
    "end": Phrase("run", "Let go within"),
    "points": Phrase("run", "Moments and users"),
}
"""All numbers a load may have, in the order they stand below each other."""

_FIELDS: Mapping[Kind, Mapping[str, str]] = {
    Constant: {"users": "users", "length_s": "hold"},
    RiseAndHold: {"users": "users", "rise_s": "rise", "hold_s": "hold", "fall_s": "end"},
    Soak: {"users": "users", "rise_s": "rise", "hold_s": "hold", "fall_s": "end"},
    Steps: {
        "first_users": "first",
        "step_users": "step_users",
        "steps": "steps",
        "step_s": "step",
        "rise_s": "rise",
    },
    Spike: {
        "users": "users",
        "peak_users": "peak_users",
        "before_s": "before",
        "rise_s": "rise",
        "peak_s": "peak",
        "after_s": "after",
    },
    LimitSearch: {"first_users": "first", "most_users": "most", "step_s": "step"},
}
"""Where each number of a kind is typed."""

_OTHER_FIELDS: Mapping[Kind, Sequence[str]] = {
    ArrivalRate: ("rate", "most", "rise", "hold"),
    Drawing: ("points",),
}
"""Fields of kinds that are not made of their fields alone."""

_LINE_PX = 30
"""As high as a field, so that its name stands in the middle beside it."""

_DURATIONS = ("step", "before", "rise", "hold", "peak", "after", "end")
_NUMBERS: Mapping[str, tuple[int, int]] = {
    "users": (1, MOST_USERS),
    "first": (0, MOST_USERS),
    "step_users": (-MOST_USERS, MOST_USERS),
    "steps": (1, MOST_STEPS),
    "peak_users": (1, MOST_USERS),
    "most": (1, MOST_USERS),
}


class LoadFields(QWidget):
    """The numbers of one load; another kind has others.

    Signals:
        changed: A number was changed by hand.
    """

    changed = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.numbers = {name: NumberField(*bounds, 1) for name, bounds in _NUMBERS.items()}
        self.durations = {name: DurationField(0) for name in _DURATIONS}
        self.rate_spin = DecimalField(0.1, MOST_PER_S, 1.0)
        self.points_edit = QLineEdit()
        self._kind: Kind = Constant
        self._form = QFormLayout(self)
        self._lay_out(say)
        for number in self.numbers.values():
            number.valueChanged.connect(self._tell)
        for length in self.durations.values():
            length.seconds_changed.connect(self._tell)
        self.rate_spin.valueChanged.connect(self._tell)
        self.points_edit.textChanged.connect(self._tell)

    @property
    def kind(self) -> Kind:
        """Which kind of load the numbers are of."""
        return self._kind

    def show_load(self, load: LoadShape) -> None:
        """Show the numbers of a load; nothing is told of it."""
        self._kind = type(load)
        was_blocked = self.blockSignals(True)
        for attribute, name in _FIELDS.get(self._kind, {}).items():
            self._set(name, getattr(load, attribute))
        match load:
            case ArrivalRate():
                self._show_rate(load)
            case Drawing():
                self.points_edit.setText(write_drawing(load))
            case _:
                pass
        self.blockSignals(was_blocked)
        shown = self._shown()
        for name, field in self._all().items():
            self._form.setRowVisible(field, name in shown)

    def load(self) -> LoadShape:
        """Return the load the numbers stand for.

        Raises:
            LoadProfileError: No engine could follow it.
        """
        if self._kind is ArrivalRate:
            rise_s, hold_s = self.durations["rise"].seconds, self.durations["hold"].seconds
            most = self.numbers["most"].value()
            return rising_rate(self.rate_spin.value(), rise_s, rise_s + hold_s, most)
        if self._kind is Drawing:
            return read_drawing(self.points_edit.text())
        make = cast("Callable[..., LoadShape]", self._kind)
        places = _FIELDS[self._kind].items()
        return make(**{attribute: self._value(name) for attribute, name in places})

    def _shown(self) -> Sequence[str]:
        fields = _FIELDS.get(self._kind)
        return _OTHER_FIELDS[self._kind] if fields is None else tuple(fields.values())

    def _show_rate(self, load: ArrivalRate) -> None:
        rise_s = load.corners()[1][0]
        self.rate_spin.setValue(load.most_per_s)
        self.numbers["most"].setValue(load.most_users)
        self.durations["rise"].set_seconds(rise_s)
        self.durations["hold"].set_seconds(load.duration_s - rise_s)

    def _set(self, name: str, value: float) -> None:
        if name in self.numbers:
            self.numbers[name].setValue(round(value))
        else:
            self.durations[name].set_seconds(value)

    def _value(self, name: str) -> float:
        number = self.numbers.get(name)
        return self.durations[name].seconds if number is None else number.value()

    def _all(self) -> dict[str, QWidget]:
        others = {"rate": self.rate_spin, "points": self.points_edit}
        fields = {**self.numbers, **self.durations, **others}
        return {name: fields[name] for name in _LABELS}

    def _lay_out(self, say: Say) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(6)
        self.points_edit.setMinimumWidth(220)
        for name, field in self._all().items():
            words = label(say(_LABELS[name]), "label")
            words.setMinimumHeight(_LINE_PX)
            field.setAccessibleName(say(_LABELS[name]))
            self._form.addRow(words, field)

    def _tell(self, _value: object) -> None:
        self.changed.emit()

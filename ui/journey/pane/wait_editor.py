"""WaitEditor: a pause: of which kind, how long, and how long it was in the recording."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.journey.typed_line import number_between, number_text
from studio.journey.wait import (
    BetweenWait,
    ConstantWait,
    NoWait,
    PacingWait,
    PoissonWait,
    ThroughputWait,
    Wait,
)
from studio.phrase import NOTHING, Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.field import LineField
from ui.journey.pane.wait_bar import WaitBar
from ui.widget.choice_field import ChoiceField
from ui.widget.figures import THIN
from ui.widget.flow import Flow
from ui.widget.layout import row
from ui.widget.text import label

_MOST_S, _MOST_PER_S, _FIELD_PX = 86_400.0, 1_000.0, 64

PAUSES: Mapping[type, Phrase] = {
    NoWait: Phrase("journey", "No pause"),
    ConstantWait: Phrase("journey", "Always the same"),
    BetweenWait: Phrase("journey", "Between two"),
}
"""The pauses after a step."""

WAITS: Mapping[type, Phrase] = {
    **PAUSES,
    PacingWait: Phrase("journey", "A pass begins every"),
    ThroughputWait: Phrase("journey", "Passes per s and user"),
    PoissonWait: Phrase("journey", "Passes per s, at random"),
}
"""The pauses between passes."""

_NEW: Mapping[type, Callable[[], Wait]] = {
    NoWait: NoWait,
    ConstantWait: lambda: ConstantWait(3.0),
    BetweenWait: lambda: BetweenWait(2.0, 6.0),
    PacingWait: lambda: PacingWait(30.0),
    ThroughputWait: lambda: ThroughputWait(0.1),
    PoissonWait: lambda: PoissonWait(0.1),
}
_PACED = Phrase("journey", "Fewer than asked when a pass takes longer. It adds no users.")
_HINTS: Mapping[type, Phrase] = {
    PacingWait: _PACED,
    ThroughputWait: _PACED,
    PoissonWait: Phrase("journey", "Pauses drawn from an exponential distribution."),
}


class WaitEditor(QWidget):
    """A kind of pause, its numbers, and a bar for those that have a length.

    Signals:
        edited: The pause after a change by hand, and what of it was changed.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk, kinds: Mapping[type, Phrase]) -> None:
        super().__init__()
        self._desk, self._kinds = desk, tuple(kinds)
        self._wait: Wait = NoWait()
        self._typed: list[float] = []
        self._recorded_s: float | None = None
        self.setObjectName("wait_editor")
        name = desk.say(Phrase("journey", "Pause"))
        self.kind_box = ChoiceField(desk.theme, [desk.say(it) for it in kinds.values()], 0, name)
        self.low = self._number(desk.say(Phrase("journey", "At least, in s")))
        self.high = self._number(desk.say(Phrase("journey", "At most, in s")))
        self._dash, self._unit = label("–"), label("s", "small2")
        self.bar = WaitBar(desk.theme, desk.say(Phrase("journey", "Pause, in seconds")))
        self._recorded = label("", "muted")
        self._hint = label("", "muted", wrap=True)
        self._bar_line = QWidget()
        line = row(self.bar, self._recorded, spacing=8)
        line.setStretch(0, 1)
        self._bar_line.setLayout(line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(Flow(self.kind_box, self.low, self._dash, self.high, self._unit, spacing=6))
        box.addWidget(self._bar_line)
        box.addWidget(self._hint)
        self._show()
        self.kind_box.chosen_changed.connect(self._change_kind)
        self.low.edited.connect(partial(self._take_number, 0))
        self.high.edited.connect(partial(self._take_number, 1))
        self.bar.moved.connect(self._take_range)

    def show_wait(self, wait: Wait | None, recorded_s: float | None = None) -> None:
        """Show a pause; None is none at all. Nothing is told of it."""
        self._wait, self._recorded_s = wait or NoWait(), recorded_s
        self._show()

    def _number(self, name: str) -> LineField:
        field = LineField(self._desk, name, number_between(0, _MOST_S), number_text)
        field.edit.setFixedWidth(_FIELD_PX)
        return field

    def _show(self) -> None:
        wait = self._wait
        self.kind_box.choose(self._kinds.index(type(wait)))
        self._show_numbers()
        has_length = isinstance(wait, (ConstantWait, BetweenWait))
        self._bar_line.setVisible(has_length)
        if has_length:
            numbers = _numbers(wait)
            self.bar.show_range(numbers[0], numbers[-1], self._recorded_s)
        self._recorded.setVisible(self._recorded_s is not None)
        words = Phrase("journey", "recorded {seconds} s").of(seconds=number_text(self._recorded_s))
        self._recorded.setText(self._desk.say(words))
        hint = _HINTS.get(type(wait), NOTHING)
        self._hint.setText(self._desk.say(hint) if hint.text else "")
        self._hint.setVisible(bool(hint.text))

    def _show_numbers(self) -> None:
        numbers = self._typed = _numbers(self._wait)
        for field, number in zip((self.low, self.high), numbers, strict=False):
            field.show_value(number)
        self.low.setVisible(bool(numbers))
        self.high.setVisible(len(numbers) > 1)
        self._dash.setVisible(len(numbers) > 1)
        is_rate = isinstance(self._wait, (ThroughputWait, PoissonWait))
        self._unit.setText(f"/{THIN}s" if is_rate else "s")
        self._unit.setVisible(bool(numbers))

    def _change_kind(self, place: int) -> None:
        self._tell(_changed(self._wait, self._kinds[place]), "kind")

    def _take_number(self, place: int, number: float) -> None:
        self._typed[place] = number
        try:
            wait = _of(type(self._wait), self._typed)
        except StudioError as error:
            self.low.refuse(error)
            return
        self.low.accept()
        self._tell(wait, "numbers")

    def _take_range(self, low_s: float, high_s: float) -> None:
        if isinstance(self._wait, ConstantWait):
            moved = low_s if low_s != self._wait.s else high_s
            self._tell(ConstantWait(moved), "numbers")
        else:
            self._tell(BetweenWait(low_s, high_s), "numbers")

    def _tell(self, wait: Wait, part: str) -> None:
        self._wait = wait
        self._show()
        self.edited.emit(wait, part)


def _numbers(wait: Wait) -> list[float]:
    """Return the numbers of a pause, in the order its class takes them."""
    match wait:
        case NoWait():
            return []
        case ConstantWait(s) | PacingWait(s):
            return [s]
        case BetweenWait(low_s, high_s):
            return [low_s, high_s]
        case ThroughputWait(per_s) | PoissonWait(per_s):
            return [per_s]


def _of(kind: type[Wait], numbers: Sequence[float]) -> Wait:
    """Return a pause of a kind.

    Raises:
        JourneyError: Nobody could wait so.
    """
    make = cast("Callable[..., Wait]", kind)
    return make(*numbers)


def _changed(wait: Wait, kind: type) -> Wait:
    """Return a pause of another kind, as long as this one where both have a length."""
    match wait:
        case ConstantWait(s) if kind is BetweenWait:
            return BetweenWait(s, s)
        case BetweenWait(low_s, high_s) if kind is ConstantWait:
            return ConstantWait(round((low_s + high_s) / 2, 2))
        case _:
            return _NEW[kind]()

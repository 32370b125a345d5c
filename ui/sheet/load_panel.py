"""LoadPanel: the shape of a load, its numbers and its picture."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.scenario.load_profile import MOST_USERS
from studio.scenario.load_shape import LoadShape, shape_of
from studio.scenario.shapes import Constant, RiseAndHold
from ui.bridge.language import Say
from ui.chart.profile_chart import ProfileChart
from ui.theme.theme import Theme
from ui.widget.duration_field import DurationField
from ui.widget.number_field import NumberField
from ui.widget.segment import Segment
from ui.widget.text import label

_CONSTANT, _RISE_AND_HOLD = 0, 1
_CHART_PX = 150


class LoadPanel(QWidget):
    """Constant, or rise and hold: how many users, for how long.

    Signals:
        changed: Something of the load is another.
    """

    changed = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._given: LoadShape | None = None
        shapes = (say(Phrase("run", "Constant")), say(Phrase("run", "Rise and hold")))
        self.shape_segment = Segment(
            shapes, _RISE_AND_HOLD, say(Phrase("run", "Shape of the load"))
        )
        self.shape_canvas = ProfileChart(theme, say)
        self.users_spin = NumberField(1, MOST_USERS, 60, "")
        self.users_spin.setAccessibleName(say(Phrase("run", "Virtual users")))
        self.rise_edit = DurationField(15)
        self.rise_edit.setAccessibleName(say(Phrase("run", "Rise within")))
        self.hold_edit = DurationField(30)
        self.hold_edit.setAccessibleName(say(Phrase("run", "Hold for")))
        self._rise_label = label(say(Phrase("run", "Rise within")), "label")
        self._lay_out()
        self.shape_segment.chosen_changed.connect(self._choose_shape)
        self.users_spin.valueChanged.connect(self._take)
        self.rise_edit.seconds_changed.connect(self._take)
        self.hold_edit.seconds_changed.connect(self._take)

    def show_profile(self, profile: LoadShape) -> None:
        """Begin with a profile; a shape these fields cannot say is kept until one is touched."""
        shape = shape_of(profile)
        is_constant = isinstance(shape, Constant)
        rise_s = shape.rise_s if isinstance(shape, RiseAndHold) else 0.0
        self._given = None
        self.shape_segment.choose(_CONSTANT if is_constant else _RISE_AND_HOLD)
        self.users_spin.setValue(profile.most_users)
        self.rise_edit.set_seconds(rise_s)
        self.hold_edit.set_seconds(profile.duration_s - rise_s)
        self._given = shape
        self._show_shape()

    def profile(self) -> LoadShape:
        """Return the load as it stands.

        Raises:
            LoadProfileError: No engine could follow it.
        """
        if self._given is not None:
            return self._given
        users = self.users_spin.value()
        hold_s = self.hold_edit.seconds
        if self.shape_segment.chosen == _CONSTANT:
            return Constant(users, hold_s)
        return RiseAndHold(users, self.rise_edit.seconds, hold_s)

    def show_picture(self, profile: LoadShape | None) -> None:
        """Draw the load, or nothing where there is none that could be run."""
        self.shape_canvas.show_profile(profile)

    def _lay_out(self) -> None:
        fields = QGridLayout()
        fields.setHorizontalSpacing(12)
        fields.setVerticalSpacing(8)
        hold_label = label(self._say(Phrase("run", "Hold for")), "label")
        users_label = label(self._say(Phrase("run", "Virtual users")), "label")
        for place, (words, field) in enumerate(
            (
                (users_label, self.users_spin),
                (self._rise_label, self.rise_edit),
                (hold_label, self.hold_edit),
            )
        ):
            words.setBuddy(field)
            fields.addWidget(words, place, 0)
            fields.addWidget(field, place, 1)
        fields.setRowStretch(3, 1)
        self.shape_canvas.setFixedHeight(_CHART_PX)
        below = QHBoxLayout()
        below.setSpacing(18)
        below.addWidget(self.shape_canvas, 1)
        below.addLayout(fields)
        line = QHBoxLayout()
        line.addWidget(self.shape_segment)
        line.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(line)
        box.addLayout(below)

    def _choose_shape(self, _shape: int) -> None:
        self._show_shape()
        self._take(None)

    def _show_shape(self) -> None:
        rises = self.shape_segment.chosen == _RISE_AND_HOLD
        self._rise_label.setEnabled(rises)
        self.rise_edit.setEnabled(rises)

    def _take(self, _value: object) -> None:
        self._given = None
        self.changed.emit()

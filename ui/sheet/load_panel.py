"""LoadPanel: what kind of load, its numbers and its picture."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.phrase import Phrase
from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape, shape_of
from studio.scenario.reshaping import reshape
from studio.scenario.shapes import Drawing, RiseAndHold
from ui.bridge.language import Say
from ui.chart.profile_chart import ProfileChart
from ui.sheet.load_fields import KINDS, LoadFields
from ui.theme.theme import Theme
from ui.widget.layout import column, row
from ui.widget.segment import Segment
from ui.widget.text import label

_CHART_PX = 176


class LoadPanel(QWidget):
    """Every kind of load: chosen by its name, set by numbers, or taken by its corners.

    Signals:
        changed: Something of the load is another.
    """

    changed = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._kinds = tuple(KINDS)
        self._load: LoadShape = RiseAndHold(60, 15, 30)
        self._is_touched = False
        self.shape_segment = Segment(
            [say(name) for name in KINDS.values()],
            self._kinds.index(RiseAndHold),
            say(Phrase("run", "Shape of the load")),
        )
        self.shape_canvas = ProfileChart(theme, say)
        self.fields = LoadFields(say)
        self.users_spin = self.fields.numbers["users"]
        self.rise_edit = self.fields.durations["rise"]
        self.hold_edit = self.fields.durations["hold"]
        self.end_edit = self.fields.durations["end"]
        self._say = say
        self.hint_label = label("", "muted", wrap=True)
        self._lay_out()
        self.fields.show_load(self._load)
        self.shape_segment.chosen_changed.connect(self._choose_kind)
        self.shape_canvas.load_changed.connect(self._take_drawn)
        self.fields.changed.connect(self._take_typed)

    def show_profile(self, profile: LoadShape) -> None:
        """Begin with a load; numbers that fields cannot say are kept until one is touched."""
        self._load = shape_of(profile)
        self._is_touched = False
        self.fields.show_load(self._load)
        was_blocked = self.shape_segment.blockSignals(True)
        self.shape_segment.choose(self._kinds.index(type(self._load)))
        self.shape_segment.blockSignals(was_blocked)
        self.hint_label.setText(self._say(_hint(self._load)))

    def profile(self) -> LoadShape:
        """Return the load as it stands.

        Raises:
            LoadProfileError: No engine could follow it.
        """
        return self.fields.load() if self._is_touched else self._load

    def show_picture(self, profile: LoadShape | None) -> None:
        """Draw the load, or nothing where there is none that could be run."""
        self.shape_canvas.show_profile(profile)

    def _choose_kind(self, place: int) -> None:
        self.show_profile(reshape(self._last_sound(), self._kinds[place]))
        self.changed.emit()

    def _last_sound(self) -> LoadShape:
        """Return the load, or the one before it could not be run."""
        try:
            return self.profile()
        except StudioError:
            return self._load

    def _take_drawn(self, load: LoadShape) -> None:
        self.show_profile(load)
        self.changed.emit()

    def _take_typed(self) -> None:
        self._is_touched = True
        self._load = self._last_sound()
        self.changed.emit()

    def _lay_out(self) -> None:
        self.shape_canvas.setMinimumHeight(_CHART_PX)
        below = QHBoxLayout()
        below.setSpacing(18)
        below.addWidget(self.shape_canvas, 1)
        below.addLayout(column(self.fields, self.hint_label, None))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(row(self.shape_segment, None))
        box.addLayout(below)


def _hint(load: LoadShape) -> Phrase:
    match load:
        case LimitSearch():
            return Phrase(
                "run", "Users double until a step fails; then the limit is looked for in between."
            )
        case ArrivalRate():
            return Phrase("run", "Journeys start whatever the answers: no slow target is spared.")
        case Drawing():
            return Phrase(
                "run",
                "Drag the corners, or type. A double click adds one, Delete takes it away.",
            )
        case _:
            return Phrase("run", "Drag the corners, or type.")

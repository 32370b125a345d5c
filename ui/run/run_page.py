"""RunPage: one run, while it goes on and after."""

from PySide6.QtCore import QElapsedTimer, QEvent, QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.run.run import RunSnapshot, RunState
from studio.run.setup import RunSetup
from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.load_shape import LoadShape
from studio.scenario.scenario import PRACTICE_SHOP
from ui.bridge.language import Say
from ui.chart.course import course
from ui.run.charts_panel import ChartsPanel
from ui.run.details_panel import DetailsPanel
from ui.run.inspector import Inspector
from ui.run.kpi_row import KpiRow
from ui.run.preparing_panel import PreparingPanel
from ui.run.run_header import RunHeader
from ui.run.verdict_box import VerdictBox
from ui.sheet.sheet import Sheet
from ui.sheet.users_sheet import WIDTH_PX, UsersSheet
from ui.theme.theme import Theme
from ui.widget.problem_bar import ProblemBar

INSPECTOR_FROM_PX = 1256
"""Below this width of the page (1340 px with the rail) the inspector opens by Ctrl+B alone."""

_FED_EVERY_MS = 450
_STOP = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Period)


class RunPage(QWidget):
    """A run, live or finished.

    Signals:
        stop_asked: The run is to be stopped; asked again, at once.
        hold_asked: The load is to stay as it is.
        resume_asked: The load is to go on from where it was held.
        skip_asked: The next stage of the load is to begin.
        reset_asked: The numbers are to begin anew.
        rate_asked: From now on so many journeys are to be started per second.
        users_asked: From now on there are to be this many virtual users.
        back_asked: The page is to be left for the list of runs.
        again_asked: The same run is to be prepared once more.
        keep_asked: The next exchange of an `Endpoint` is to be kept.
    """

    stop_asked = Signal()
    hold_asked = Signal()
    resume_asked = Signal()
    skip_asked = Signal()
    reset_asked = Signal()
    users_asked = Signal(int)
    rate_asked = Signal(float)
    back_asked = Signal()
    again_asked = Signal()
    keep_asked = Signal(object)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._target = ""
        self._load: LoadShape | None = None
        self._snapshot: RunSnapshot | None = None
        self._since_fed = QElapsedTimer()
        self._inspector_wanted: bool | None = None
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.header = RunHeader(theme, say)
        self.problem_bar = ProblemBar(theme)
        self.verdict_box = VerdictBox(theme, say)
        self.kpi_row = KpiRow(theme, say)
        self.preparing_panel = PreparingPanel(theme, say)
        self.charts = ChartsPanel(theme, say)
        self.details = DetailsPanel(theme, say)
        self.inspector = Inspector(theme, say)
        self.users_sheet = UsersSheet(theme, say)
        self._area = QScrollArea()
        self._sheet = Sheet(theme, self.users_sheet, WIDTH_PX)
        self._lay_out()
        self._connect()

    @property
    def run_time_s(self) -> float:
        """How far the run that is shown has come; 0 before its first snapshot."""
        return 0.0 if self._snapshot is None else self._snapshot.at_s

    def show_setup(self, setup: RunSetup, run: str, host: str, started_at: str) -> None:
        """Begin to show a run; everything of the one before is gone."""
        scenario = setup.scenario
        is_practice = scenario.target == PRACTICE_SHOP
        self._target = self._say(Phrase("run", "The shop")) if is_practice else host
        self._snapshot, self._load = None, scenario.load
        self._since_fed.invalidate()
        self.header.show_setup(setup, run, host, started_at)
        self.kpi_row.begin(scenario.goals, scenario.load)
        self.preparing_panel.begin(setup, host)
        self.charts.begin(scenario.load, scenario.goals)
        self.details.begin(scenario.goals)
        self.inspector.begin(scenario.goals)
        self.problem_bar.hide()
        self.verdict_box.hide()
        self.setFocus()

    def show_snapshot(self, snapshot: RunSnapshot) -> None:
        """Show how it stands; charts and tables follow twice a second at most."""
        before, self._snapshot = self._snapshot, snapshot
        self.header.show_snapshot(snapshot)
        is_preparing = snapshot.state is RunState.STARTING and snapshot.ending is None
        self.preparing_panel.setVisible(is_preparing)
        self.charts.setVisible(not is_preparing)
        if is_preparing:
            self.preparing_panel.show_snapshot(snapshot)
        seconds = course(snapshot.timeline)
        self.kpi_row.show_snapshot(snapshot, seconds)
        if self._is_due(before, snapshot):
            self._since_fed.start()
            self.charts.show_snapshot(snapshot, seconds)
            self.details.show_snapshot(snapshot)
            self.inspector.show_snapshot(snapshot)
        if before is None or before.ending is not snapshot.ending:
            self._show_ending(snapshot)

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+. before the window does, so that the press is seen on the page's button.

        A shortcut of the page's own would be ambiguous beside the window's, and neither would stop.
        """
        if event.type() == QEvent.Type.ShortcutOverride and self._stops(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop the run on Ctrl+."""
        if self._stops(event):
            self.header.controls.stop_button.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the inspector where there is no room for it."""
        super().resizeEvent(event)
        self._place_inspector()

    def _stops(self, event: QEvent) -> bool:
        button = self.header.controls.stop_button
        return (
            isinstance(event, QKeyEvent)
            and event.keyCombination() == _STOP
            and button.isVisible()
            and button.isEnabled()
        )

    def _is_due(self, before: RunSnapshot | None, after: RunSnapshot) -> bool:
        is_turn = before is None or (before.state, before.ending) != (after.state, after.ending)
        is_late = not self._since_fed.isValid() or self._since_fed.hasExpired(_FED_EVERY_MS)
        return is_turn or is_late

    def _show_ending(self, snapshot: RunSnapshot) -> None:
        self.verdict_box.show_ending(snapshot, self._target)
        self.problem_bar.setVisible(snapshot.error is not None)
        if snapshot.error is not None:
            self.problem_bar.show_error(snapshot.error, self._say)
        if snapshot.ending is not None:
            self._sheet.close_sheet()

    def _lay_out(self) -> None:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(20, 14, 20, 12)
        box.setSpacing(12)
        for part in (self.header, self.problem_bar, self.verdict_box, self.kpi_row):
            box.addWidget(part)
        box.addWidget(self.preparing_panel, 3)
        box.addWidget(self.charts, 3)
        box.addWidget(self.details, 1)
        area = self._area
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self.inspector)
        self.preparing_panel.hide()

    def _connect(self) -> None:
        controls = self.header.controls
        controls.stop_asked.connect(self.stop_asked)
        controls.users_pressed.connect(self._open_users)
        controls.hold_asked.connect(self.hold_asked)
        controls.resume_asked.connect(self.resume_asked)
        controls.skip_asked.connect(self.skip_asked)
        controls.reset_asked.connect(self.reset_asked)
        controls.again_asked.connect(self.again_asked)
        self.header.back_asked.connect(self.back_asked)
        self.details.keep_asked.connect(self.keep_asked)
        self.details.opened.connect(self._make_room)
        self.users_sheet.users_asked.connect(self._apply_users)
        self.users_sheet.rate_asked.connect(self._apply_rate)
        self.users_sheet.cancelled.connect(self._sheet.close_sheet)
        for keys, slot in (
            ("U", controls.users_button.click),
            ("H", controls.hold_action.trigger),
            ("S", controls.skip_action.trigger),
            ("R", controls.reset_action.trigger),
            ("Ctrl+B", self._toggle_inspector),
            ("Alt+Left", self.back_asked.emit),
            ("Ctrl+R", controls.again_button.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _make_room(self) -> None:
        """Scroll to what has been opened, once it has its place."""
        QTimer.singleShot(0, self, self._show_details)

    def _show_details(self) -> None:
        self._area.ensureWidgetVisible(self.details)

    def _open_users(self) -> None:
        if self._snapshot is None:
            return
        if isinstance(self._load, ArrivalRate):
            self.users_sheet.show_rate(self._load.most_per_s)
        else:
            self.users_sheet.show_users(self._snapshot.wanted_users)
        self._sheet.open_over(self)

    def _apply_users(self, users: int) -> None:
        self._sheet.close_sheet()
        self.users_asked.emit(users)

    def _apply_rate(self, per_s: float) -> None:
        self._sheet.close_sheet()
        self.rate_asked.emit(per_s)

    def _toggle_inspector(self) -> None:
        self._inspector_wanted = not self.inspector.isVisible()
        self._place_inspector()

    def _place_inspector(self) -> None:
        has_room = self.width() >= INSPECTOR_FROM_PX
        wanted = has_room if self._inspector_wanted is None else self._inspector_wanted
        self.inspector.setVisible(wanted)

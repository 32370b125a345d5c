"""RunSheet: what the next run is to be, before it is started."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from studio.address import read_address
from studio.errors import StudioError
from studio.phrase import Phrase
from studio.run.setup import RunSetup
from studio.scenario.goal import ALL_REQUESTS, Bound, Goal, Measure
from studio.scenario.load_shape import doubts_of
from studio.scenario.scenario import PRACTICE_SHOP
from ui.bridge.language import Say
from ui.sheet.goal_field import GoalField
from ui.sheet.load_panel import LoadPanel
from ui.sheet.load_sentence import load_sentence
from ui.sheet.target_field import TargetField
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.layout import hairline, row
from ui.widget.number_field import NumberField
from ui.widget.text import label

WIDTH_PX = 800
_MOST_PROCESSES = 64
_LONGEST_QUESTION = 500


class RunSheetError(StudioError):
    """A run cannot be started as it stands on the sheet."""


class RunSheet(QWidget):
    """Question, target, load, goals and workers of a run.

    Signals:
        start_asked: Start was pressed; the edited `RunSetup`.
        cancelled: Cancel was pressed.
    """

    start_asked = Signal(object)
    cancelled = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._given: RunSetup | None = None
        self.title = label("", "title")
        self.question_edit = QLineEdit()
        self.question_edit.setMaxLength(_LONGEST_QUESTION)
        self.target = TargetField(say)
        self.load = LoadPanel(theme, say)
        self.goal_typical = GoalField(
            Measure.MEDIAN, Bound.AT_MOST, say(Phrase("run", "Typical response, at most")), 300
        )
        self.goal_slow = GoalField(
            Measure.P95, Bound.AT_MOST, say(Phrase("run", "Slow response (p95), at most")), 500
        )
        self.goal_failures = GoalField(
            Measure.FAILURE_RATE, Bound.AT_MOST, say(Phrase("run", "Failures, at most")), 1
        )
        self.goal_throughput = GoalField(
            Measure.THROUGHPUT, Bound.AT_LEAST, say(Phrase("run", "Throughput, at least")), 50
        )
        self.workers_spin = NumberField(1, _MOST_PROCESSES, 1, "")
        self.length_label = label("", "small2")
        self.doubt_line = label("", "warn", wrap=True)
        self.doubt_line.hide()
        self.error_line = label("", "bad", wrap=True)
        self.cancel_button = Button(theme, say(Phrase("run", "Cancel")))
        self.start_button = Button(
            theme,
            say(Phrase("run", "Start")),
            Icon.PLAY,
            "primary",
            say(Phrase("run", "Start this run (Ctrl+Enter)")),
        )
        self._lay_out()
        self._connect()

    def show_setup(self, setup: RunSetup) -> None:
        """Fill the sheet."""
        self._given = None
        scenario = setup.scenario
        self.title.setText(self._say(Phrase("run", "Run “{name}”").of(name=scenario.name)))
        self.question_edit.setText(setup.question)
        self.target.show_target(scenario.target)
        self.load.show_profile(scenario.load)
        for field, measure, bound in self._goal_fields():
            field.show_goal(_find(scenario.goals, measure, bound))
        self.workers_spin.setValue(setup.worker_processes)
        self._given = setup
        self._look()

    def setup(self) -> RunSetup:
        """Return the run as the sheet says it.

        Raises:
            StudioError: Something on the sheet cannot be.
        """
        if self._given is None:
            raise RunSheetError(Phrase("run", "There is nothing to run."))
        target = self.target.target()
        if target != PRACTICE_SHOP:
            read_address(target)
        scenario = replace(
            self._given.scenario, load=self.load.profile(), goals=self._goals(), target=target
        )
        return replace(
            self._given,
            scenario=scenario,
            question=self.question_edit.text().strip(),
            worker_processes=self.workers_spin.value(),
        )

    def _goal_fields(self) -> tuple[tuple[GoalField, Measure, Bound], ...]:
        return (
            (self.goal_typical, Measure.MEDIAN, Bound.AT_MOST),
            (self.goal_slow, Measure.P95, Bound.AT_MOST),
            (self.goal_failures, Measure.FAILURE_RATE, Bound.AT_MOST),
            (self.goal_throughput, Measure.THROUGHPUT, Bound.AT_LEAST),
        )

    def _goals(self) -> tuple[Goal, ...]:
        """Return the goals of the sheet, and those it has no field for, in their old order."""
        edited = {(measure, bound): field.goal() for field, measure, bound in self._goal_fields()}
        goals: list[Goal] = []
        for goal in self._given.scenario.goals if self._given else ():
            key = (goal.measure, goal.bound)
            if goal.of != ALL_REQUESTS or key not in edited:
                goals.append(goal)
            elif (other := edited.pop(key)) is not None:
                goals.append(other)
        return (*goals, *(goal for goal in edited.values() if goal is not None))

    def _look(self) -> None:
        """Say how long the run takes, or what cannot be."""
        if self._given is None:
            return
        try:
            setup = self.setup()
        except StudioError as error:
            self._show_error(error)
            return
        load = setup.scenario.load
        self.load.show_picture(load)
        self.length_label.setText(self._say(load_sentence(load)))
        self.doubt_line.setText(" ".join(self._say(doubt) for doubt in doubts_of(load)))
        self.doubt_line.setVisible(bool(self.doubt_line.text()))
        self.error_line.setText("")
        self.error_line.hide()
        self.length_label.show()
        self.start_button.setEnabled(True)

    def _show_error(self, error: StudioError) -> None:
        words = [self._say(phrase) for phrase in (error.happened, error.remedy) if phrase.text]
        self.error_line.setText(" ".join(words))
        self.error_line.show()
        self.doubt_line.hide()
        self.length_label.hide()
        self.start_button.setEnabled(False)

    def _start(self) -> None:
        if self.start_button.isEnabled():
            self.start_asked.emit(self.setup())

    def _cancel(self) -> None:
        self.cancelled.emit()

    def _connect(self) -> None:
        self.start_button.clicked.connect(self._start)
        self.cancel_button.clicked.connect(self._cancel)
        self.target.changed.connect(self._look)
        self.load.changed.connect(self._look)
        for field, _measure, _bound in self._goal_fields():
            field.changed.connect(self._look)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._start)

    def _lay_out(self) -> None:
        self.setFocusProxy(self.question_edit)
        self.question_edit.setAccessibleName(self._say(Phrase("run", "Question")))
        self.question_edit.setPlaceholderText(
            self._say(Phrase("run", "What is this run to answer? May stay empty."))
        )
        self.workers_spin.setAccessibleName(
            self._say(Phrase("run", "Worker processes on this computer"))
        )
        form = QGridLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(14)
        form.setColumnStretch(1, 1)
        self._add_line(form, Phrase("run", "Question"), self.question_edit)
        self._add_line(form, Phrase("run", "Target"), self.target)
        self._add_line(form, Phrase("run", "Load"), self.load)
        self._add_line(form, Phrase("run", "Goals"), self._goals_box())
        self._add_line(form, Phrase("run", "Workers"), self._workers_box())
        form.setContentsMargins(20, 16, 20, 16)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        head = row(self.title, None)
        head.setContentsMargins(20, 14, 20, 12)
        box.addLayout(head)
        box.addWidget(hairline())
        box.addLayout(form)
        box.addWidget(hairline())
        box.addLayout(self._foot())

    def _add_line(self, form: QGridLayout, name: Phrase, field: QWidget) -> None:
        words = label(self._say(name), "label")
        words.setBuddy(field)
        words.setContentsMargins(0, 7, 0, 0)
        place = form.rowCount()
        form.addWidget(words, place, 0, Qt.AlignmentFlag.AlignTop)
        form.addWidget(field, place, 1)

    def _goals_box(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        for field, _measure, _bound in self._goal_fields():
            box.addWidget(field)
        return holder

    def _workers_box(self) -> QWidget:
        holder = QWidget()
        words = label(self._say(Phrase("run", "worker processes on this computer")), "small2")
        box = row(self.workers_spin, words, None, spacing=10)
        holder.setLayout(box)
        return holder

    def _foot(self) -> QHBoxLayout:
        said = QVBoxLayout()
        said.addStretch(1)
        said.addWidget(self.length_label)
        said.addWidget(self.doubt_line)
        said.addWidget(self.error_line)
        said.addStretch(1)
        foot = row(self.cancel_button, self.start_button)
        foot.insertLayout(0, said, 1)
        foot.setContentsMargins(20, 12, 20, 14)
        return foot


def _find(goals: tuple[Goal, ...], measure: Measure, bound: Bound) -> Goal | None:
    fitting = (
        goal
        for goal in goals
        if (goal.measure, goal.bound, goal.of) == (measure, bound, ALL_REQUESTS)
    )
    return next(fitting, None)

"""JourneyTrial: the trial of the journey that is edited, started, followed and shown below it."""

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.journey.journey import Journey
from studio.journey.undo import History
from studio.phrase import Phrase
from studio.trial.difference import Difference
from studio.trial.record import TrialRecord
from studio.trial.starting import LiveTrial
from studio.trial.take_edit import take_it
from ui.bridge.language import Say
from ui.bridge.open_trials import FinishedTrial, OpenTrials
from ui.journey.trial_controller import TrialController, told_of
from ui.journey.trial_panel import TrialPanel
from ui.shell.journey_insight import InsightParts, JourneyInsight
from ui.theme.theme import Theme


class JourneyTrial(QObject):
    """One trial at a time.

    Signals:
        judged: Whether the journey passed its last trial as it stands (None: it was changed since),
            and how long its requests took, in seconds.
    """

    judged = Signal(object, float)

    def __init__(
        self,
        parts: InsightParts,
        insight: JourneyInsight,
        trials: OpenTrials,
        theme: Theme,
        say: Say,
    ) -> None:
        super().__init__(insight)
        self._page, self._controller = parts.page, parts.controller
        self._insight, self._trials = insight, trials
        self._following = TrialController(self)
        self._tried: Journey | None = None
        self.panel = TrialPanel(theme, say)
        parts.page.put_below(self.panel)
        self._connect()

    def begin(self, history: History, *, is_fixed: bool) -> None:
        """Begin with another journey: show its last trial, if it had one."""
        self._tried = None
        self.panel.clear()
        self.panel.fix(is_fixed=is_fixed)
        self._page.header.allow(trial=_LOOK_ONLY if is_fixed else None, run=None)
        self._trials.remember(history.journey)

    def start(self, from_step: str = "") -> None:
        """Try the journey as it stands."""
        self._controller.keep_now()
        history = self._controller.history
        if history is not None and self._following.live is None:
            self._page.header.allow(trial=_IS_ON, run=None)
            self._tried = history.journey
            self._trials.start(history.journey, from_step)

    def _connect(self) -> None:
        panel = self.panel
        self._page.try_asked.connect(self._start)
        panel.try_asked.connect(self._start)
        panel.again_from_asked.connect(self.start)
        panel.cancel_asked.connect(self._following.cancel)
        panel.take_asked.connect(self._take)
        panel.request_chosen.connect(self._page.go_to)
        panel.expanded.connect(self._page.give_room)
        self._page.chosen_changed.connect(panel.show_place)
        self._following.refreshed.connect(self._show)
        self._following.ended.connect(self._trials.finish)
        self._trials.started.connect(self._follow)
        self._trials.finished.connect(self._show_finished)
        self._trials.remembered.connect(self._show_ended)
        self._trials.failed.connect(self._tell)
        self._controller.shown.connect(self._note_edit)

    def _start(self) -> None:
        self.start()

    def _follow(self, live: LiveTrial) -> None:
        self._following.follow(live)

    def _show(self, record: TrialRecord) -> None:
        if self._is_shown(record):
            self.panel.show_trial(record)
            self._insight.tell(told_of(record))

    def _show_finished(self, finished: FinishedTrial) -> None:
        self._page.header.allow(trial=None, run=None)
        if self._is_shown(finished.record):
            self.panel.show_trial(finished.record, finished.found, finished.before)
            self._judge(finished.record)

    def _show_ended(self, record: TrialRecord) -> None:
        if self._is_shown(record) and self._following.live is None:
            self._show(record)
            self._judge(record)

    def _judge(self, record: TrialRecord) -> None:
        has_passed = all(it.is_passed for it in record.steps) and record.has_ended
        self.judged.emit(has_passed, record.spent_ms / 1000)

    def _note_edit(self, history: History, _chosen: object) -> None:
        """Say of a journey that was changed since its trial that it has not been tried."""
        if self._tried is not None and history.journey is not self._tried:
            self._tried = None
            self.judged.emit(None, 0.0)

    def _is_shown(self, record: TrialRecord) -> bool:
        history = self._controller.history
        return history is not None and history.journey.id == record.journey

    def _take(self, request: str, difference: Difference) -> None:
        history = self._controller.history
        if history is None or difference.take is None:
            return
        try:
            self._controller.apply(take_it(history.journey, request, difference))
        except StudioError as error:
            self._page.show_error(error)

    def _tell(self, error: StudioError) -> None:
        self._page.header.allow(trial=None, run=None)
        self._page.show_error(error)


_IS_ON = Phrase("journey", "A trial is going on.")
_LOOK_ONLY = Phrase("journey", "This project is open to look only.")

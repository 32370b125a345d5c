"""JourneyTrial: the trial of the journey that is edited, started, followed and shown below it."""

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.journey.take import Take
from studio.journey.tree_changes import find_request
from studio.journey.undo import History
from studio.journey.value_uses import uses_of_value
from studio.journey.variable_edits import apply_take, variables_of
from studio.phrase import Phrase
from studio.trial.difference import Difference
from studio.trial.record import TrialRecord
from studio.trial.starting import LiveTrial
from ui.bridge.language import Say
from ui.bridge.open_trials import FinishedTrial, OpenTrials
from ui.journey.trial_controller import TrialController, told_of
from ui.journey.trial_panel import TrialPanel
from ui.shell.journey_insight import InsightParts, JourneyInsight
from ui.theme.theme import Theme


class JourneyTrial(QObject):
    """One trial at a time.

    Signals:
        judged: Whether the last trial passed, and how long its requests took, in seconds.
    """

    judged = Signal(bool, float)

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
        self.panel = TrialPanel(theme, say)
        parts.page.put_below(self.panel)
        self._connect()

    def begin(self, history: History, *, is_fixed: bool) -> None:
        """Begin with another journey: show its last trial, if it had one."""
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

    def _is_shown(self, record: TrialRecord) -> bool:
        history = self._controller.history
        return history is not None and history.journey.id == record.journey

    def _take(self, request: str, difference: Difference) -> None:
        history = self._controller.history
        if history is None or difference.take is None:
            return
        journey = history.journey
        name = _free_name(difference.name, variables_of(journey))
        try:
            later = [find_request(journey, it) for it in difference.uses]
            uses = [use for it in later for use in uses_of_value(it, difference.then or "")]
            self._controller.apply(apply_take(journey, request, Take(name, difference.take), uses))
        except StudioError as error:
            self._page.show_error(error)

    def _tell(self, error: StudioError) -> None:
        self._page.header.allow(trial=None, run=None)
        self._page.show_error(error)


def _free_name(wanted: str, taken: set[str]) -> str:
    """Return the name of a variable for a value that is called so in an answer."""
    last = wanted.replace("]", "").replace("[", ".").split(".")[-1]
    plain = "".join(it if it.isascii() and (it.isalnum() or it == "_") else "_" for it in last)
    name = (plain if plain[:1].isalpha() else f"value_{plain}")[:40]
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}_{number}", number + 1
    return free


_IS_ON = Phrase("journey", "A trial is going on.")
_LOOK_ONLY = Phrase("journey", "This project is open to look only.")

"""TrialHead: how a trial stands, what of it is shown, and how it is stopped."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.trial.record import TrialRecord, TrialState
from ui.bridge.language import Say
from ui.journey.trial_progress import TrialProgress
from ui.journey.trial_words import facts_of
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.layout import row
from ui.widget.segment import Segment
from ui.widget.text import ElidedLabel, label

_LOOKS = {
    TrialState.STARTING: (Icon.CLOCK, "accent", Phrase("journey", "Trial")),
    TrialState.WALKING: (Icon.CLOCK, "accent", Phrase("journey", "Trial")),
    TrialState.PASSED: (Icon.GOOD, "good", Phrase("journey", "Last trial")),
    TrialState.FAILED: (Icon.BAD, "bad", Phrase("journey", "Last trial failed")),
    TrialState.CANCELLED: (Icon.STOP, "text3", Phrase("journey", "Trial")),
    TrialState.BROKEN: (Icon.PROBLEM, "bad", Phrase("journey", "The trial broke off")),
}


class TrialHead(QWidget):
    """One line: state, facts, what is shown, buttons; below it how far a trial has come."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self.state_icon = IconLabel(theme, Icon.CLOCK, "text3", 17)
        self.title_label = label("", "strong")
        self.facts_label = ElidedLabel("", "small2")
        self.trial_segment = Segment(
            [
                say(Phrase("journey", "Answer")),
                say(Phrase("journey", "Request")),
                say(Phrase("journey", "Cookies")),
                say(Phrase("journey", "Values")),
            ],
            0,
            say(Phrase("journey", "What of the trial is shown")),
        )
        self.trial_segment.setObjectName("trial_segment")
        self.try_button = Button(
            theme,
            say(Phrase("journey", "Try once")),
            Icon.GOOD,
            "small",
            say(Phrase("journey", "One user, one pass (F5)")),
        )
        self.cancel_button = Button(
            theme,
            say(Phrase("journey", "Cancel")),
            Icon.STOP,
            "small",
            say(Phrase("journey", "End the trial where it stands")),
        )
        self.cancel_button.setObjectName("cancel_trial")
        self.expand_button = Button(
            theme, "", Icon.EXPAND, "quiet", say(Phrase("journey", "Give the trial more room"))
        )
        self.expand_button.setCheckable(True)
        self.progress = TrialProgress(theme)
        self._lay_out()

    def show_nothing(self) -> None:
        """Show that nothing was tried yet."""
        self.state_icon.show_icon(Icon.CLOCK, "text3")
        self.title_label.setText(self._say(Phrase("journey", "No trial yet")))
        self.facts_label.setText("")
        self._show_buttons(has_requests=False, goes_on=False)
        self.progress.show_share(0.0, is_on=False)

    def show_record(self, record: TrialRecord) -> None:
        """Show how a trial stands."""
        icon, tone, title = _LOOKS[record.state]
        self.state_icon.show_icon(icon, tone)
        self.title_label.setText(self._say(title))
        self.facts_label.setText(facts_of(record, self._say))
        self._show_buttons(has_requests=bool(record.requests), goes_on=not record.has_ended)
        walked = {it.id for it in record.steps if it.id}
        share = len(walked) / max(1, record.step_count)
        self.progress.show_share(share, is_on=not record.has_ended)
        self.setAccessibleName(f"{self.title_label.text()}: {self.facts_label.text()}")

    def _show_buttons(self, *, has_requests: bool, goes_on: bool) -> None:
        self.try_button.setVisible(not has_requests and not goes_on)
        self.cancel_button.setVisible(goes_on)
        self.trial_segment.setVisible(has_requests)
        self.expand_button.setVisible(has_requests)

    def _lay_out(self) -> None:
        line = row(self.state_icon, self.title_label, spacing=8)
        line.addWidget(self.facts_label, 1)
        for part in (self.cancel_button, self.try_button, self.trial_segment, self.expand_button):
            line.addWidget(part)
        line.setContentsMargins(14, 0, 8, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(1)
        box.addLayout(line)
        box.addWidget(self.progress)

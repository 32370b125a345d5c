"""TrialPlace: which request of a trial is looked at, how it went, and the way to the others."""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.trial.comparing import Differences
from studio.trial.difference import DifferenceKind
from studio.trial.record import TrialRecord, TriedStep
from ui.bridge.language import Say
from ui.journey.trial_words import headline_of, problem_of
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.layout import row
from ui.widget.text import ElidedLabel, label

_TELLING = frozenset({DifferenceKind.OUTCOME, DifferenceKind.SENT_LATER, DifferenceKind.MISSING})


class TrialPlace(QWidget):
    """One line on a request, and one more where something is wrong with it."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self.step_id = ""
        """Of the step that is looked at."""

        previous, following = Phrase("journey", "Request before"), Phrase("journey", "Next request")
        self.previous_button = Button(theme, "", Icon.PREVIOUS, "quiet", say(previous))
        self.next_button = Button(theme, "", Icon.NEXT, "quiet", say(following))
        self.count_label = label("", "smallstrong")
        self.state_icon = IconLabel(theme, Icon.GOOD, "good", 15)
        self.state_icon.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.headline = ElidedLabel("", "small2")
        self.whole_button = Button(
            theme,
            say(Phrase("journey", "Whole answer")),
            Icon.EYE,
            "quiet",
            say(Phrase("journey", "Show the whole answer instead of what differs")),
        )
        self.whole_button.setCheckable(True)
        self.again_button = Button(
            theme,
            say(Phrase("journey", "Again from here")),
            Icon.AGAIN,
            "quiet",
            say(_AGAIN_TIP),
        )
        self.again_button.setObjectName("again_from_here")
        self.problem_icon = IconLabel(theme, Icon.PROBLEM, "bad", 15)
        self.problem_label = ElidedLabel("", "bad")
        self._lay_out()

    def show_request(self, record: TrialRecord, place: int) -> None:
        """Show which of a trial's requests is looked at."""
        requests = record.requests
        request = requests[place] if place < len(requests) else None
        step = step_at(record, place)
        self.step_id = step.id if step else ""
        self.previous_button.setEnabled(place > 0)
        self.next_button.setEnabled(place < len(requests) - 1)
        shown = Phrase("journey", "{place} of {total}").of(place=place + 1, total=len(requests))
        self.count_label.setText(self._say(shown))
        if request is not None:
            icon, tone = (Icon.GOOD, "good") if request.is_passed else (Icon.BAD, "bad")
            self.state_icon.show_icon(icon, tone)
            self.headline.setText(headline_of(request, step.name if step else "", self._say))
        self.again_button.setVisible(record.has_ended and bool(self.step_id))
        problem = problem_of(record, request, self._say)
        self.problem_label.setText(problem)
        for part in (self.problem_icon, self.problem_label):
            part.setVisible(bool(problem))

    def _lay_out(self) -> None:
        line = row(self.previous_button, self.count_label, self.next_button, 4, spacing=4)
        line.addWidget(self.state_icon, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(2)
        line.addWidget(self.headline, 1)
        line.addWidget(self.whole_button)
        line.addWidget(self.again_button)
        line.setContentsMargins(8, 0, 8, 0)
        self.problem_icon.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        problem = row(self.problem_icon, spacing=8)
        problem.addWidget(self.problem_label, 1)
        problem.setContentsMargins(16, 0, 16, 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 2)
        box.setSpacing(0)
        box.addLayout(line)
        box.addLayout(problem)


def step_at(record: TrialRecord, place: int) -> TriedStep | None:
    """Return the step that the request at a place belongs to."""
    for step in record.steps:
        if place < len(step.requests):
            return step
        place -= len(step.requests)
    return None


def place_of(record: TrialRecord, ids: Collection[str]) -> int | None:
    """Return the place of the first request that one of these ids is, or whose step it is."""
    requests = record.requests
    found = [place for place, it in enumerate(requests) if it.id and it.id in ids]
    if not found:
        steps = ((place, step_at(record, place)) for place in range(len(requests)))
        found = [place for place, step in steps if step is not None and step.id in ids]
    failed = [place for place in found if not requests[place].is_passed]
    return next(iter((*failed, *found)), None)


def first_place(record: TrialRecord, found: Differences) -> int:
    """Return which request is worth looking at: a failed one, one that differs, or the newest."""
    requests = record.requests
    if not record.has_ended:
        return max(0, len(requests) - 1)
    for place, request in enumerate(requests):
        if not request.is_passed:
            return place
    for place, request in enumerate(requests):
        if any(it.kind in _TELLING for it in found.get(request.exchange.number, ())):
            return place
    return 0


_AGAIN_TIP = Phrase(
    "journey",
    "Walk the steps before once more without showing them, and show the journey from this step on",
)

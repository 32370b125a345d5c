"""TrialPanel: a journey tried once, request by request, each answer held against one from before.

How a page uses it:

- `TrialPanel(theme, say)`, put below the steps; empty until `show_trial`.
- While a trial goes on: `show_trial(record)` whenever `TrialController.refreshed` tells of one.
  After its end once more with `found` (of `against_recording` or `against_trial`) and `before`,
  such as the phrase “Recorded 2 May”.
- `show_place(ids)` when other steps or requests are chosen in the tree; `request_chosen` tells the
  other way round.
- `try_asked`, `again_from_asked(step id)`: start a trial, the latter with `from_step`;
  `cancel_asked`: end it; `take_asked(request id, Difference)`: add a take at `difference.take`, and
  put its variable in place of the old value in the requests `difference.uses`.
- `fix(is_fixed=…)`: the journey cannot be changed, so nothing can be taken.
"""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout

from studio.phrase import NOTHING, Phrase
from studio.trial.comparing import Differences
from studio.trial.difference import Difference
from studio.trial.record import TrialRecord, TrialState, TriedRequest
from ui.bridge.language import Say
from ui.journey.body_view import BodyView
from ui.journey.said import said
from ui.journey.trial_head import TrialHead
from ui.journey.trial_place import TrialPlace, first_place, place_of
from ui.journey.trial_table import TrialTable
from ui.journey.trial_words import (
    answer_text,
    cookies_text,
    image_of,
    request_text,
    values_text,
)
from ui.theme.theme import Theme
from ui.widget.layout import hairline
from ui.widget.text import label

USUAL_PX = 232
EMPTY_PX = 88
_NO_LIMIT_PX = 16777215
_ANSWER, _REQUEST, _COOKIES = 0, 1, 2
_NOTHING, _TABLE, _BODY = 0, 1, 2


class TrialPanel(QFrame):
    """What a trial shows; see the module for how it is used.

    Signals:
        try_asked: The journey is to be tried.
        cancel_asked: The trial is to be ended.
        again_from_asked: The journey is to be tried and shown from the step with this id.
        take_asked: The id of a request, and the `Difference` whose value is to be taken there.
        request_chosen: The id of the request that is looked at.
        expanded: Whether the panel wants all the room there is.
    """

    try_asked = Signal()
    cancel_asked = Signal()
    again_from_asked = Signal(str)
    take_asked = Signal(str, object)
    request_chosen = Signal(str)
    expanded = Signal(bool)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._record: TrialRecord | None = None
        self._found: Differences = {}
        self._before: Phrase = NOTHING
        self._place = 0
        self._is_chosen = self._is_fixed = False
        self.setProperty("card", True)
        self.setObjectName("trial_panel")
        self.head = TrialHead(theme, say)
        self.trial_segment = self.head.trial_segment
        self.place = TrialPlace(theme, say)
        self.trial_table = TrialTable(theme, say)
        self.body = BodyView(say(Phrase("journey", "What was sent or answered")))
        self.nothing_label = label(say(_EMPTY), "body2", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.clear()

    @property
    def request(self) -> TriedRequest | None:
        """The request that is looked at."""
        requests = self._record.requests if self._record else ()
        return requests[self._place] if self._place < len(requests) else None

    def clear(self) -> None:
        """Show that nothing was tried yet."""
        self._record, self._found, self._place, self._is_chosen = None, {}, 0, False
        self.head.show_nothing()
        self.place.hide()
        self.nothing_label.setText(self._say(_EMPTY))
        self._stack.setCurrentIndex(_NOTHING)
        self._fit()

    def show_trial(
        self, record: TrialRecord, found: Differences | None = None, before: Phrase = NOTHING
    ) -> None:
        """Show a trial as it stands.

        Args:
            record: It may still go on.
            found: What differs from before, by the number of the exchange; None: nothing is known.
            before: What it was held against, such as “Recorded 2 May”.
        """
        if self._record is None or self._record.tried_at != record.tried_at:
            self._is_chosen = False
        self._record, self._found, self._before = record, found or {}, before
        if not self._is_chosen:
            self._place = first_place(record, self._found)
        self.head.show_record(record)
        self._show_request()

    def show_place(self, ids: Collection[str]) -> None:
        """Show the first request that one of these ids is, or whose step it is."""
        found = place_of(self._record, ids) if self._record else None
        if found is not None:
            self._place, self._is_chosen = found, True
            self._show_request()

    def fix(self, *, is_fixed: bool) -> None:
        """Offer to take values, or do not: the journey cannot be changed."""
        self._is_fixed = is_fixed
        if self._record is not None:
            self._show_request()

    def _show_request(self) -> None:
        record, request = self._record, self.request
        if record is None:
            return
        self.place.setVisible(request is not None)
        self.place.show_request(record, self._place)
        self._fit()
        if request is None:
            waiting = record.state in (TrialState.STARTING, TrialState.WALKING)
            words = [it for it in (record.happened, record.remedy) if it.text]
            words = words or [_WAITING if waiting else _NONE]
            self.nothing_label.setText(" ".join(said(it, self._say) for it in words))
            self._stack.setCurrentIndex(_NOTHING)
            return
        self._show_content(request)

    def _show_content(self, request: TriedRequest) -> None:
        lines = self._found.get(request.exchange.number, ())
        segment = self.trial_segment.chosen
        self.place.whole_button.setVisible(segment == _ANSWER and bool(lines))
        is_whole = self.place.whole_button.isChecked()
        if segment == _ANSWER and lines and not is_whole:
            before = said(self._before, self._say) if self._before.text else ""
            self.trial_table.show_lines(lines, before, may_take=not self._is_fixed)
            self._stack.setCurrentIndex(_TABLE)
            return
        self._stack.setCurrentIndex(_BODY)
        if segment == _ANSWER and (image := image_of(request)) and self.body.show_image(image):
            return
        self.body.show_text(_TEXTS[segment](request, self._say))

    def _go(self, step: int) -> None:
        requests = self._record.requests if self._record else ()
        self._place = max(0, min(len(requests) - 1, self._place + step))
        self._is_chosen = True
        self._show_request()
        if self.request is not None and self.request.id:
            self.request_chosen.emit(self.request.id)

    def _go_back(self) -> None:
        self._go(-1)

    def _go_on(self) -> None:
        self._go(1)

    def _take(self, line: Difference) -> None:
        if self.request is not None:
            self.take_asked.emit(self.request.id, line)

    def _try_again_from(self) -> None:
        step = self.place.step_id
        if step:
            self.again_from_asked.emit(step)

    def _turn(self, _place: int | bool) -> None:
        self._show_request()

    def _expand(self, is_wanted: bool) -> None:  # a slot
        self._fit()
        self.expanded.emit(is_wanted)

    def _fit(self) -> None:
        """Be low while there is nothing to see, and as high as there is room where it is wanted."""
        usual = USUAL_PX if self.request is not None else EMPTY_PX
        is_wanted = self.head.expand_button.isChecked() and self.request is not None
        self.setMinimumHeight(2 * USUAL_PX if is_wanted else usual)
        self.setMaximumHeight(_NO_LIMIT_PX if is_wanted else usual)

    def _connect(self) -> None:
        self.head.try_button.clicked.connect(self.try_asked)
        self.head.cancel_button.clicked.connect(self.cancel_asked)
        self.head.expand_button.toggled.connect(self._expand)
        self.trial_segment.chosen_changed.connect(self._turn)
        self.place.previous_button.clicked.connect(self._go_back)
        self.place.next_button.clicked.connect(self._go_on)
        self.place.whole_button.toggled.connect(self._turn)
        self.place.again_button.clicked.connect(self._try_again_from)
        self.trial_table.take_asked.connect(self._take)

    def _lay_out(self) -> None:
        empty = QFrame()
        inside = QVBoxLayout(empty)
        inside.setContentsMargins(16, 8, 16, 12)
        inside.addWidget(self.nothing_label)
        inside.addStretch(1)
        framed = QFrame()
        around = QVBoxLayout(framed)
        around.setContentsMargins(10, 6, 10, 6)
        around.addWidget(self.body)
        for page in (empty, self.trial_table, framed):
            self._stack.addWidget(page)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 4, 1, 4)
        box.setSpacing(0)
        box.addWidget(self.head)
        box.addWidget(self.place)
        box.addWidget(hairline())
        box.addWidget(self._stack, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)


_TEXTS = (answer_text, request_text, cookies_text, values_text)
_EMPTY = Phrase(
    "journey",
    "Try once walks through the journey with one user, and shows what was sent and what came back.",
)
_WAITING = Phrase("journey", "The first answer is on its way…")
_NONE = Phrase("journey", "No request was made.")

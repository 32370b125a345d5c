"""StepPanel: a step as a sentence: Sends, Takes, Checks, Waits, Becomes."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.wait import NoWait, Pause
from studio.phrase import Phrase
from ui.journey.pane.becomes import Becomes
from ui.journey.pane.desk import Desk
from ui.journey.pane.node_details import NodeDetails
from ui.journey.pane.node_head import NodeHead
from ui.journey.pane.problem_lines import ProblemLines
from ui.journey.pane.request_chooser import RequestChooser
from ui.journey.pane.request_panel import RequestPanel
from ui.journey.pane.section import Section
from ui.journey.pane.wait_editor import PAUSES, WaitEditor
from ui.theme.icons import Icon
from ui.widget.layout import hairline


class StepPanel(QWidget):
    """Everything about one step.

    Signals:
        edited: The step after a change by hand, and the key by which such changes merge.
        request_asked: Another request is to be added to it.
        request_dropped: The id of a request that is to go.
        request_chosen: The id of the request that is shown now.
    """

    edited = Signal(object, str)
    request_asked = Signal()
    request_dropped = Signal(str)
    request_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._step = Step("", "", ())
        self.setObjectName("step_panel")
        self.head = NodeHead(desk)
        self.chooser = RequestChooser(desk)
        self.problems = ProblemLines(desk)
        self.request = RequestPanel(desk)
        self.wait_editor = WaitEditor(desk, PAUSES)
        self.becomes = Becomes(desk)
        self.details = NodeDetails(desk, Step)
        self._lay_out()
        self._connect()

    @property
    def step(self) -> Step:
        """The step as it stands."""
        return self._step

    def show_step(self, step: Step) -> None:
        """Show a step; nothing is told of it."""
        is_another = step.id != self._step.id
        self._step = step
        self.head.show_head(step.name, is_on=step.is_on)
        self.chooser.show_requests(step.requests, is_another=is_another)
        self.wait_editor.show_wait(step.wait, self._desk.around.recorded_wait_s)
        self.details.show_node(step)
        self._show_request()

    def choose_request(self, request_id: str) -> None:
        """Show one of its requests."""
        self.chooser.choose(request_id)
        self._show_request()

    def _show_request(self) -> None:
        request = self.chooser.chosen
        self.request.setVisible(request is not None)
        if request is not None:
            self.request.show_request(request)
        places = (self._step.id, request.id) if request else (self._step.id,)
        self.problems.show_places(places)
        self.becomes.show_node(self._step.id, request.id if request else "")

    def _lay_out(self) -> None:
        theme, say = self._desk.theme, self._desk.say
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 12)
        box.setSpacing(8)
        for part in (self.head, self.chooser, self.problems, self.request):
            box.addWidget(part)
        for icon, title, content in (
            (Icon.CLOCK, Phrase("journey", "Waits"), self.wait_editor),
            (Icon.CODE, Phrase("journey", "Becomes"), self.becomes),
        ):
            box.addWidget(hairline())
            box.addWidget(Section(theme, icon, say(title), content))
        box.addWidget(hairline())
        box.addWidget(self.details)
        box.addStretch(1)

    def _connect(self) -> None:
        self.head.renamed.connect(self._rename)
        self.head.switched.connect(self._switch)
        self.chooser.chosen_changed.connect(self._choose)
        self.chooser.request_asked.connect(self.request_asked)
        self.chooser.request_dropped.connect(self.request_dropped)
        self.request.edited.connect(self._take_request)
        self.wait_editor.edited.connect(self._take_wait)
        self.details.edited.connect(self._tell)
        self._desk.changed.connect(self._refresh)

    def _refresh(self) -> None:
        if self._step.id:
            self.head.show_head(self._step.name, is_on=self._step.is_on)
            self.wait_editor.show_wait(self._step.wait, self._desk.around.recorded_wait_s)
            self._show_request()

    def _choose(self, request_id: str) -> None:
        self._show_request()
        self.request_chosen.emit(request_id)

    def _rename(self, name: str) -> None:
        self._tell(replace(self._step, name=name), "name")

    def _switch(self, is_on: bool) -> None:
        self._tell(replace(self._step, is_on=is_on), "on")
        self.head.show_head(self._step.name, is_on=is_on)

    def _take_request(self, request: Request, key: str) -> None:
        requests = tuple(request if it.id == request.id else it for it in self._step.requests)
        self._tell(replace(self._step, requests=requests), key)
        self.chooser.show_requests(requests)

    def _take_wait(self, wait: Pause, part: str) -> None:
        kept = None if isinstance(wait, NoWait) else wait
        self._tell(replace(self._step, wait=kept), f"wait.{part}")

    def _tell(self, step: Step, key: str) -> None:
        self._step = step
        self.details.take_over(step)
        self.edited.emit(step, f"{step.id}.{key}")

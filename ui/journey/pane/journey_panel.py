"""JourneyPanel: what holds for a whole journey: order, pauses, headers, connections, notes."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.journey import Journey
from ui.journey.pane.desk import Desk
from ui.journey.pane.journey_kinds import SECTIONS, JourneySection
from ui.journey.pane.node_head import NodeHead
from ui.journey.pane.problem_lines import ProblemLines
from ui.journey.pane.record_form import RecordForm
from ui.journey.pane.section import Section
from ui.theme.icons import Icon
from ui.widget.layout import hairline
from ui.widget.text import label


class JourneyPanel(QWidget):
    """The pane of a journey.

    Signals:
        edited: The journey after a change by hand, and the key by which such changes merge.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._journey: Journey | None = None
        self.setObjectName("journey_panel")
        self.head = NodeHead(desk, Icon.JOURNEYS)
        self.head.keep_only_name()
        self.problems = ProblemLines(desk)
        self.forms: list[RecordForm] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 12)
        box.setSpacing(8)
        box.addWidget(self.head)
        box.addWidget(self.problems)
        for section in SECTIONS:
            box.addWidget(hairline())
            box.addWidget(self._section(section))
        box.addStretch(1)
        self.head.renamed.connect(self._rename)
        desk.changed.connect(self._refresh)

    def show_journey(self, journey: Journey) -> None:
        """Show a journey; nothing is told of it."""
        before, self._journey = self._journey, journey
        if before != journey:
            for form in self.forms:
                form.show_record(journey)
        self._refresh()

    def field(self, attribute: str) -> Any:  # noqa: ANN401  # each is of its own class
        """Return the field of an attribute."""
        return next(it.fields[attribute] for it in self.forms if attribute in it.fields)

    def _section(self, section: JourneySection) -> Section:
        say, content = self._desk.say, QWidget()
        form = RecordForm(self._desk, section.specs)
        form.edited.connect(self._take)
        self.forms.append(form)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(form)
        if section.hint.text:
            inside.addWidget(label(say(section.hint), "muted", wrap=True))
        return Section(self._desk.theme, section.icon, say(section.title), content)

    def _refresh(self) -> None:
        if self._journey is not None:
            self.head.show_head(self._journey.name)
            self.problems.show_places((self._journey.id,))

    def _rename(self, name: str) -> None:
        if self._journey is not None:
            self._take(replace(self._journey, name=name), "name")

    def _take(self, journey: Journey, attribute: str) -> None:
        self._journey = journey
        for form in self.forms:
            form.take_over(journey)
        self.edited.emit(journey, f"{journey.id}.{attribute}")

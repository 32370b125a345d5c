"""JourneyInsight: what was found in the journey that is edited, shown beside it as it changes."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.journey.data_file import DataFile
from studio.journey.journey import Journey
from studio.journey.problem import Known, Problem, Repair, Severity
from studio.journey.undo import History
from studio.journey.walk import requests_of
from ui.bridge.journey_reader import JourneyReader, Reading
from ui.bridge.language import Say
from ui.bridge.open_journeys import OpenedJourney
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.journey_controller import JourneyController
from ui.journey.reading_words import (
    drawn_wires,
    marks_of,
    problem_lines,
    tones_of,
    variable_lines,
)
from ui.journey.step_model import Beside, Told

_SHORT = 300
"""Of a journey with no more requests the code is written at each edit: a pane shows its part."""


@dataclass(frozen=True)
class InsightParts:
    """What it joins."""

    page: JourneyEditorPage
    controller: JourneyController
    reader: JourneyReader


class JourneyInsight(QObject):
    """Problems, wires, variables and code of a journey.

    Signals:
        counted: How many problems and how many doubts there are.
        read: A `Reading` of the journey as it stands.
    """

    counted = Signal(int, int)
    read = Signal(object)

    def __init__(self, parts: InsightParts, say: Say, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._controller, self._reader = parts.page, parts.controller, parts.reader
        self._say = say
        self._known = Known()
        self._beside = Beside()
        self._wants_code = False
        self._controller.shown.connect(self._ask)
        self._reader.read.connect(self._show)
        self._page.code_wanted.connect(self._want_code)
        self._page.inspector.repair_asked.connect(self.repair)

    @property
    def known(self) -> Known:
        """What there is around the journey."""
        return self._known

    def begin(self, opened: OpenedJourney) -> None:
        """Begin with another journey: nothing is known of it yet but what is around it."""
        self._known = Known(data_files=opened.data_files, allows_code=opened.allows_code)
        self._beside = Beside()
        self._page.show_beside(self._beside)

    def know_data(self, data_files: tuple[DataFile, ...]) -> None:
        """Look at the journey again, for there are other data files now."""
        if data_files == self._known.data_files:
            return
        self._known = replace(self._known, data_files=data_files)
        if self._controller.history is not None:
            self._read(self._controller.history.journey)

    def tell(self, told: dict[str, Told]) -> None:
        """Show what a trial has said."""
        self._beside = replace(self._beside, told=told)
        self._page.show_beside(self._beside)

    def show_found(self, found: frozenset[str]) -> None:
        """Mark what a search has found."""
        self._beside = replace(self._beside, found=found)
        self._page.show_beside(self._beside)

    def repair(self, act: object) -> None:
        """Do what was chosen about a problem."""
        history = self._controller.history
        if not isinstance(act, Repair) or history is None:
            return
        try:
            self._controller.apply(act.edit(history.journey))
        except StudioError as error:
            self._page.show_error(error)

    def _ask(self, history: History) -> None:
        self._read(history.journey)

    def _want_code(self, is_wanted: bool) -> None:  # a slot
        self._wants_code = is_wanted
        if is_wanted and self._controller.history is not None:
            self._read(self._controller.history.journey)

    def _read(self, journey: Journey) -> None:
        is_short = sum(1 for _ in requests_of(journey)) <= _SHORT
        self._reader.ask(journey, self._known, wants_code=self._wants_code or is_short)

    def _show(self, reading: Reading) -> None:
        history = self._controller.history
        if history is None or history.journey is not reading.journey:
            return
        wires = drawn_wires(reading.wires)
        marks = marks_of(reading.problems, self._say)
        self._beside = replace(self._beside, wires=wires, marks=marks)
        self._page.show_beside(self._beside)
        inspector = self._page.inspector
        inspector.show_problems(problem_lines(reading.problems))
        lines = variable_lines(reading.wires, reading.names, tones_of(wires))
        inspector.show_variables(lines)
        if reading.source is not None:
            self._page.code_panel.show_source(reading.source)
        elif reading.refusal is not None:
            self._page.code_panel.show_error(reading.refusal)
        self.counted.emit(*_counts(reading.problems))
        self.read.emit(reading)


def _counts(problems: tuple[Problem, ...]) -> tuple[int, int]:
    bad = sum(it.severity is Severity.ERROR for it in problems)
    return bad, len(problems) - bad

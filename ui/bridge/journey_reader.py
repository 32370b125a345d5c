"""JourneyReader: reads the journey that is edited off the GUI thread: problems, wires, code."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.journey.inspection import Inspector
from studio.journey.journey import Journey
from studio.journey.problem import Known, Problem
from studio.journey.wires import Wire
from studio.locustfile.emit import emit_mapped
from studio.locustfile.planning import plan_journeys
from studio.locustfile.source_map import MappedSource
from ui.bridge.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in a journey."""

    journey: Journey
    problems: tuple[Problem, ...]
    wires: tuple[Wire, ...]
    names: dict[str, str]
    """What each node and request is called, by id."""

    source: MappedSource | None
    """Its locustfile; None: it cannot be written, or nobody has asked."""

    refusal: StudioError | None
    """Why it cannot be written."""


@dataclass(frozen=True, slots=True)
class _Asked:
    journey: Journey
    known: Known
    wants_code: bool


class JourneyReader(QObject):
    """Reads one state of a journey at a time; of those asked for meanwhile, only the last.

    Signals:
        read: A `Reading`.
    """

    read = Signal(object)

    def __init__(self, lane: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = lane
        self._inspector = Inspector()
        self._next: _Asked | None = None
        self._is_busy = self._is_closed = False

    def close(self) -> None:
        """Read nothing any longer, and wait for what is being read."""
        self._is_closed, self._next = True, None
        self._lane.finish()

    def ask(self, journey: Journey, known: Known, *, wants_code: bool) -> None:
        """Read a journey, with what there is around it."""
        if self._is_closed:
            return
        self._next = _Asked(journey, known, wants_code)
        if not self._is_busy:
            self._begin()

    def _begin(self) -> None:
        asked, self._next = self._next, None
        if asked is None:
            self._is_busy = False
            return
        self._is_busy = True
        self._lane.run(lambda: self._read(asked), self._tell, self._refuse)

    def _read(self, asked: _Asked) -> Reading:
        journey, known = asked.journey, asked.known
        source, refusal = None, None
        if asked.wants_code:
            try:
                source = emit_mapped(plan_journeys([(journey, 1)], known.data_files or ()))
            except StudioError as error:
                refusal = error
        return Reading(
            journey,
            self._inspector.inspect(journey, known),
            self._inspector.wiring.wires(journey),
            self._inspector.wiring.names(journey),
            source,
            refusal,
        )

    def _tell(self, reading: Reading) -> None:
        if (
            self._next is None and not self._is_closed
        ):  # what is outdated already is not worth a repaint
            self.read.emit(reading)
        self._begin()

    def _refuse(self, error: StudioError) -> None:
        raise AssertionError(str(error))  # reading refuses nothing: what it finds are problems

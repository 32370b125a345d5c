"""NodePanel: the pane of whatever is chosen in a journey's tree."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout

from studio.journey.journey import Journey
from studio.journey.node import Node, Step
from ui.journey.pane.block_panel import BlockPanel
from ui.journey.pane.desk import Desk
from ui.journey.pane.journey_panel import JourneyPanel
from ui.journey.pane.node_head import NodeHead
from ui.journey.pane.step_panel import StepPanel


class NodePanel(QFrame):
    """A card with one pane for each kind of node, made when it is first shown.

    It never touches a project: it is given a node, and tells of the changed one.

    Signals:
        node_edited: The node after a change by hand, and the field being typed in; empty: one act.
        journey_edited: The journey, likewise.
        copy_asked: The id of a node that is to be duplicated.
        delete_asked: The id of a node that is to go.
        request_asked: The id of a step that is to have another request.
        request_dropped: The id of a request that is to go.
        request_chosen: The id of the request that is shown now.
    """

    node_edited = Signal(object, str)
    journey_edited = Signal(object, str)
    copy_asked = Signal(str)
    delete_asked = Signal(str)
    request_asked = Signal(str)
    request_dropped = Signal(str)
    request_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Node | Journey | None = None
        self.setProperty("card", True)
        self._panes: dict[type, Any] = {}
        self._stack = QStackedWidget()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._stack)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self._scroll)

    @property
    def pane(self) -> Any:  # noqa: ANN401  # each kind has its own
        """The pane that is shown."""
        return self._stack.currentWidget()

    def show_node(self, node: Node) -> None:
        """Show a node; nothing is told of it."""
        pane = self._open(node)
        pane.show_step(node) if isinstance(node, Step) else pane.show_node(node)
        self._shown = node

    def show_journey(self, journey: Journey) -> None:
        """Show what holds for a whole journey."""
        self._open(journey).show_journey(journey)
        self._shown = journey

    def choose_request(self, request_id: str) -> None:
        """Show one of the requests of the step that is shown."""
        if isinstance(self._shown, Step):
            self.pane.choose_request(request_id)

    def rename(self) -> None:
        """Let the name be typed."""
        if self._shown is not None:
            self.pane.head.rename()

    def _open(self, thing: Node | Journey) -> Any:  # noqa: ANN401
        """Return the pane for a thing, at its top when the thing is another."""
        kind = type(thing)
        if kind not in self._panes:
            self._panes[kind] = self._make(kind)
            self._stack.addWidget(self._panes[kind])
        self._stack.setCurrentWidget(self._panes[kind])
        if self._shown is None or self._shown.id != thing.id:
            self._scroll.verticalScrollBar().setValue(0)
        return self._panes[kind]

    def _make(self, kind: type) -> Any:  # noqa: ANN401
        if kind is Journey:
            pane = JourneyPanel(self._desk)
            pane.edited.connect(self._tell_journey)
            return pane
        pane = StepPanel(self._desk) if kind is Step else BlockPanel(self._desk, kind)
        pane.edited.connect(self._tell)
        self._connect_head(pane.head)
        if isinstance(pane, StepPanel):
            pane.request_asked.connect(self._ask_request)
            pane.request_dropped.connect(self.request_dropped)
            pane.request_chosen.connect(self.request_chosen)
        return pane

    def _connect_head(self, head: NodeHead) -> None:
        head.copy_asked.connect(lambda: self.copy_asked.emit(self._id))
        head.delete_asked.connect(lambda: self.delete_asked.emit(self._id))

    @property
    def _id(self) -> str:
        return self._shown.id if self._shown is not None else ""

    def _tell(self, node: Node, key: str) -> None:
        self._shown = node
        self.node_edited.emit(node, _typing(key))

    def _tell_journey(self, journey: Journey, key: str) -> None:
        self._shown = journey
        self.journey_edited.emit(journey, _typing(key))

    def _ask_request(self) -> None:
        self.request_asked.emit(self._id)


def _typing(key: str) -> str:
    """Return the key by which changes merge; an act, such as adding a row, stands alone."""
    return "" if key.rpartition(".")[2] in _ACTS else key


_ACTS = {"add", "remove", "move", "paste", "kind", "on"}

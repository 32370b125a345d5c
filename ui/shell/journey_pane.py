"""JourneyPane: the pane of whatever is chosen in the tree, and what is changed in it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.journey.clipboard import duplicate
from studio.journey.edit import Edit
from studio.journey.editing import change_node, change_settings, delete
from studio.journey.journey import Journey
from studio.journey.node import Node
from studio.journey.request_edits import add_request
from studio.journey.spot import find_node
from studio.phrase import Phrase
from ui.bridge.journey_reader import Reading
from ui.bridge.language import Say
from ui.journey.around_words import Read, around_journey, around_node
from ui.journey.line import Line, LineKind
from ui.journey.pane.desk import Around, Desk
from ui.journey.pane.node_panel import NodePanel
from ui.shell.journey_insight import InsightParts, JourneyInsight
from ui.theme.theme import Theme


class JourneyPane(QObject):
    """Shows the chosen node beside the steps, and makes edits of what is changed there."""

    def __init__(
        self, parts: InsightParts, insight: JourneyInsight, theme: Theme, say: Say
    ) -> None:
        super().__init__(insight)
        self._page, self._controller, self._insight = parts.page, parts.controller, insight
        self._say = say
        self._around = Around()
        self.desk = Desk(theme, say)
        self.panel = NodePanel(self.desk)
        parts.page.put_pane(self.panel)
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        self._page.chosen_changed.connect(self._show)
        self._insight.read.connect(self._take)
        self.desk.repair_asked.connect(self._insight.repair)
        self.desk.code_asked.connect(self._show_code)
        panel.node_edited.connect(self._change_node)
        panel.journey_edited.connect(self._change_journey)
        panel.copy_asked.connect(self._copy)
        panel.delete_asked.connect(self._delete)
        panel.request_asked.connect(self._add_request)
        panel.request_dropped.connect(self._drop_request)

    def _show(self) -> None:
        history = self._controller.history
        if history is None:
            return
        line = self._line()
        if line is None:
            self.panel.show_journey(history.journey)
            return
        node_id = line.owner if line.kind is LineKind.REQUEST else line.node
        try:
            node = find_node(history.journey, node_id)
        except StudioError:  # it is gone, and the tree has not told yet
            return
        owner = self._owner(line)
        self.desk.show_around(around_node(self._around, history.journey, owner))
        self.panel.show_node(node)
        if line.kind is LineKind.REQUEST:
            self.panel.choose_request(line.node)

    def _line(self) -> Line | None:
        """Return the one line that is chosen; None: none is, or a section."""
        chosen = self._page.tree.chosen
        return chosen[0] if len(chosen) == 1 else None

    def _owner(self, line: Line) -> Line:
        return self._page.tree.lines_model.lines[line.parent] if self._is_request(line) else line

    def _is_request(self, line: Line) -> bool:
        return line.kind is LineKind.REQUEST

    def _take(self, reading: Reading) -> None:
        read = Read(reading.wires, reading.problems, reading.names, reading.source)
        known = self._insight.known
        self._around = around_journey(reading.journey, read, known, self._numbers(), self._say)
        self._show()

    def _numbers(self) -> Mapping[str, int]:
        model = self._page.tree.lines_model
        found: dict[str, int] = {}
        for key, row in model.rows.items():
            line = model.lines[row]
            number = line.number or model.lines[max(0, line.parent)].number
            if number:
                found[key] = number
        return found

    def _change_node(self, node: Node, key: str) -> None:
        self._edit(lambda journey: change_node(journey, node, key))

    def _change_journey(self, changed: Journey, key: str) -> None:
        self._edit(lambda journey: change_settings(journey, changed, key))

    def _copy(self, node: str) -> None:
        self._edit(lambda journey: duplicate(journey, [node]))

    def _delete(self, node: str) -> None:
        history = self._controller.history
        if history is not None:
            name = find_node(history.journey, node).name
            self._edit(lambda journey: delete(journey, [node]))
            words = Phrase("journey", "Deleted “{name}”").of(name=name[:60])
            self._page.undoable.emit(self._say(words))

    def _add_request(self, step: str) -> None:
        self._edit(lambda journey: add_request(journey, step))

    def _drop_request(self, request: str) -> None:
        self._edit(lambda journey: delete(journey, [request]))

    def _show_code(self, _node: str) -> None:
        self._page.header.view_segment.choose(1)

    def _edit(self, make: Callable[[Journey], Edit]) -> None:
        history = self._controller.history
        if history is None:
            return
        try:
            self._controller.apply(make(history.journey))
        except StudioError as error:
            self._page.show_error(error)

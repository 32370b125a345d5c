"""BlockPanel: the pane of a loop, a choice, a condition, a group or a block of code."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.node import CodeBlock
from studio.phrase import Phrase
from ui.journey.pane.becomes import Becomes
from ui.journey.pane.block_kinds import BLOCKS
from ui.journey.pane.desk import Desk
from ui.journey.pane.node_details import NodeDetails
from ui.journey.pane.node_head import NodeHead
from ui.journey.pane.problem_lines import ProblemLines
from ui.journey.pane.record_form import RecordForm
from ui.journey.pane.section import Section
from ui.theme.icons import Icon
from ui.widget.icon_label import IconLabel
from ui.widget.layout import frame, hairline, row
from ui.widget.text import label


class BlockPanel(QWidget):
    """Everything about one block, but for what stands in it.

    Signals:
        edited: The block after a change by hand, and the key by which such changes merge.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk, kind: type[Any]) -> None:
        super().__init__()
        plan = BLOCKS[kind]
        self._desk = desk
        self._node: Any = None
        self.head = NodeHead(desk, plan.icon)
        self.problems = ProblemLines(desk)
        self.form = RecordForm(desk, plan.specs)
        self.becomes = Becomes(desk)
        self.details = NodeDetails(desk, kind)
        self.untrusted = _untrusted(desk)
        self._lay_out(kind)
        self._connect()

    def show_node(self, node: Any) -> None:  # noqa: ANN401  # any block
        """Show a block; nothing is told of it."""
        self._node = node
        self.form.show_record(node)
        self.details.show_node(node)
        self._refresh()

    def _refresh(self) -> None:
        if self._node is None:
            return
        self.head.show_head(self._node.name, is_on=self._node.is_on)
        self.problems.show_places((self._node.id,))
        self.becomes.show_node(self._node.id)
        is_code = isinstance(self._node, CodeBlock)
        self.untrusted.setVisible(is_code and not self._desk.around.may_run_code)

    def _lay_out(self, kind: type[Any]) -> None:
        plan, say, theme = BLOCKS[kind], self._desk.say, self._desk.theme
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.untrusted)
        inside.addWidget(self.form)
        if plan.hint.text:
            inside.addWidget(label(say(plan.hint), "muted", wrap=True))
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 8, 14, 12)
        box.setSpacing(8)
        box.addWidget(self.head)
        box.addWidget(self.problems)
        box.addWidget(hairline())
        box.addWidget(Section(theme, plan.part_icon, say(plan.title), content))
        box.addWidget(hairline())
        words = say(Phrase("journey", "Becomes"))
        box.addWidget(Section(theme, Icon.CODE, words, self.becomes))
        box.addWidget(hairline())
        box.addWidget(self.details)
        box.addStretch(1)

    def _connect(self) -> None:
        self.head.renamed.connect(self._rename)
        self.head.switched.connect(self._switch)
        self.form.edited.connect(self._tell)
        self.details.edited.connect(self._tell)
        self._desk.changed.connect(self._refresh)

    def _rename(self, name: str) -> None:
        self._tell(replace(self._node, name=name), "name")

    def _switch(self, is_on: bool) -> None:
        self._tell(replace(self._node, is_on=is_on), "on")
        self._refresh()

    def _tell(self, node: Any, key: str) -> None:  # noqa: ANN401
        self._node = node
        self.form.take_over(node)
        self.details.take_over(node)
        self.edited.emit(node, f"{node.id}.{key}")


def _untrusted(desk: Desk) -> QWidget:
    """Return the line that says why code does not run."""
    plate = frame(soft="warn")
    words = Phrase("journey", "Code does not run here yet: this project is not trusted.")
    parts = row(
        IconLabel(desk.theme, Icon.LOCK, "warn", 15), label(desk.say(words), wrap=True), spacing=8
    )
    parts.setStretch(1, 1)
    parts.setContentsMargins(10, 6, 10, 6)
    plate.setLayout(parts)
    plate.hide()
    return plate

"""NodeDetails: what every node has besides its work: weight, what follows, labels, a note."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.node import Group, Node, Step
from studio.journey.order import Order
from studio.journey.typed_line import list_text, read_list
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.folds import Folds
from ui.journey.pane.making import count, flag, line
from ui.journey.pane.next_table import NextTable
from ui.journey.pane.note_field import NoteField
from ui.journey.pane.record_form import RecordForm, Spec

_MOST_WEIGHT = 10_000

WEIGHT = Spec("weight", Phrase("journey", "Drawn how often"), count(0, _MOST_WEIGHT))
NEXT = Spec("next", Phrase("journey", "Then follows"), NextTable)
LABELS = Spec("labels", Phrase("journey", "Labels"), line(read_list, list_text, "read, slow"))
COUNTED = Spec(
    "is_counted",
    Phrase("journey", "A row of its own in the statistics, for the whole step"),
    flag,
    lambda node: isinstance(node, (Step, Group)),
    names_itself=True,
)
NOTE = Spec("note", Phrase("journey", "Note"), NoteField)


class NodeDetails(QWidget):
    """Links to what is seldom changed about a node.

    Signals:
        edited: The node after a change by hand, and what of it was changed.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk, kind: type[Any]) -> None:
        super().__init__()
        self._desk = desk
        self._forms: dict[str, RecordForm] = {}
        self._node: Any = None
        self.folds = Folds(desk)
        has_count = kind in (Step, Group)
        plan = {
            "weight": (Phrase("journey", "How often"), (WEIGHT,)),
            "next": (Phrase("journey", "What follows"), (NEXT,)),
            "labels": (Phrase("journey", "Labels"), (LABELS,)),
            "note": (Phrase("journey", "Note"), (NOTE,)),
            "counted": (Phrase("journey", "Statistics"), (COUNTED,)),
        }
        for key, (words, specs) in plan.items():
            if key != "counted" or has_count:
                make = partial(self._make, key, specs)
                self.folds.add(key, desk.say(words), make, partial(self._fill, key))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.folds)
        desk.changed.connect(self._offer)

    def show_node(self, node: Node) -> None:
        """Show a node; nothing is told of it."""
        self._node = node
        self.folds.show_value(node)
        self._offer()

    def take_over(self, node: Node) -> None:
        """Go on with a node that was changed elsewhere."""
        self._node = node
        self.folds.keep(node)
        for form in self._forms.values():
            form.take_over(node)

    def _make(self, key: str, specs: tuple[Spec, ...]) -> RecordForm:
        form = RecordForm(self._desk, specs)
        form.edited.connect(self._tell)
        self._forms[key] = form
        return form

    def _fill(self, key: str, node: Node) -> None:
        self._forms[key].show_record(node)

    def _offer(self) -> None:
        """Show the links that mean anything where the node stands."""
        order, say, node = self._desk.around.order, self._desk.say, self._node
        if node is None:
            return
        self.folds.link("weight").setVisible(order is Order.WEIGHTED)
        self.folds.link("next").setVisible(order is Order.CHAIN)
        self.folds.link("labels").setVisible(order is Order.WEIGHTED or bool(node.labels))
        weight = Phrase("journey", "How often: {weight}").of(weight=node.weight)
        self.folds.say_of("weight", say(weight))
        labels = Phrase("journey", "Labels: {labels}").of(labels=list_text(node.labels))
        self.folds.say_of("labels", say(labels if node.labels else Phrase("journey", "Labels")))
        note = Phrase("journey", "Note ✓") if node.note else Phrase("journey", "Note")
        self.folds.say_of("note", say(note))

    def _tell(self, node: Node, attribute: str) -> None:
        self.take_over(node)
        self._offer()
        self.edited.emit(node, attribute)

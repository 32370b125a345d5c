"""GraphqlEdit: a GraphQL operation, its variables and its name."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from studio.journey.body import GraphqlBody
from studio.journey.json_shown import Holes
from studio.phrase import Phrase
from ui.journey.pane.code_edit import CodeEdit
from ui.journey.pane.desk import Desk
from ui.journey.pane.json_edit import JsonEdit
from ui.widget.text import label


class GraphqlEdit(QWidget):
    """The three parts of a GraphQL body.

    Signals:
        edited: The body after a change by hand, and what of it was changed.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._body = GraphqlBody("")
        query, variables = Phrase("journey", "Operation"), Phrase("journey", "Variables, as JSON")
        name = Phrase("journey", "Name of the operation, if it has several")
        self.query_edit = CodeEdit(desk.say(query), 5)
        self.variables_edit = JsonEdit(desk, desk.say(variables), may_be_empty=True)
        self.name_edit = QLineEdit()
        self.name_edit.setAccessibleName(desk.say(name))
        self.name_edit.setPlaceholderText(desk.say(name))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.query_edit)
        box.addWidget(label(desk.say(variables), "label"))
        box.addWidget(self.variables_edit)
        box.addWidget(self.name_edit)
        self.setFocusProxy(self.query_edit)
        self.query_edit.edited.connect(self._take_query)
        self.variables_edit.edited.connect(self._take_variables)
        self.name_edit.textEdited.connect(self._take_name)

    def show_record(self, body: GraphqlBody) -> None:
        """Show a body; nothing is told of it."""
        self._body = body
        self.query_edit.show_text(body.query)
        self.variables_edit.show_json(body.variables, body.holes)
        if self.name_edit.text() != body.operation:
            self.name_edit.setText(body.operation)

    def _take_query(self, query: str) -> None:
        self._tell(replace(self._body, query=query), "query")

    def _take_variables(self, found: tuple[str, Holes]) -> None:
        self._tell(replace(self._body, variables=found[0], holes=found[1]), "variables")

    def _take_name(self, name: str) -> None:
        self._tell(replace(self._body, operation=name), "operation")

    def _tell(self, body: GraphqlBody, part: str) -> None:
        self._body = body
        self.edited.emit(body, part)

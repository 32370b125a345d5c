"""JsonEdit: a JSON text with variables in its values, and below it what is wrong with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.journey.json_shown import Holes, read_shown_json, shown_json
from ui.journey.pane.desk import Desk
from ui.journey.pane.template_edit import TemplateEdit
from ui.widget.layout import restyle
from ui.widget.text import label

_LEAST_LINES = 4


class JsonEdit(QWidget):
    """A JSON text in which holes are seen as their variables.

    Signals:
        edited: The text and its holes, as a pair, after a change by hand that left it JSON.
        broken: What is shown, after a change that did not.
    """

    edited = Signal(object)
    broken = Signal(str)

    def __init__(self, desk: Desk, name: str, *, may_be_empty: bool = False) -> None:
        super().__init__()
        self._desk, self._may_be_empty = desk, may_be_empty
        self._text, self._holes = "", ()
        self.edit = TemplateEdit(desk, name, _LEAST_LINES, is_json=True)
        self.problem = label("", "bad", wrap=True)
        self.problem.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        box.addWidget(self.edit)
        box.addWidget(self.problem)
        self.setFocusProxy(self.edit)
        self.edit.shown_changed.connect(self._read)

    def show_json(self, text: str, holes: Holes) -> None:
        """Show a JSON text; nothing is told of it."""
        self._text, self._holes = text, holes
        self.edit.show_shown(shown_json(text, holes))
        self._judge()

    def show_broken(self, shown: str) -> None:
        """Show a text that is no JSON yet."""
        self.edit.show_shown(shown)
        self._judge()

    def _judge(self) -> None:
        """Say what is wrong with what is shown, if anything is."""
        try:
            self._found(self.edit.shown)
        except StudioError as error:
            self._complain(error)
        else:
            self._praise()

    def _found(self, shown: str) -> tuple[str, Holes]:
        if self._may_be_empty and not shown.strip():
            return "", ()
        return read_shown_json(shown, self._text, self._holes)

    def _read(self, shown: str) -> None:
        try:
            found = self._found(shown)
        except StudioError as error:
            self._complain(error)
            self.broken.emit(shown)
        else:
            self._text, self._holes = found
            self._praise()
            self.edited.emit(found)

    def _complain(self, error: StudioError) -> None:
        self.problem.setText(self._desk.say(error.happened))
        self.problem.show()
        restyle(self.edit, "wrong", value=True)

    def _praise(self) -> None:
        self.problem.hide()
        restyle(self.edit, "wrong", value=False)

"""NoteField: free text of several lines, plain."""

from typing import Any

from ui.journey.pane.code_edit import CodeEdit
from ui.journey.pane.desk import Desk
from ui.journey.pane.field import Field

_LINES = 3


class NoteField(Field):
    """A note; it becomes a comment."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.edit = CodeEdit(name, _LINES)
        super().__init__(desk, self.edit)
        self.edit.edited.connect(self._tell)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a note."""
        self.edit.show_text(value)

    def _tell(self, note: str) -> None:
        self.edited.emit(note)

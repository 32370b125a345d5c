"""BodyEdit: what a request sends: its kind, and the editor of that kind."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.body import NO_BODY, Body
from studio.journey.body_kinds import BodyKind, kind_of, turned_into
from studio.phrase import Phrase
from ui.journey.pane.body_editors import EDITORS
from ui.journey.pane.desk import Desk
from ui.widget.segment import Segment

KINDS = {
    BodyKind.JSON: Phrase("journey", "JSON"),
    BodyKind.FORM: Phrase("journey", "Form"),
    BodyKind.FILE: Phrase("journey", "File"),
    BodyKind.TEXT: Phrase("journey", "Text"),
    BodyKind.XML: Phrase("journey", "XML"),
    BodyKind.PARTS: Phrase("journey", "Parts"),
    BodyKind.GRAPHQL: Phrase("journey", "GraphQL"),
    BodyKind.NONE: Phrase("journey", "None"),
}
"""Every kind of body, in the order they are offered."""

_ORDER = tuple(KINDS)


class BodyEdit(QWidget):
    """A choice of the kind, and below it the body of that kind.

    Signals:
        edited: The body after a change by hand, and the key by which such changes merge.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._body = desk, NO_BODY
        self._former: dict[BodyKind, Body] = {}
        self._is_showing = False
        words = [desk.say(it) for it in KINDS.values()]
        name = desk.say(Phrase("journey", "Kind of body"))
        self.body_segment = Segment(words, _ORDER.index(BodyKind.NONE), name, wraps=True)
        self.body_segment.setObjectName("body_segment")
        self.editors: dict[BodyKind, Any] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(self.body_segment)
        self.body_segment.chosen_changed.connect(self._change_kind)

    def show_body(self, body: Body, *, is_another: bool = False) -> None:
        """Show a body; nothing is told of it.

        Args:
            body: The body.
            is_another: It is of another request: what this one was before is forgotten.
        """
        if is_another:
            self._former = {}
        elif body == self._body and self.editors:
            return
        self._body = body
        kind = kind_of(body)
        self._is_showing = True
        self.body_segment.choose(_ORDER.index(kind))
        self._is_showing = False
        self._former[kind] = body
        self._show(kind)

    def _show(self, kind: BodyKind) -> None:
        if kind not in self.editors and kind is not BodyKind.NONE:
            editor = self._make(kind)
            editor.setObjectName("body_edit")
            self.editors[kind] = editor
            self._box.addWidget(editor)
        for other, editor in self.editors.items():
            editor.setVisible(other is kind)
        if kind is not BodyKind.NONE:
            self.editors[kind].show_record(self._body)

    def _make(self, kind: BodyKind) -> Any:  # noqa: ANN401  # a form: `show_record`, `edited`
        editor = EDITORS[kind](self._desk)
        editor.edited.connect(self._take)
        return editor

    def _change_kind(self, place: int) -> None:
        if self._is_showing:
            return
        kind = _ORDER[place]
        self._body = self._former.get(kind) or turned_into(self._body, kind)
        self._former[kind] = self._body
        self._show(kind)
        self.edited.emit(self._body, "body.kind")

    def _take(self, body: Body, part: str) -> None:
        self._body = body
        self._former[kind_of(body)] = body
        self.edited.emit(body, f"body.{part}")

"""The editors of each kind of body; each shows one by `show_record` and tells of it by `edited`."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from studio.journey.body import FormBody, JsonBody, PartsBody, RawBody
from studio.journey.body_kinds import JSON_TYPE, BodyKind
from studio.journey.json_shown import Holes
from studio.journey.template import TemplateError, Text, put_together, take_apart
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.graphql_edit import GraphqlEdit
from ui.journey.pane.json_edit import JsonEdit
from ui.journey.pane.making import line
from ui.journey.pane.menu_field import AttachmentField
from ui.journey.pane.pair_row import Pair
from ui.journey.pane.pairs_table import FORM, PairsTable, as_pairs, from_pairs
from ui.journey.pane.parts_edit import PartsEdit
from ui.journey.pane.record_form import RecordForm, Spec
from ui.journey.pane.template_edit import TemplateEdit
from ui.widget.layout import row
from ui.widget.text import label

_TYPE = Phrase("journey", "Content type")
_LINES = 5


class JsonBodyEdit(QWidget):
    """A JSON body; what is no JSON yet is kept as a text of that type.

    Signals:
        edited: The body after a change by hand, and what of it was changed.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._type = JSON_TYPE
        self.json = JsonEdit(desk, desk.say(Phrase("journey", "JSON")))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.json)
        self.setFocusProxy(self.json)
        self.json.edited.connect(self._take)
        self.json.broken.connect(self._take_broken)

    def show_record(self, body: JsonBody | RawBody) -> None:
        """Show a body; nothing is told of it."""
        match body:
            case JsonBody(text, holes):
                self._type = JSON_TYPE
                self.json.show_json(text, holes)
            case RawBody(text, content_type):
                self._type = content_type
                self.json.show_broken(put_together(text))

    def _take(self, found: tuple[str, Holes]) -> None:
        self.edited.emit(JsonBody(*found), "json")

    def _take_broken(self, shown: str) -> None:
        try:
            text = take_apart(shown)
        except TemplateError:
            return  # it is said below
        self.edited.emit(RawBody(text, self._type), "json")


class FormBodyEdit(QWidget):
    """A form's fields.

    Signals:
        edited: The body after a change by hand, and what of it was changed.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.fields = PairsTable(desk, FORM)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.fields)
        self.fields.edited.connect(self._take)

    def show_record(self, body: FormBody) -> None:
        """Show a body; nothing is told of it."""
        self.fields.show_pairs(as_pairs(body.fields))

    def _take(self, pairs: tuple[Pair, ...], key: str) -> None:
        self.edited.emit(FormBody(from_pairs(pairs)), key)


class PartsBodyEdit(QWidget):
    """The parts of a multipart body.

    Signals:
        edited: The body after a change by hand, and what of it was changed.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.parts = PartsEdit(desk)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.parts)
        self.parts.edited.connect(self._take)

    def show_record(self, body: PartsBody) -> None:
        """Show a body; nothing is told of it."""
        self.parts.show_items(body.parts)

    def _take(self, parts: tuple[Any, ...], key: str) -> None:
        self.edited.emit(PartsBody(parts), key)


class RawBodyEdit(QWidget):
    """A text of any kind, and its content type.

    Signals:
        edited: The body after a change by hand, and what of it was changed.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._body = RawBody("", "")
        self.edit = TemplateEdit(desk, desk.say(Phrase("journey", "Text")), _LINES)
        self.type_edit = QLineEdit()
        self.type_edit.setAccessibleName(desk.say(_TYPE))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.edit)
        words = label(desk.say(_TYPE), "label")
        line_ = row(words, self.type_edit)
        line_.setStretch(1, 1)
        box.addLayout(line_)
        self.setFocusProxy(self.edit)
        self.edit.text_changed.connect(self._take_text)
        self.type_edit.textEdited.connect(self._take_type)

    def show_record(self, body: RawBody) -> None:
        """Show a body; nothing is told of it."""
        self._body = body
        self.edit.show_text(body.text)
        if self.type_edit.text() != body.type:
            self.type_edit.setText(body.type)

    def _take_text(self, text: Text) -> None:
        self._tell(replace(self._body, text=text), "text")

    def _take_type(self, content_type: str) -> None:
        self._tell(replace(self._body, type=content_type), "type")

    def _tell(self, body: RawBody, part: str) -> None:
        self._body = body
        self.edited.emit(body, part)


_FILE_SPECS = (
    Spec("file", Phrase("journey", "File"), AttachmentField),
    Spec("type", _TYPE, line(hint="application/octet-stream")),
)

EDITORS: Mapping[BodyKind, Callable[[Desk], Any]] = {
    BodyKind.JSON: JsonBodyEdit,
    BodyKind.FORM: FormBodyEdit,
    BodyKind.FILE: lambda desk: RecordForm(desk, _FILE_SPECS),
    BodyKind.TEXT: RawBodyEdit,
    BodyKind.XML: RawBodyEdit,
    BodyKind.PARTS: PartsBodyEdit,
    BodyKind.GRAPHQL: GraphqlEdit,
}

"""UnionForm: a record of one of several kinds: which, and the fields of that."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.phrase import NOTHING, Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.field import Field
from ui.journey.pane.record_form import RecordForm, Spec
from ui.widget.choice_field import ChoiceField
from ui.widget.layout import row
from ui.widget.text import label


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the kinds a record may be of."""

    words: Phrase
    new: Callable[[], Any]
    """Makes one to begin with."""

    specs: tuple[Spec, ...] = ()
    hint: Phrase = NOTHING
    """A sentence below its fields."""


class UnionForm(QWidget):
    """A choice of the kind, and below it the fields of that kind.

    Signals:
        edited: The record with the change, and the name of the field; of the kind: `kind`.
    """

    edited = Signal(object, str)

    def __init__(
        self, desk: Desk, name: str, kinds: Mapping[type, Kind], *, is_within: bool = False
    ) -> None:
        """Make a form.

        Args:
            desk: The desk.
            name: Of the choice of the kind, for readers.
            kinds: What there is to choose from, in order.
            is_within: It stands within another form.
        """
        super().__init__()
        self._desk, self._kinds, self._is_within = desk, kinds, is_within
        self._types = tuple(kinds)
        self._former: dict[type, Any] = {}
        self.kind_box = ChoiceField(
            desk.theme, [desk.say(kind.words) for kind in kinds.values()], 0, name
        )
        self.kind_box.setObjectName("kind_box")
        self._forms: dict[type, RecordForm] = {}
        self._hint = label("", "muted", wrap=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addLayout(row(self.kind_box, None))
        self._box.addWidget(self._hint)
        self.setFocusProxy(self.kind_box)
        self.kind_box.chosen_changed.connect(self._change_kind)

    @property
    def form(self) -> RecordForm:
        """The fields of the kind that is shown."""
        return self._forms[self._types[self.kind_box.chosen]]

    @property
    def record(self) -> Any:  # noqa: ANN401
        """The record as it stands."""
        return self.form.record

    def show_record(self, record: Any) -> None:  # noqa: ANN401
        """Show another record; nothing is told of it."""
        self.kind_box.choose(self._types.index(type(record)))
        self._show(record)

    def _show(self, record: Any) -> None:  # noqa: ANN401
        kind = self._kinds[type(record)]
        if type(record) not in self._forms:
            form = RecordForm(self._desk, kind.specs, is_within=self._is_within)
            form.edited.connect(self._tell)
            self._forms[type(record)] = form
            self._box.insertWidget(self._box.count() - 1, form)
        for other, form in self._forms.items():
            form.setVisible(other is type(record) and bool(kind.specs))
        self._forms[type(record)].show_record(record)
        self._hint.setVisible(bool(kind.hint.text))
        self._hint.setText(self._desk.say(kind.hint) if kind.hint.text else "")
        self._former[type(record)] = record

    def _change_kind(self, place: int) -> None:
        wanted = self._types[place]
        record = self._former.get(wanted) or self._kinds[wanted].new()
        self._show(record)
        self.edited.emit(record, "kind")

    def _tell(self, record: object, attribute: str) -> None:
        self._former[type(record)] = record
        self.edited.emit(record, attribute)


class UnionField(Field):
    """A record of one of several kinds, as a field of a larger one."""

    def __init__(self, desk: Desk, name: str, kinds: Mapping[type, Kind]) -> None:
        self.union = UnionForm(desk, name, kinds, is_within=True)
        super().__init__(desk, self.union)
        self.union.edited.connect(self._tell)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show another record."""
        self.union.show_record(value)

    def _tell(self, record: object, _attribute: str) -> None:
        self.edited.emit(record)

"""RecordForm: the fields of one frozen record, below each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from studio.errors import StudioError
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.field import Field, Make
from ui.theme.tokens import TYPE
from ui.widget.text import label

_TOP_PX = 7
_TITLE_PX, _WITHIN_PX, _USUAL_PX = 112, 66, 13


def _always(_record: object) -> bool:
    return True


Get = Callable[[Any], Any]
Put = Callable[[Any, Any], Any]


@dataclass(frozen=True, slots=True)
class Spec:
    """One field of a record."""

    attribute: str
    title: Phrase
    """What stands before it; a field that says it itself has none there."""

    make: Make
    is_shown: Callable[[Any], bool] = _always
    """Whether the field means anything for a record as it stands."""

    names_itself: bool = False

    is_wide: bool = False
    """Whether it takes the whole width; its title is left out."""

    get: Get | None = None
    """Returns its value; None: that of the attribute."""

    put: Put | None = None
    """Returns the record with another value."""

    def value_of(self, record: Any) -> Any:  # noqa: ANN401
        """Return the value of this field."""
        return self.get(record) if self.get else getattr(record, self.attribute)

    def with_value(self, record: Any, value: Any) -> Any:  # noqa: ANN401
        """Return a record with another value in this field."""
        return self.put(record, value) if self.put else replace(record, **{self.attribute: value})


class RecordForm(QWidget):
    """The fields of one record, below each other.

    Signals:
        edited: The record with the change, and the name of the field.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk, specs: Sequence[Spec], *, is_within: bool = False) -> None:
        """Make a form.

        Args:
            desk: The desk.
            specs: Its fields, from the top down.
            is_within: It stands within another form, and leaves more room for its fields.
        """
        super().__init__()
        self._specs = tuple(specs)
        self._title_px = (_WITHIN_PX if is_within else _TITLE_PX) * TYPE["body"] // _USUAL_PX
        self._record: Any = None
        self.fields: dict[str, Field] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(10)
        self._form.setVerticalSpacing(6)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for spec in self._specs:
            self._add(desk, spec)
        if self._specs:
            self.setFocusProxy(self.fields[self._specs[0].attribute])

    @property
    def record(self) -> Any:  # noqa: ANN401
        """The record as it stands."""
        return self._record

    def show_record(self, record: Any) -> None:  # noqa: ANN401
        """Show another record; nothing is told of it."""
        self._record = record
        for spec in self._specs:
            self.fields[spec.attribute].show_value(spec.value_of(record))
        self._show_those_meant()

    def take_over(self, record: Any) -> None:  # noqa: ANN401
        """Go on with a record that was changed elsewhere, in what this form does not show."""
        self._record = record

    def _add(self, desk: Desk, spec: Spec) -> None:
        title = desk.say(spec.title)
        field = spec.make(desk, title)
        field.setObjectName(spec.attribute)
        self.fields[spec.attribute] = field
        field.edited.connect(partial(self._take, spec))
        if spec.is_wide:
            self._form.addRow(field)
            return
        words = label("" if spec.names_itself else title, "label", wrap=True)
        words.setContentsMargins(0, _TOP_PX, 0, 0)
        words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        words.setFixedWidth(self._title_px)
        self._form.addRow(words, field)

    def _take(self, spec: Spec, value: object) -> None:
        try:
            self._record = spec.with_value(self._record, value)
        except StudioError as error:
            self.fields[spec.attribute].refuse(error)
            return
        self._show_those_meant()
        self.edited.emit(self._record, spec.attribute)

    def _show_those_meant(self) -> None:
        for spec in self._specs:
            self._form.setRowVisible(self.fields[spec.attribute], spec.is_shown(self._record))

"""FoldingList: things in a row each, as a sentence; each opens to what can be changed about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout, QWidget

from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.layout import Part, frame, hairline, row

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class FoldPlan:
    """What a folding list holds."""

    key: str
    """By which changes of one row merge: `takes`."""

    name: Phrase
    """Of the list, for readers."""

    add: Phrase
    """On the link that adds one."""

    kinds: Sequence[tuple[Phrase, Callable[[], Any]]]
    """What can be added; with one kind the link adds it at once."""

    sentence: Callable[[Any, int], Sequence[Part]]
    """Returns what a folded row shows of a thing at a place."""

    words: Callable[[Any], str]
    """Returns a thing in words, for readers."""

    form: Callable[[], Any]
    """Makes a form: a widget with `show_record` and `edited`."""


class FoldingList(QWidget):
    """A list whose rows open in place.

    Signals:
        edited: All things after a change by hand, and the key by which such changes merge.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk, plan: FoldPlan) -> None:
        super().__init__()
        self._desk, self._plan = desk, plan
        self._items: tuple[Any, ...] = ()
        self.rows: list[FoldingRow] = []
        self._lines: list[QWidget] = []
        self._frame = frame(sunken=True)
        self._frame.setAccessibleName(desk.say(plan.name))
        self._inside = QVBoxLayout(self._frame)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self.add_link = Button(desk.theme, desk.say(plan.add), Icon.ADD, "link")
        self.add_link.setObjectName(f"add_{plan.key}")
        self.add_menu = QMenu(self.add_link)
        self._offer_kinds()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self._frame)
        box.addLayout(row(self.add_link, None))
        self._frame.hide()
        desk.changed.connect(self._refresh)

    @property
    def items(self) -> tuple[Any, ...]:
        """The things as they stand."""
        return self._items

    def show_items(self, items: Sequence[Any]) -> None:
        """Show other things; rows stay open while there are as many. Nothing is told of it."""
        if tuple(items) == self._items:
            return
        if len(items) == len(self._items):
            self._items = tuple(items)
            for line, item in zip(self.rows, items, strict=True):
                line.show_item(item)
        else:
            self._items = tuple(items)
            self._rebuild()

    def add(self, item: Any) -> None:  # noqa: ANN401  # a list of anything
        """Add one at the end, open."""
        self._set((*self._items, item), f"{self._plan.key}.add")
        self.rows[-1].open(is_open=True)

    def _offer_kinds(self) -> None:
        if len(self._plan.kinds) == 1:
            _, new = self._plan.kinds[0]
            self.add_link.clicked.connect(lambda: self.add(new()))
            return
        for words, new in self._plan.kinds:
            action = self.add_menu.addAction(self._desk.say(words))
            action.triggered.connect(partial(self._add_new, new))
        self.add_link.clicked.connect(self._pop_up)

    def _add_new(self, new: Callable[[], Any], _checked: bool = False) -> None:
        self.add(new())

    def _pop_up(self) -> None:
        self.add_menu.popup(self.add_link.mapToGlobal(self.add_link.rect().bottomLeft()))

    def _set(self, items: tuple[Any, ...], key: str) -> None:
        """Take over a list of another length or order, and tell it."""
        self._items = items
        self._rebuild()
        self.edited.emit(items, key)

    def _rebuild(self) -> None:
        for old in (*self.rows, *self._lines):
            self._inside.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows, self._lines = [], []
        for place, item in enumerate(self._items):
            if place:
                self._lines.append(hairline())
                self._inside.addWidget(self._lines[-1])
            line = FoldingRow(self._desk, self._plan, place, item)
            line.edited.connect(partial(self._take, place))
            line.removed.connect(partial(self._remove, place))
            line.moved.connect(partial(self._move, place))
            self.rows.append(line)
            self._inside.addWidget(line)
            line.show()  # not only when the page is laid out: it may be opened at once
        self._frame.setVisible(bool(self._items))

    def _refresh(self) -> None:
        for line in self.rows:
            line.show_sentence()

    def _take(self, place: int, item: object, attribute: str) -> None:
        items = (*self._items[:place], item, *self._items[place + 1 :])
        self._items = items
        self.edited.emit(items, f"{self._plan.key}.{place}.{attribute}")

    def _remove(self, place: int) -> None:
        self._set((*self._items[:place], *self._items[place + 1 :]), f"{self._plan.key}.remove")
        following = self.rows[min(place, len(self.rows) - 1)].fold_button if self.rows else None
        (following or self.add_link).setFocus()

    def _move(self, place: int, by: int) -> None:
        if not 0 <= place + by < len(self._items):
            return
        items = list(self._items)
        items.insert(place + by, items.pop(place))
        self._set(tuple(items), f"{self._plan.key}.move")
        self.rows[place + by].fold_button.setFocus()


class FoldingRow(QFrame):
    """One thing: its sentence, and its form while it is open.

    Signals:
        edited: The thing after a change by hand, and the name of the field.
        removed: It is to go.
        moved: It is to go so many places down.
    """

    edited = Signal(object, str)
    removed = Signal()
    moved = Signal(int)

    def __init__(self, desk: Desk, plan: FoldPlan, place: int, item: Any) -> None:  # noqa: ANN401
        super().__init__()
        self._desk, self._plan, self._place, self._item = desk, plan, place, item
        self._sentence: QWidget | None = None
        self.form: Any = None
        edit, remove = Phrase("journey", "Change"), Phrase("journey", "Remove")
        self.fold_button = Button(desk.theme, "", Icon.EDIT, "quiet", desk.say(edit))
        self.fold_button.setCheckable(True)
        self.remove_button = Button(desk.theme, "", Icon.CLOSE, "quiet", desk.say(remove))
        self._head = row(self.fold_button, self.remove_button, spacing=0)
        self._head.setContentsMargins(10, 1, 2, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addLayout(self._head)
        self.show_sentence()
        self.fold_button.toggled.connect(self._fold)
        self.remove_button.clicked.connect(self.removed)
        for button in (self.fold_button, self.remove_button):
            button.installEventFilter(self)

    def show_item(self, item: Any) -> None:  # noqa: ANN401
        """Show another thing in its place."""
        self._item = item
        self.show_sentence()
        if self.form is not None:
            self.form.show_record(item)

    def open(self, *, is_open: bool) -> None:
        """Show what can be changed about it, or only its sentence."""
        self.fold_button.setChecked(is_open)

    def show_sentence(self) -> None:
        """Say the sentence again: what a trial saw may be another."""
        if self._sentence is not None:
            self._head.removeWidget(self._sentence)
            self._sentence.deleteLater()
        self._sentence = QWidget()
        # Cut before it makes the pane wider than its room.
        self._sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sentence.setLayout(row(*self._plan.sentence(self._item, self._place), spacing=6))
        self._head.insertWidget(0, self._sentence, 1)
        words = self._plan.words(self._item)
        for button in (self.fold_button, self.remove_button):
            button.setAccessibleName(f"{button.toolTip()}: {words}")

    def mouseDoubleClickEvent(self, _event: object) -> None:
        """Open or fold."""
        self.fold_button.toggle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the keys of the row before its buttons, which would walk by the arrows."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            event.ignore()
            self.keyPressEvent(event)
            return event.isAccepted()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, fold with Escape, remove with Delete."""
        event.accept()
        key = Qt.Key(event.key())
        if key in _MOVES and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(_MOVES[key])
        elif key == Qt.Key.Key_Escape and self.fold_button.isChecked():
            self.open(is_open=False)
            self.fold_button.setFocus()
        elif key == Qt.Key.Key_Delete and self.fold_button.hasFocus():
            self.removed.emit()
        else:
            event.ignore()

    def _fold(self, is_open: bool) -> None:
        if is_open and self.form is None:
            self.form = self._plan.form()
            self.form.layout().setContentsMargins(10, 4, 10, 10)
            self._box.addWidget(self.form)
            self.form.show_record(self._item)
            self.form.edited.connect(self._take)
        if self.form is not None:
            self.form.setVisible(is_open)
            self.form.setFocus()

    def _take(self, item: object, attribute: str) -> None:
        self._item = item
        self.show_sentence()
        self.edited.emit(item, attribute)

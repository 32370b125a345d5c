"""PairsTable: names and values in rows, such as headers, fields of a form or a query."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.body import Pairs
from studio.journey.pairs_text import read_pairs
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.pair_row import Pair, PairRow
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.layout import row

MOST_SHOWN = 40
"""More rows are shown when they are asked for: each of them is four widgets."""


@dataclass(frozen=True, slots=True)
class PairWords:
    """What a table of pairs is called."""

    key: str
    """By which its changes merge."""

    table: Phrase
    name: Phrase
    value: Phrase
    add: Phrase


HEADERS = PairWords(
    "headers",
    Phrase("journey", "Headers"),
    Phrase("journey", "Name of the header"),
    Phrase("journey", "Value of the header"),
    Phrase("journey", "Add a header"),
)
FORM = PairWords(
    "form",
    Phrase("journey", "Fields of the form"),
    Phrase("journey", "Name of the field"),
    Phrase("journey", "Value of the field"),
    Phrase("journey", "Add a field"),
)
QUERY = PairWords(
    "query",
    Phrase("journey", "Query"),
    Phrase("journey", "Name of the parameter"),
    Phrase("journey", "Value of the parameter"),
    Phrase("journey", "Add a parameter"),
)


class PairsTable(QWidget):
    """Rows of a name and a value: added, removed, moved and pasted.

    Signals:
        edited: All pairs after a change by hand, and the key by which such changes merge.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk, words: PairWords, *, can_be_off: bool = False) -> None:
        super().__init__()
        self._desk, self._words, self._can_be_off = desk, words, can_be_off
        self._pairs: tuple[Pair, ...] = ()
        self._most = MOST_SHOWN
        self.rows: list[PairRow] = []
        self.setAccessibleName(desk.say(words.table))
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(4)
        self.add_link = Button(desk.theme, desk.say(words.add), Icon.ADD, "link")
        paste, tip = Phrase("journey", "Paste"), Phrase("journey", "Add what was copied elsewhere")
        self.paste_link = Button(desk.theme, desk.say(paste), Icon.PASTE, "link", desk.say(tip))
        self.more_link = Button(desk.theme, "", None, "link")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(self._rows_box)
        box.addLayout(row(self.more_link, self.add_link, self.paste_link, None, spacing=14))
        self.more_link.hide()
        self.add_link.clicked.connect(self._add)
        self.paste_link.clicked.connect(self._paste)
        self.more_link.clicked.connect(self._show_all)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs as they stand."""
        return self._pairs

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show other pairs; nothing is told of it."""
        if tuple(pairs) != self._pairs:
            self._pairs = tuple(pairs)
            self._show()

    def _show(self) -> None:
        shown = self._pairs[: self._most]
        while len(self.rows) > len(shown):
            old = self.rows.pop()
            self._rows_box.removeWidget(old)
            old.hide()
            old.deleteLater()
        while len(self.rows) < len(shown):
            self._make_row(len(self.rows))
        for line, pair in zip(self.rows, shown, strict=True):
            line.show_pair(pair)
        hidden = len(self._pairs) - len(shown)
        words = Phrase("journey", "Show %n more", "", 1).of(n=hidden)
        self.more_link.setText(self._desk.say(words))
        self.more_link.setAccessibleName(self.more_link.text())
        self.more_link.setVisible(hidden > 0)

    def _make_row(self, place: int) -> None:
        names = (self._desk.say(self._words.name), self._desk.say(self._words.value))
        line = PairRow(self._desk, names, can_be_off=self._can_be_off)
        line.edited.connect(partial(self._take, place))
        line.removed.connect(partial(self._remove, place))
        line.moved.connect(partial(self._move, place))
        line.pasted.connect(partial(self._put_at, place))
        self.rows.append(line)
        self._rows_box.addWidget(line)

    def _tell(self, pairs: tuple[Pair, ...], key: str) -> None:
        self._pairs = pairs
        self.edited.emit(pairs, f"{self._words.key}.{key}")

    def _take(self, place: int, pair: Pair, part: str) -> None:
        self._tell((*self._pairs[:place], pair, *self._pairs[place + 1 :]), f"{place}.{part}")

    def _add(self) -> None:
        self._change((*self._pairs, Pair("", "")), "add")
        self.rows[-1].name_edit.setFocus()

    def _remove(self, place: int) -> None:
        self._change((*self._pairs[:place], *self._pairs[place + 1 :]), "remove")
        following = self.rows[min(place, len(self.rows) - 1)].remove_button if self.rows else None
        (following or self.add_link).setFocus()

    def _move(self, place: int, by: int) -> None:
        if 0 <= place + by < len(self.rows):
            pairs = list(self._pairs)
            pairs.insert(place + by, pairs.pop(place))
            self._change(tuple(pairs), "move")
            self.rows[place + by].name_edit.setFocus()

    def _paste(self) -> None:
        self._put_at(len(self._pairs), QGuiApplication.clipboard().text())

    def _put_at(self, place: int, text: str) -> None:
        """Put the pairs in a text there; an empty row makes room for them."""
        found = tuple(Pair(name, value) for name, value in read_pairs(text))
        if found:
            behind = self._pairs[place:]
            rest = behind[1:] if behind and behind[0] == Pair("", "") else behind
            self._change((*self._pairs[:place], *found, *rest), "paste")

    def _show_all(self) -> None:
        self._most = len(self._pairs)
        self._show()

    def _change(self, pairs: tuple[Pair, ...], key: str) -> None:
        self._most = max(self._most, MOST_SHOWN + 1 if len(pairs) > MOST_SHOWN else 0)
        self._tell(pairs, key)
        self._show()


def as_pairs(pairs: Pairs) -> tuple[Pair, ...]:
    """Return headers or fields as a table shows them."""
    return tuple(Pair(name, text) for name, text in pairs)


def from_pairs(pairs: Sequence[Pair]) -> Pairs:
    """Return what a table shows as headers or fields."""
    return tuple((pair.name, pair.value) for pair in pairs)

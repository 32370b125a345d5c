"""QueryTable: the parameters of an address, read and written as people do."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.address_line import decoded, encoded
from studio.journey.request import QueryField
from studio.journey.template import put_together
from ui.journey.pane.desk import Desk
from ui.journey.pane.pair_row import Pair
from ui.journey.pane.pairs_table import QUERY, PairsTable

Query = tuple[QueryField, ...]


class QueryTable(QWidget):
    """Rows of parameters that can be switched off.

    Signals:
        edited: All parameters after a change by hand, and the key by which such changes merge.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._query: Query = ()
        self.table = PairsTable(desk, QUERY, can_be_off=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.table)
        self.table.edited.connect(self._take)

    def show_query(self, query: Query) -> None:
        """Show other parameters; nothing is told of it."""
        self._query = query
        self.table.show_pairs([_pair(field) for field in query])

    def _take(self, pairs: Sequence[Pair], key: str) -> None:
        self._query = with_pairs(self._query, pairs)
        self.edited.emit(self._query, key)


def with_pairs(query: Query, pairs: Sequence[Pair]) -> Query:
    """Return the parameters that rows stand for; those nobody changed stay as on the wire."""
    before = [_pair(field) for field in query]
    spelled = [_spelling(pair) for pair in before], [_spelling(pair) for pair in pairs]
    found: list[QueryField] = []
    for tag, from_, to, begins, ends in SequenceMatcher(None, *spelled, False).get_opcodes():
        olds = list(query[from_:to])
        for place, pair in enumerate(pairs[begins:ends]):
            old = olds[place] if place < len(olds) else None
            found.append(
                replace(old, is_on=pair.is_on) if tag == "equal" and old else _field(pair, old)
            )
    return tuple(found)


def _pair(field: QueryField) -> Pair:
    return Pair(put_together(decoded(field.name)), decoded(field.value), field.is_on)


def _spelling(pair: Pair) -> tuple[str, str]:
    return pair.name, put_together(pair.value)


def _field(pair: Pair, old: QueryField | None) -> QueryField:
    """Return a row as on the wire; a part of it that nobody changed stays as it was."""
    former = old or QueryField("", "")
    shown = _pair(former)
    name = former.name if shown.name == pair.name else str(encoded(pair.name, former.name))
    value = former.value if shown.value == pair.value else encoded(pair.value, former.value)
    return QueryField(name, value, pair.is_on)

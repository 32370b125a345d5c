"""TrialTable: an answer held against one from before, line by line, with what each line means."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from studio.phrase import Phrase
from studio.trial.difference import Difference
from ui.bridge.language import Say
from ui.journey.said import said
from ui.journey.trial_cells import TrialCellDelegate, meaning_cell, side_text, value_cell
from ui.table.column_table import Column, ColumnTable
from ui.table.data_table import DataTable
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.layout import row

LINE_PX = 24
HEAD_PX = 26
_SIDE_PX = 250
_MEANING = 2

Index = QModelIndex | QPersistentModelIndex


class _Lines(ColumnTable[Difference]):
    """The lines; what they are held against is said above the first column."""

    def __init__(self, columns: Sequence[Column[Difference]], say: Say) -> None:
        super().__init__(columns, say, lambda it: it.name)
        self.before = ""

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title."""
        is_said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if section == 0 and is_said and orientation == Qt.Orientation.Horizontal and self.before:
            return self.before
        return super().headerData(section, orientation, role)


class _TakeButton(Button):
    """Offers to take the value of one line.

    Signals:
        asked: Its `Difference`.
    """

    asked = Signal(object)

    def __init__(self, theme: Theme, say: Say, line: Difference) -> None:
        tip = Phrase("journey", "Take {name} from this answer").of(name=line.name[:60])
        words = say(Phrase("journey", "Take it"))
        super().__init__(theme, words, Icon.WAND, "link", said(tip, say))
        self._line = line
        self.setObjectName("take_it")
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._line)


class TrialTable(DataTable):
    """Three columns: before, this trial, and what the difference means.

    Signals:
        take_asked: A `Difference` whose value is to be taken from the answer.
    """

    take_asked = Signal(object)

    def __init__(self, theme: Theme, say: Say) -> None:
        self._theme, self._say = theme, say
        self._lines = _Lines(_columns(say), say)
        self._may_take = True
        super().__init__(theme, self._lines, say(Phrase("journey", "The answer, before and now")))
        self._lines.setParent(self)
        self.setObjectName("trial_table")
        self.setItemDelegate(TrialCellDelegate(theme, self))
        self.setSortingEnabled(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setFixedHeight(HEAD_PX)
        self.verticalHeader().setDefaultSectionSize(LINE_PX)
        self.row_opened.connect(self._take)

    def show_lines(self, lines: Sequence[Difference], before: str, *, may_take: bool) -> None:
        """Show these lines.

        Args:
            lines: In the order they are shown.
            before: What the trial is held against.
            may_take: Whether values may be taken: the journey can be changed.
        """
        self._may_take = may_take
        self._lines.before = before
        self._lines.show(())
        self._lines.show(lines)
        for place, line in enumerate(lines):
            if line.take is not None and may_take:
                self.setIndexWidget(self._lines.index(place, _MEANING), self._offer(line))

    def _offer(self, line: Difference) -> QWidget:
        button = _TakeButton(self._theme, self._say, line)
        button.asked.connect(self._take)
        holder = QWidget()
        place = row(None, button)
        place.setContentsMargins(0, 0, 14, 0)
        holder.setLayout(place)
        return holder

    def _take(self, line: object) -> None:
        if isinstance(line, Difference) and line.take is not None and self._may_take:
            self.take_asked.emit(line)


def _columns(say: Say) -> tuple[Column[Difference], ...]:
    return (
        Column(
            Phrase("journey", "Before"),
            lambda it: side_text(it, is_now=False),
            width_px=_SIDE_PX,
            cell=lambda it: value_cell(it, is_now=False),
        ),
        Column(
            Phrase("journey", "This trial"),
            lambda it: side_text(it, is_now=True),
            width_px=_SIDE_PX,
            cell=lambda it: value_cell(it, is_now=True),
        ),
        Column(
            Phrase("journey", "What the difference means"),
            lambda it: meaning_cell(it, say).text,
            cell=lambda it: meaning_cell(it, say),
        ),
    )

"""DataTable: how every table looks and is used by keys and mouse."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.table.cells import CellDelegate
from ui.table.column_table import ColumnTable
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Hashable

HEADER_PX = 30
ROW_PX = 34
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DataTable(QTableView):
    """A table of studio objects; columns keep their widths whatever they show.

    Signals:
        row_opened: The object behind a row that was double-clicked or opened by Enter.
    """

    row_opened = Signal(object)

    def __init__(self, theme: Theme, model: ColumnTable[Any], name: str) -> None:
        super().__init__()
        self._model = model
        self._kept: Hashable | None = None
        self._is_kept_chosen = False
        self.setModel(model)
        self.setItemDelegate(CellDelegate(theme, self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # or Tab never leaves the table
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        self.doubleClicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._keep_row)
        model.modelReset.connect(self._restore_row)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row by Enter."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sort_by(self, column: int, order: Qt.SortOrder) -> None:
        """Sort by a column, as a click on its title would."""
        self.sortByColumn(column, order)

    def _set_up_headers(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(ROW_PX)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setFixedHeight(HEADER_PX)
        columns.setHighlightSections(False)
        columns.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for place, column in enumerate(self._model.columns):
            if column.width_px is None:
                columns.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                columns.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(place, column.width_px)

    def _open(self, index: QModelIndex) -> None:
        self.row_opened.emit(self._model.row_at(index))

    def _keep_row(self) -> None:
        self._kept = self._model.key_at(self.currentIndex())
        self._is_kept_chosen = self.selectionModel().hasSelection()

    def _restore_row(self) -> None:
        if self._kept is None:
            return
        place = self._model.index_of(self._kept)
        if not place.isValid():
            return
        if self._is_kept_chosen:
            self.setCurrentIndex(place)
        else:  # it only had the focus
            nothing = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(place, nothing)

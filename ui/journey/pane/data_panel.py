"""DataPanel: the data files of a project, each with its first rows and how they are handed out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.data_file import DataFile
from studio.phrase import Phrase
from ui.journey.pane.data_card import DataCard
from ui.journey.pane.desk import Desk
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.layout import row
from ui.widget.text import label


@dataclass(frozen=True, slots=True)
class DataSheet:
    """A data file, as much of it as is shown, and who uses it."""

    data_file: DataFile

    rows: tuple[tuple[str, ...], ...]
    """The first of them."""

    used_by: tuple[str, ...] = ()
    """The names of the journeys or steps that use it."""


class DataPanel(QWidget):
    """Cards of data files, and a way to add one: chosen, or dropped here.

    Signals:
        edited: A `DataFile` after a change by hand.
        remove_asked: The id of one that is to go.
        add_asked: A file is to be chosen and added.
        dropped: The path of a file that was dropped here.
    """

    edited = Signal(object)
    remove_asked = Signal(str)
    add_asked = Signal()
    dropped = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: list[DataCard] = []
        self.setAcceptDrops(True)
        say = desk.say
        add = Phrase("data", "Add a CSV or JSON file…")
        self.add_button = Button(desk.theme, say(add), Icon.ADD, "small")
        nothing = Phrase("data", "A table gives each user something of their own.")
        self._nothing = label(say(nothing), "body2", wrap=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        self._box.addWidget(self._nothing)
        self._box.addLayout(row(self.add_button, None))
        self._box.addStretch(1)
        self.add_button.clicked.connect(self.add_asked)

    def show_sheets(self, sheets: Sequence[DataSheet]) -> None:
        """Show the data files of a project; nothing is told of it."""
        self._nothing.setVisible(not sheets)
        if [it.data_file.id for it in sheets] != [it.data_file.id for it in self.cards]:
            self._rebuild(sheets)
        for card, sheet in zip(self.cards, sheets, strict=True):
            card.show_data(sheet.data_file, sheet.rows, sheet.used_by)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of each file that is dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.dropped.emit(url.toLocalFile())

    def _rebuild(self, sheets: Sequence[DataSheet]) -> None:
        for old in self.cards:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [DataCard(self._desk, sheet.data_file) for sheet in sheets]
        for place, card in enumerate(self.cards):
            card.edited.connect(self.edited)
            card.remove_asked.connect(self.remove_asked)
            self._box.insertWidget(place + 1, card)

"""DataCard: one data file: its first rows, who gets which row, and what happens at the end."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from studio.journey.data_file import AtEnd, DataFile, RowUse
from studio.phrase import Phrase
from ui.journey.pane.data_table import DataRows
from ui.journey.pane.desk import Desk
from ui.journey.pane.making import one_of
from ui.journey.pane.record_form import RecordForm, Spec
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.layout import row
from ui.widget.text import ElidedLabel, label

ROW_USES: Mapping[RowUse, Phrase] = {
    RowUse.NEXT: Phrase("data", "Next row each pass"),
    RowUse.ANY: Phrase("data", "Any row each pass"),
    RowUse.OWN: Phrase("data", "Own row for ever"),
}
AT_ENDS: Mapping[AtEnd, Phrase] = {
    AtEnd.AGAIN: Phrase("data", "Begin again at the top"),
    AtEnd.STOP_USER: Phrase("data", "Stop the user"),
}

_SPECS = (
    Spec("rows", Phrase("data", "A user gets"), one_of(ROW_USES)),
    Spec(
        "at_end",
        Phrase("data", "At the end"),
        one_of(AT_ENDS),
        lambda data_file: data_file.rows is not RowUse.ANY,
    ),
)


class DataCard(QFrame):
    """A card for one data file.

    Signals:
        edited: The data file after a change by hand.
        remove_asked: The id of the data file, which is to go.
    """

    edited = Signal(object)
    remove_asked = Signal(str)

    def __init__(self, desk: Desk, data_file: DataFile) -> None:
        super().__init__()
        self._desk, self.data_file = desk, data_file
        self.setProperty("card", True)
        say = desk.say
        self._name, self._size = ElidedLabel("", "strong"), label("", "muted")
        remove = say(Phrase("data", "Remove this data file"))
        self.remove_button = Button(desk.theme, "", Icon.DELETE, "quiet", remove)
        self.form = RecordForm(desk, _SPECS)
        self.table = DataRows(desk, data_file)
        self._used = label("", "muted", wrap=True)
        head = row(
            IconLabel(desk.theme, Icon.TABLE, "accent", 16),
            self._name,
            self._size,
            self.remove_button,
            spacing=8,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 11)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.table)
        box.addWidget(self.form)
        box.addWidget(self._used)
        self.form.edited.connect(self._tell)
        self.remove_button.clicked.connect(self._ask)

    def show_data(
        self, data_file: DataFile, rows: Sequence[Sequence[str]], used_by: Sequence[str]
    ) -> None:
        """Show a data file, its first rows and who uses it."""
        say = self._desk.say
        self.data_file = data_file
        self._name.setText(data_file.name)
        self._size.setText(say(Phrase("data", "%n row(s)", "", 1).of(n=data_file.row_count)))
        self.form.show_record(data_file)
        self.table.show_rows(data_file, rows)
        names = ", ".join(used_by)
        used = Phrase("data", "Used by {names}").of(names=names)
        self._used.setText(say(used if used_by else Phrase("data", "Not used yet")))
        self.remove_button.setEnabled(not used_by)
        removed, in_use = (
            Phrase("data", "Remove this data file"),
            Phrase("data", "It is still used"),
        )
        self.remove_button.setToolTip(say(in_use if used_by else removed))

    def _tell(self, data_file: DataFile, _attribute: str) -> None:
        self.data_file = data_file
        self.edited.emit(data_file)

    def _ask(self) -> None:
        self.remove_asked.emit(self.data_file.id)

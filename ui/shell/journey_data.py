"""JourneyData: the data files of the project, beside the journey that is edited."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.bridge.open_data import KeptTable, OpenData
from ui.journey.pane.data_panel import DataPanel, DataSheet
from ui.journey.pane.desk import Desk
from ui.shell.journey_insight import InsightParts, JourneyInsight


class JourneyData(QObject):
    """Shows data files, and keeps what is changed of them."""

    def __init__(
        self, parts: InsightParts, insight: JourneyInsight, desk: Desk, data: OpenData, say: Say
    ) -> None:
        super().__init__(insight)
        self._page, self._insight, self._data, self._say = parts.page, insight, data, say
        self.panel = DataPanel(desk)
        self._page.inspector.put_data(self.panel)
        self.panel.add_asked.connect(self._choose)
        self.panel.dropped.connect(self._add)
        self.panel.edited.connect(self._data.save)
        self.panel.remove_asked.connect(self._data.remove)
        self._data.listed.connect(self._show)
        self._data.failed.connect(self._page.show_error)

    def begin(self) -> None:
        """Read the data files anew."""
        self._data.list()

    def _show(self, tables: tuple[KeptTable, ...]) -> None:
        self.panel.show_sheets([DataSheet(it.data_file, it.rows, it.used_by) for it in tables])
        self._page.inspector.count_data(len(tables))
        self._insight.know_data(tuple(it.data_file for it in tables))

    def _choose(self) -> None:
        dialog = QFileDialog(self._page, self._say(Phrase("data", "Add a table")))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._say(Phrase("data", "Tables ({pattern})").of(pattern=_PATTERN)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._add)
        dialog.open()

    def _add(self, path: str) -> None:
        self._data.add(Path(path))


_PATTERN = "*.csv *.tsv *.txt *.json"

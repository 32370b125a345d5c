"""ImportReport: what an import makes, before it is made, and what became of all that was read."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.importer.carried_over import Outcome
from studio.importer.imported import Imported
from studio.journey.journey import Journey
from studio.journey.walk import nodes_of, requests_of
from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.sheet.carried_list import CarriedList
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.icon_label import IconLabel
from ui.widget.layout import row
from ui.widget.text import ElidedLabel, label

_LIST_PX = 250
_MOST_NAMED = 4
_OUTCOMES = (
    (Outcome.IMPORTED, "good", Phrase("importer", "%n imported", "", 1)),
    (Outcome.ADAPTED, "accent", Phrase("importer", "%n adapted", "", 1)),
    (Outcome.LEFT_OUT, "warn", Phrase("importer", "%n left out", "", 1)),
)


class ImportReport(QWidget):
    """What an import makes, its report and the names of the secrets that were hidden."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self.made = QVBoxLayout()
        self.made.setSpacing(6)
        self._pills = QHBoxLayout()
        self._pills.setSpacing(6)
        self.entry_list = CarriedList(say)
        self.entry_list.setFixedHeight(_LIST_PX)
        self.secrets = label("", "small2", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(self.made)
        box.addLayout(self._pills)
        box.addWidget(self.entry_list)
        self._secrets_line = QWidget()
        line = row(IconLabel(theme, Icon.LOCK, "text2", 16), spacing=8)
        line.addWidget(self.secrets, 1)
        self._secrets_line.setLayout(line)
        box.addWidget(self._secrets_line)
        self.setFocusProxy(self.entry_list)

    def show_imported(self, imported: Imported) -> None:
        """Show what would be made of what was read."""
        self._clear(self.made)
        self._clear(self._pills)
        for journey in imported.journeys[:_MOST_NAMED]:
            self.made.addLayout(self._journey_line(journey))
        if extra := self._rest(imported):
            self.made.addWidget(label(extra, "body2", wrap=True))
        for outcome, tone, words in _OUTCOMES:
            if count := len(imported.carried_over.of(outcome)):
                self._pills.addWidget(label(self._say(words.of(n=count)), pill=tone))
        self._pills.addStretch(1)
        self.entry_list.show_entries(imported.carried_over)
        self._show_secrets(imported)

    def _journey_line(self, journey: Journey) -> QHBoxLayout:
        steps, requests = len(list(nodes_of(journey))), len(list(requests_of(journey)))
        counts = self._say(Phrase("importer", "%n step(s)", "", 1).of(n=steps))
        sent = self._say(Phrase("importer", "%n request(s)", "", 1).of(n=requests))
        line = row(IconLabel(self._theme, Icon.JOURNEYS, "accent", 18))
        line.addWidget(ElidedLabel(plain(journey.name), "title"), 1)
        line.addWidget(label(f"{counts} · {sent}", "body2"))
        return line

    def _rest(self, imported: Imported) -> str:
        """Return what else would be made, in a line."""
        parts = [
            (Phrase("importer", "%n more journey(s)", "", 1), len(imported.journeys) - _MOST_NAMED),
            (Phrase("importer", "%n data file(s)", "", 1), len(imported.data_files)),
            (Phrase("importer", "%n file(s) to upload", "", 1), len(imported.attachments)),
            (Phrase("importer", "%n target(s)", "", 1), len(imported.targets)),
            (Phrase("importer", "%n recording(s)", "", 1), len(imported.recordings)),
        ]
        told = [self._say(words.of(n=count)) for words, count in parts if count > 0]
        return (
            self._say(Phrase("importer", "With it: {parts}").of(parts=", ".join(told)))
            if told
            else ""
        )

    def _show_secrets(self, imported: Imported) -> None:
        self._secrets_line.setVisible(bool(imported.secrets))
        names = ", ".join(f"{it.name} ({plain(it.where)})" for it in imported.secrets)
        words = Phrase("importer", "Secrets hidden: {names}. Their values are kept nowhere.")
        self.secrets.setText(self._say(words.of(names=names)))

    def _clear(self, layout: QVBoxLayout | QHBoxLayout) -> None:
        while (item := layout.takeAt(0)) is not None:
            inner, widget = item.layout(), item.widget()
            if isinstance(inner, QHBoxLayout):
                self._clear(inner)
                inner.deleteLater()
            elif widget is not None:
                widget.deleteLater()

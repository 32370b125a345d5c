"""ImportSheet: what is to be brought in, what will be made of it, and the word to make it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.importer.imported import Imported
from studio.phrase import Phrase
from studio.progress import Progress
from ui.bridge.language import Say
from ui.sheet.import_choice import ImportChoice
from ui.sheet.import_report import ImportReport
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.layout import hairline, row
from ui.widget.progress_line import ProgressLine
from ui.widget.text import label

WIDTH_PX = 860
_EVERY_MS = 100

_ABOUT_CHOICE = Phrase(
    "importer", "Nothing in a file is executed, nothing is fetched, and secrets are hidden first."
)
_ABOUT_READING = Phrase("importer", "Reading, and finding what a server issues anew each time…")
_ABOUT_REPORT = Phrase("importer", "This will be made; nothing is in the project yet.")
_ABOUT_KEEPING = Phrase("importer", "Bringing it into the project…")


class ImportSheet(QWidget):
    """Leads from files to journeys: choose, look, bring in.

    Signals:
        read_asked: A tuple of `Source` is to be read, with a `Progress`.
        bring_asked: An `Imported` is to be brought in, with a `Progress`.
        cancelled: It is to be closed.
    """

    read_asked = Signal(object, object)
    bring_asked = Signal(object, object)
    cancelled = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._imported: Imported | None = None
        self._progress: Progress | None = None
        self.title = label(say(Phrase("importer", "Bring in what you have")), "title")
        self.sentence = label("", "body2", wrap=True)
        self.problem = label("", "warn", wrap=True)
        self.choice = ImportChoice(theme, say)
        self.report = ImportReport(theme, say)
        self.progress_line = ProgressLine(theme, say(Phrase("importer", "Progress")))
        self.cancel_button = Button(theme, say(Phrase("importer", "Cancel")))
        self.back_button = Button(theme, say(Phrase("importer", "Others…")), Icon.BACK)
        self.bring_button = Button(
            theme, say(Phrase("importer", "Bring in")), Icon.IMPORT, "primary"
        )
        self._page: QWidget = self.choice
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._lay_out()
        self._connect()
        self.begin()

    def begin(self) -> None:
        """Ask for files."""
        self._imported = None
        self._show(self.choice, _ABOUT_CHOICE)

    def show_imported(self, imported: Imported) -> None:
        """Show what would be made of what was read."""
        self._imported = imported
        self.report.show_imported(imported)
        self._show(self.report, _ABOUT_REPORT)
        self.bring_button.setFocus()

    def show_error(self, error: StudioError) -> None:
        """Say why it did not work; what was there before can be tried again."""
        if self._imported is None:
            self._show(self.choice, _ABOUT_CHOICE)
        else:
            self._show(self.report, _ABOUT_REPORT)
        told = (error.happened, error.meaning, error.remedy)
        self.problem.setText(" ".join(self._say(it) for it in told if it.text))
        self.problem.show()

    def stop(self) -> None:
        """Let what is going on end, for the sheet is closed."""
        if self._progress is not None:
            self._progress.cancel()

    def _read(self, sources: object) -> None:
        self._work(_ABOUT_READING)
        self.read_asked.emit(sources, self._progress)

    def _bring(self) -> None:
        if self._imported is not None:
            self._work(_ABOUT_KEEPING)
            self.bring_asked.emit(self._imported, self._progress)

    def _work(self, about: Phrase) -> None:
        self._progress = Progress()
        self._show(self.progress_line, about)
        self._timer.start()
        self._tick()
        self.cancel_button.setFocus()

    def _tick(self) -> None:
        if self._progress is not None:
            self.progress_line.show_share(self._progress.share)

    def _cancel(self) -> None:
        if self._page is self.progress_line:
            self.stop()
        else:
            self.cancelled.emit()

    def _show(self, page: QWidget, about: Phrase) -> None:
        if page is not self.progress_line:
            self._timer.stop()
            self._progress = None
        self._page = page
        for it in (self.choice, self.report, self.progress_line):
            it.setVisible(it is page)
        self.sentence.setText(self._say(about))
        self.problem.hide()
        self.back_button.setVisible(page is self.report)
        self.bring_button.setVisible(page is self.report)
        self.updateGeometry()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._tick)
        self.choice.chosen.connect(self._read)
        self.back_button.clicked.connect(self.begin)
        self.bring_button.clicked.connect(self._bring)
        self.cancel_button.clicked.connect(self._cancel)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 14)
        box.setSpacing(12)
        for part in (self.title, self.sentence, self.problem):
            box.addWidget(part)
        for page in (self.choice, self.report, self.progress_line):
            box.addWidget(page)
        box.addWidget(hairline())
        box.addLayout(row(self.back_button, None, self.cancel_button, self.bring_button))
        self.setFocusProxy(self.choice)

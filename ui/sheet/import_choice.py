"""ImportChoice: files dropped or chosen, or a text pasted, that are to be imported."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from studio.importer.source import Source, source_of_file
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.layout import column, frame, restyle, row
from ui.widget.text import label

_DROP_PX = 150
_PASTE_PX = 110


class ImportChoice(QWidget):
    """Where files are dropped, chosen or pasted.

    Signals:
        chosen: A tuple of `Source` is to be read.
        files_asked: Files are to be chosen.
    """

    chosen = Signal(object)
    files_asked = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.drop_area = frame(sunken=True)
        self.choose_button = Button(
            theme, say(Phrase("importer", "Choose files…")), Icon.OPEN, "primary"
        )
        self.paste_edit = QPlainTextEdit()
        self.paste_edit.setPlaceholderText("curl 'https://shop.example/login' --data 'user=tester'")
        self.paste_edit.setTabChangesFocus(True)
        self.paste_edit.setFixedHeight(_PASTE_PX)
        self.paste_edit.setAccessibleName(say(Phrase("importer", "Pasted text")))
        self.read_button = Button(theme, say(Phrase("importer", "Read what is pasted")), Icon.NEXT)
        self.read_button.setEnabled(False)
        self._fill_drop_area(theme, say)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.drop_area)
        box.addWidget(label(say(Phrase("importer", "Or paste a command or a file here")), "label"))
        box.addWidget(self.paste_edit)
        box.addLayout(row(None, self.read_button))
        self.setFocusProxy(self.choose_button)
        self.choose_button.clicked.connect(self.files_asked)
        self.paste_edit.textChanged.connect(self._hear_text)
        self.read_button.clicked.connect(self._read_pasted)

    def choose(self, paths: list[Path]) -> None:
        """Take files; each knows of the others."""
        alone = [source_of_file(path) for path in paths if path.is_file()]
        others = [tuple(it for it in alone if it is not one) for one in alone]
        if alone:
            pairs = zip(alone, others, strict=True)
            self.chosen.emit(tuple(Source(it.name, it.path, beside=rest) for it, rest in pairs))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files can be dropped here."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            restyle(self.drop_area, "hot", True)

    def dragLeaveEvent(self, _event: object) -> None:
        """Show that nothing is being dropped any more."""
        restyle(self.drop_area, "hot", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped: files, or a text."""
        restyle(self.drop_area, "hot", False)
        data = event.mimeData()
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.choose(paths)
        elif data.hasText():
            self.paste_edit.setPlainText(data.text())

    def _hear_text(self) -> None:
        self.read_button.setEnabled(bool(self.paste_edit.toPlainText().strip()))

    def _read_pasted(self) -> None:
        self.chosen.emit((Source("", pasted=self.paste_edit.toPlainText().encode()),))

    def _fill_drop_area(self, theme: Theme, say: Say) -> None:
        words = label(say(Phrase("importer", "Drop files here")), "title")
        kinds = label(
            say(
                Phrase(
                    "importer",
                    "HAR recordings, cURL, Postman, Insomnia, OpenAPI, JMeter, locustfiles and"
                    " journeys",
                )
            ),
            "small2",
        )
        inside = column(
            None,
            row(None, IconLabel(theme, Icon.IMPORT, "accent", 26), words, None),
            row(None, kinds, None),
            row(None, self.choose_button, None),
            None,
            spacing=10,
        )
        self.drop_area.setLayout(inside)
        self.drop_area.setMinimumHeight(_DROP_PX)
        self.drop_area.setFrameShape(QFrame.Shape.NoFrame)
        self.drop_area.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)

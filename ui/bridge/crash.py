"""A bug: the dialog with an account of it, which can be copied."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from studio.phrase import Phrase
from ui.bridge.language import Say


class CrashReporter(QObject):
    """Shows what nobody caught; the account also goes to stderr, whatever becomes of the window."""

    _crashed = Signal(str)

    def __init__(self, window: QWidget, say: Say) -> None:
        super().__init__(window)
        self._window = window
        self._say = say
        # Queued: an exception may come from another thread, or from the middle of a paint.
        self._crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of every exception that nobody catches, from now on."""
        sys.excepthook = self._hear

    def _hear(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        account = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(account)
        self._crashed.emit(account)

    def _show(self, account: str) -> None:
        title = Phrase("crash", "Something in Swarmbook went wrong")
        text = Phrase(
            "crash",
            "This is a mistake of the studio, not of yours. A run that is on goes on, and what was"
            " saved is kept. The account below helps to mend it.",
        )
        box = QMessageBox(self._window)
        box.setWindowTitle(self._say(title))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self._say(title))
        box.setInformativeText(self._say(text))
        box.setDetailedText(account)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

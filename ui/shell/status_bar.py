"""StatusBar: what is saved, how busy this computer is, and the run that is on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel

from studio.phrase import Phrase
from studio.run.run import RunSnapshot
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.figures import clock, count, milliseconds
from ui.widget.icon_label import IconLabel
from ui.widget.layout import row
from ui.widget.text import label

HEIGHT_PX = 28


class StatusBar(QFrame):
    """Below every page; while a run is on it can be stopped from here.

    Signals:
        stop_asked: The run that is on is to be stopped.
    """

    stop_asked = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self.setObjectName("statusbar")
        self.setFixedHeight(HEIGHT_PX)
        self.saved_label = label(say(Phrase("status", "Nothing to save yet")))
        self.workers_label = label("")
        self.freshness_label = label("")
        self.run_strip = self._strip(theme)
        line = row(
            IconLabel(theme, Icon.SAVED, "good", 14),
            self.saved_label,
            14,
            IconLabel(theme, Icon.CPU, "good", 14),
            self.workers_label,
            None,
            self.run_strip,
            14,
            IconLabel(theme, Icon.CLOCK, "text3", 14),
            self.freshness_label,
            spacing=6,
        )
        line.setContentsMargins(14, 0, 14, 0)
        self.setLayout(line)
        self.show_idle()

    def show_saved(self, title: str, *, look_only: bool) -> None:
        """Say that all of a project is kept, or that it is only looked at."""
        saved = Phrase("status", "All changes saved")
        looked = Phrase("status", "Nothing is changed: look only")
        self.saved_label.setText(self._say(looked if look_only else saved))
        self.saved_label.setToolTip(title)

    def show_saving(self) -> None:
        """Say that something is about to be kept."""
        self.saved_label.setText(self._say(Phrase("status", "Saving…")))

    def show_all_saved(self) -> None:
        """Say that all changes are kept."""
        self.saved_label.setText(self._say(Phrase("status", "All changes saved")))

    def show_not_saved(self, happened: str) -> None:
        """Say that changes could not be kept, and why."""
        words = Phrase("status", "Not saved: {what}").of(what=happened)
        self.saved_label.setText(self._say(words))

    def show_run(self, snapshot: RunSnapshot) -> None:
        """Show the run that is on."""
        busy = max((worker.cpu_share for worker in snapshot.workers), default=0.0)
        workers = Phrase("status", "%n worker process(es), the busiest {busy} % busy", "", 1)
        self.workers_label.setText(
            self._say(workers.of(n=len(snapshot.workers), busy=round(100 * min(busy, 1))))
        )
        self._strip_text.setText(
            self._say(
                Phrase("status", "{time} · {users} users · p95 {slow}").of(
                    time=clock(snapshot.at_s),
                    users=count(snapshot.users),
                    slow=milliseconds(snapshot.recent.p95_ms),
                )
            )
        )
        self.freshness_label.setText(self._say(_freshness(snapshot.silent_s)))
        self.run_strip.show()

    def show_idle(self) -> None:
        """Show that no run is on."""
        self.run_strip.hide()
        self.workers_label.setText(self._say(Phrase("status", "No load is on")))
        self.freshness_label.setText(
            self._say(Phrase("status", "Everything stays on this computer"))
        )

    def _strip(self, theme: Theme) -> QFrame:
        strip = QFrame()
        self._strip_text: QLabel = label("")
        self.stop_button = Button(
            theme,
            self._say(Phrase("status", "Stop")),
            kind="link",
            tip=self._say(Phrase("status", "Stop the run (Ctrl+.)")),
        )
        self.stop_button.clicked.connect(self.stop_asked)
        strip.setLayout(row(self._strip_text, self.stop_button, spacing=10))
        return strip


def _freshness(silent_s: float) -> Phrase:
    if not silent_s:
        return Phrase("status", "Numbers every second")
    return Phrase("status", "Not answering for {seconds} s").of(seconds=round(silent_s))

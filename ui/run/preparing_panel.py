"""PreparingPanel: what is being started before a run can begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from studio.phrase import Phrase
from studio.run.run import RunSnapshot, RunState
from studio.run.setup import RunSetup
from studio.scenario.scenario import PRACTICE_SHOP
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.icon_label import IconLabel
from ui.widget.text import label


class PreparingPanel(QFrame):
    """A line for each thing that is started, with a tick once it stands."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._setup: RunSetup | None = None
        self._host = ""
        self._shown: tuple[tuple[str, bool], ...] = ()
        self.setProperty("card", True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 22, 24, 22)
        box.setSpacing(14)
        box.addWidget(label(say(Phrase("run", "Getting ready")), "title"))
        box.addLayout(self._lines)
        box.addStretch(1)

    def begin(self, setup: RunSetup, host: str) -> None:
        """Begin to get a run ready."""
        self._setup, self._host = setup, host
        self._shown = ()

    def show_snapshot(self, snapshot: RunSnapshot) -> None:
        """Tick what stands."""
        lines = self.lines(snapshot)
        if lines != self._shown:
            self._shown = lines
            self._write(lines)

    def lines(self, snapshot: RunSnapshot) -> tuple[tuple[str, bool], ...]:
        """Return what is started, and whether it stands."""
        if self._setup is None:
            return ()
        runs = snapshot.state is not RunState.STARTING
        target = Phrase("run", "Target: {host}").of(host=self._host)
        if self._setup.scenario.target == PRACTICE_SHOP:
            target = Phrase("run", "The practice shop, on this computer only")
        number = self._setup.worker_processes
        workers = Phrase("run", "%n worker process(es) on this computer", "", 1).of(n=number)
        return (
            (self._say(target), bool(self._host)),
            (self._say(Phrase("run", "The load engine")), runs),
            (self._say(workers), runs or len(snapshot.workers) >= number),
            (
                self._say(Phrase("run", "The first step of the first user")),
                snapshot.total.requests > 0,
            ),
        )

    def _write(self, lines: tuple[tuple[str, bool], ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            _drop(item.layout())
        for text, stands in lines:
            icon, tone = (Icon.GOOD, "good") if stands else (Icon.CLOCK, "text3")
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(IconLabel(self._theme, icon, tone, 18))
            line.addWidget(self._text(text, stands=stands), 1)
            self._lines.addLayout(line)

    def _text(self, text: str, *, stands: bool) -> QLabel:
        words = label(text, None if stands else "body2")
        words.setTextFormat(Qt.TextFormat.PlainText)
        state = Phrase("run", "{thing}: ready") if stands else Phrase("run", "{thing}: starting")
        words.setAccessibleName(self._say(state.of(thing=text)))
        return words


def _drop(line: QHBoxLayout | object) -> None:
    if isinstance(line, QHBoxLayout):
        while (item := line.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        line.deleteLater()

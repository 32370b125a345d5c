"""HomePage: what one can begin with, and what was done last."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.run.record import RunSummary
from ui.bridge.language import Say
from ui.home.run_card import RunCard
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.layout import card, column, row
from ui.widget.text import label

_MOST_RUNS = 3
_LATER = Phrase("home", "Comes with a later version")


class HomePage(QWidget):
    """Three ways to begin, and the last runs.

    Signals:
        practice_asked: The practice run is wanted.
        open_asked: A project is to be opened.
        import_asked: Files are to be brought in.
        run_asked: This run is to be shown.
    """

    practice_asked = Signal()
    open_asked = Signal()
    import_asked = Signal()
    run_asked = Signal(str)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self.practice_button = Button(
            theme, say(Phrase("home", "Start the practice run")), Icon.PLAY, "primary"
        )
        self.practice_button.setObjectName("practice_button")
        self.practice_button.clicked.connect(self.practice_asked)
        self.open_button = Button(theme, say(Phrase("home", "Open a project…")), Icon.OPEN)
        self.open_button.clicked.connect(self.open_asked)
        self.import_button = Button(theme, say(Phrase("home", "Choose or drop…")), Icon.IMPORT)
        self.import_button.clicked.connect(self.import_asked)
        self._last_runs = row(spacing=16)
        self._last_runs_title = label(say(Phrase("home", "Last runs")), "title")
        self._last_runs_title.hide()
        self._lay_out()

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show the last runs of the project, newest first."""
        while (item := self._last_runs.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        last = [run for run in runs if run.ending is not None][:_MOST_RUNS]
        for run in last:
            run_card = RunCard(self._theme, self._say, run)
            run_card.opened.connect(self.run_asked)
            self._last_runs.addWidget(run_card, 1)
        for _ in range(_MOST_RUNS - len(last)):
            self._last_runs.addStretch(1)
        self._last_runs_title.setVisible(bool(last))

    def _lay_out(self) -> None:
        say = self._say
        title = Phrase("home", "See how a website behaves when many people come at once.")
        facts = Phrase("home", "No account, no cloud: only the website you test hears from it.")
        box = QVBoxLayout(self)
        box.setContentsMargins(32, 28, 32, 24)
        box.setSpacing(20)
        heading = QHBoxLayout()
        words = column(label(say(title), "h1"), label(say(facts), "body2"), spacing=4)
        heading.addLayout(words, 1)
        heading.addWidget(self.open_button)
        box.addLayout(heading)
        box.addLayout(self._beginnings())
        box.addSpacing(8)
        box.addWidget(self._last_runs_title)
        box.addLayout(self._last_runs)
        box.addStretch(1)

    def _beginnings(self) -> QHBoxLayout:
        say = self._say
        line = QHBoxLayout()
        line.setSpacing(16)
        practice = self._card(
            Icon.SHOP,
            Phrase("home", "Try it now"),
            Phrase(
                "home",
                "A practice shop opens on this computer; nothing leaves it. Sixty visitors come,"
                " and something in it fills up. About 45 seconds.",
            ),
            self.practice_button,
        )
        record = self._card(
            Icon.RECORDER,
            Phrase("home", "Record my site"),
            Phrase("home", "Browse it once; the studio turns what you did into steps."),
            self._later_button(Icon.RECORDER, say(Phrase("home", "Record"))),
        )
        bring = self._card(
            Icon.IMPORT,
            Phrase("home", "Bring what I have"),
            Phrase("home", "HAR, cURL, Postman, OpenAPI, JMeter or a locustfile."),
            self.import_button,
        )
        for part, stretch in ((practice, 4), (record, 3), (bring, 3)):
            line.addWidget(part, stretch)
        return line

    def _card(self, icon: Icon, title: Phrase, sentence: Phrase, button: Button) -> QFrame:
        holder = card()
        box = column(
            row(IconLabel(self._theme, icon, "accent", 22), label(self._say(title), "title"), None),
            label(self._say(sentence), "body2", wrap=True),
            None,
            row(button, None),
            spacing=10,
        )
        box.setContentsMargins(18, 16, 18, 16)
        holder.setLayout(box)
        holder.setMinimumHeight(168)
        return holder

    def _later_button(self, icon: Icon, text: str) -> Button:
        button = Button(self._theme, text, icon, tip=self._say(_LATER))
        button.setEnabled(False)
        return button

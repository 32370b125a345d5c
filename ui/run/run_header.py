"""RunHeader: which run this is, where it stands, and the buttons that change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.phrase import Phrase
from studio.run.run import RunEnding, RunSnapshot
from studio.run.setup import RunSetup
from studio.scenario.load_profile import constant
from ui.bridge.language import Say
from ui.run.run_controls import RunControls
from ui.run.sentences import stage_words
from ui.run.title_words import title_words
from ui.table.cells import PillCell
from ui.table.run_table import state_pill
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.figures import clock, moment
from ui.widget.layout import column, row
from ui.widget.stage_bar import StageBar
from ui.widget.text import ElidedLabel, label, set_pill


class RunHeader(QWidget):
    """Title, state, facts, the load profile with its progress, and the buttons of a run.

    Signals:
        back_asked: The list of runs is to be shown again.
    """

    back_asked = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self._setup: RunSetup | None = None
        self._run = self._host = self._started = ""
        self.title = ElidedLabel("", "h1")
        self.state_pill = label("", pill="accent")
        self.facts = ElidedLabel("", "small2")
        self.stage_bar = StageBar(theme)
        self.back_button = Button(
            theme,
            say(Phrase("run", "All runs")),
            Icon.BACK,
            "quiet",
            say(Phrase("run", "Back to all runs (Alt+Left)")),
        )
        self.controls = RunControls(theme, say)
        self._lay_out()
        self.back_button.clicked.connect(self._press_back)

    def show_setup(self, setup: RunSetup, run: str, host: str, started_at: str) -> None:
        """Say which run this is."""
        self._setup, self._run, self._host = setup, run, host
        self._started = moment(started_at) if started_at else ""
        self.title.setText(self._say(title_words(setup.scenario)))
        self.title.setToolTip(setup.question or self.title.text())
        self._show_progress(0.0)

    def show_snapshot(self, snapshot: RunSnapshot) -> None:
        """Say where it stands."""
        verdict = None if snapshot.verdict is None else snapshot.verdict.kind
        pill = state_pill(snapshot.state, snapshot.ending, verdict, self._say)
        if snapshot.silent_s:
            pill = PillCell(self._say(Phrase("run", "Not answering")), Icon.WARN, "warn")
        set_pill(self.state_pill, pill.tone)
        self.state_pill.setText(pill.text)
        self._show_facts(snapshot)
        self._show_progress(snapshot.at_s)
        self.controls.show_snapshot(snapshot)

    def _show_facts(self, snapshot: RunSnapshot) -> None:
        if self._setup is None:
            return
        self.facts.setText(
            self._say(
                _FACTS[snapshot.ending].of(
                    now=clock(snapshot.at_s),
                    length=clock(self._setup.scenario.load.duration_s),
                    started=self._started,
                    run=self._run,
                    host=self._host,
                )
            )
        )
        self.facts.setToolTip(self.facts.text())

    def _show_progress(self, now_s: float) -> None:
        profile = constant(1, 1.0) if self._setup is None else self._setup.scenario.load
        captions = tuple(self._say(words) for words in stage_words(profile))
        self.stage_bar.show_progress(profile.corners(), now_s, captions)

    def _press_back(self) -> None:
        self.back_asked.emit()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.title)
        line.addWidget(self.state_pill)
        line.addStretch(1)
        heading = column(line, self.facts, spacing=3)
        box = row(self.stage_bar, 6, self.back_button, self.controls, spacing=10)
        box.insertLayout(0, heading, 1)
        self.setLayout(box)


_FACTS = {
    None: Phrase("run", "{now} of {length} · started {started} · {run} · {host}"),
    RunEnding.COMPLETED: Phrase("run", "{now} long · started {started} · {run} · {host}"),
    RunEnding.STOPPED: Phrase(
        "run", "stopped by you at {now} of {length} · started {started} · {run} · {host}"
    ),
    RunEnding.STOPPED_BY_RULE: Phrase(
        "run", "stopped by a rule at {now} of {length} · started {started} · {run} · {host}"
    ),
    RunEnding.FAILED: Phrase(
        "run", "broke off at {now} of {length} · started {started} · {run} · {host}"
    ),
    RunEnding.INTERRUPTED: Phrase(
        "run",
        "the studio closed; everything up to {now} is kept · started {started} · {run} · {host}",
    ),
    RunEnding.NEVER_STARTED: Phrase(
        "run", "the studio closed before it started · {started} · {run} · {host}"
    ),
}

"""VerdictBox: what came of a run, in one sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from studio.phrase import Phrase
from studio.run.run import RunEnding, RunSnapshot, RunState
from studio.run.verdict import Verdict, VerdictKind
from ui.bridge.language import Say
from ui.run.found_words import found_words
from ui.run.sentences import capital, goal_words, margin_words, rule_words, verdict_words
from ui.table.run_table import state_pill, verdict_pill
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.figures import clock
from ui.widget.icon_label import IconLabel
from ui.widget.layout import restyle
from ui.widget.text import label, set_pill

_LOOK = {
    VerdictKind.GOALS_MET: (Icon.GOOD, "good"),
    VerdictKind.GOALS_MISSED: (Icon.BAD, "bad"),
    VerdictKind.UNTRUSTED: (Icon.WARN, "warn"),
    VerdictKind.NO_GOALS: (Icon.INFO, "accent"),
}

_GOALS_SAID = (VerdictKind.GOALS_MET, VerdictKind.GOALS_MISSED, VerdictKind.NO_GOALS)


class VerdictBox(QFrame):
    """The verdict's sentence and symbol, and each missed goal by name."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self.setProperty("card", True)
        self._icon = IconLabel(theme, Icon.INFO, "accent", 20)
        self.sentence = label("", "title", wrap=True)
        self.pill = label("", pill="plain")
        self.goals = label("", "body2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self._icon, 0, top)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.pill, 0, top)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 11, 14, 11)
        box.setSpacing(4)
        box.addLayout(head)
        self.goals.setIndent(30)
        box.addWidget(self.goals)
        self.hide()

    def show_ending(self, snapshot: RunSnapshot, target: str) -> None:
        """Say what came of the run; while it goes on there is nothing to be said."""
        self.setVisible(snapshot.verdict is not None and snapshot.ending is not RunEnding.FAILED)
        if snapshot.verdict is None:
            return
        said = self._say(verdict_words(snapshot.verdict, snapshot.total, target))
        lines = self._lines(snapshot, snapshot.verdict)
        icon, tone = _LOOK[snapshot.verdict.kind]
        pill = verdict_pill(snapshot.verdict.kind, self._say)
        if snapshot.search.limit is not None and snapshot.verdict.kind in _GOALS_SAID:
            # A search is made to break a goal: what it found comes first.
            icon, tone = Icon.INFO, "accent"
            lines.insert(0, said)
            said = found_words(snapshot.search.limit, self._say)
        if snapshot.ending is RunEnding.STOPPED_BY_RULE:
            # Whatever the goals say of the part that was run, this comes before it.
            icon, tone = Icon.STOP, "bad"
            pill = state_pill(RunState.CLOSED, snapshot.ending, None, self._say)
            lines.insert(0, said)
            said = self._say(rule_words(snapshot.events))
        self._icon.show_icon(icon, tone)
        restyle(self, "state", tone)
        set_pill(self.pill, pill.tone)
        self.pill.setText(pill.text)
        self.sentence.setText(said)
        self.goals.setText("\n".join(lines))
        self.goals.setVisible(bool(lines))

    def _lines(self, snapshot: RunSnapshot, verdict: Verdict) -> list[str]:
        lines = [
            f"{capital(self._say(goal_words(result.goal)))}: "
            f"{self._say(margin_words(result.goal, result.value))}"
            for result in verdict.missed
            if result.value is not None and verdict.kind is VerdictKind.GOALS_MISSED
        ]

        if snapshot.ending is RunEnding.INTERRUPTED:
            kept = Phrase("run", "The studio closed; everything up to {moment} is kept.")
            lines.insert(0, self._say(kept.of(moment=clock(snapshot.at_s))))
        return lines

"""CarriedList: what became of everything that was read, a line each, with its reason."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from studio.importer.carried_over import CarriedOver, Entry, Outcome
from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.widget.text import ElidedLabel, label

MOST_LINES = 200
_PILLS = {
    Outcome.LEFT_OUT: (Phrase("importer", "left out"), "warn"),
    Outcome.ADAPTED: (Phrase("importer", "adapted"), "accent"),
    Outcome.IMPORTED: (Phrase("importer", "imported"), "good"),
}
"""In the order they are shown: what a tester must know stands first."""


class CarriedList(QScrollArea):
    """The report of an import; what did not come, or came changed, stands first."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._say = say
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say(Phrase("importer", "What became of what was read")))

    def show_entries(self, carried_over: CarriedOver) -> None:
        """Show what became of everything."""
        entries = [it for outcome in _PILLS for it in carried_over.of(outcome)]
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 2, 10, 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 7)
        for line, entry in enumerate(entries[:MOST_LINES]):
            self._add(grid, line, entry)
        if len(entries) > MOST_LINES:
            words = Phrase("importer", "… and %n more", "", 1).of(n=len(entries) - MOST_LINES)
            grid.addWidget(label(self._say(words), "small2"), MOST_LINES, 2)
        grid.setRowStretch(len(entries) + 1, 1)
        self.setWidget(inside)

    def _add(self, grid: QGridLayout, line: int, entry: Entry) -> None:
        words, tone = _PILLS[entry.outcome]
        reason = self._say(entry.reason) if entry.reason.text else ""
        what = plain(self._say(entry.what))
        told = f"{what} – {plain(reason)}" if reason else what
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(
            label(self._say(words), pill=tone), line, 0, top | Qt.AlignmentFlag.AlignLeft
        )
        grid.addWidget(ElidedLabel(plain(entry.place), "body2"), line, 1, top)
        grid.addWidget(label(told, "body2", wrap=True), line, 2, top)

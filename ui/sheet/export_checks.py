"""ExportChecks: what was looked at before a journey may leave, each with its tick."""

from PySide6.QtWidgets import QWidget

from studio.export.ci_bundle import Leaving
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.icon_label import IconLabel
from ui.widget.layout import column, row
from ui.widget.text import label

_READS = Phrase("export", "consists of nothing but what it needs")
_CLEAN = Phrase("export", "no secret inside")
_TRIED = Phrase("export", "one user, one pass")
_NOT_TRIED = Phrase("export", "not tried since it was changed")
_GOALS = Phrase("export", "goals decide the exit code")
_NO_GOALS = Phrase("export", "no goals: the job fails when a request does")


class ExportChecks(QWidget):
    """A line of ticks; a missing one is a warning, for nothing here forbids to leave."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._say = say
        self.lines = [_Line(theme, say(it)) for it in (_READS, _CLEAN, _NOT_TRIED, _NO_GOALS)]
        self.setLayout(column(*self.lines, spacing=4))

    def show_checks(self, leaving: Leaving, *, is_tried: bool) -> None:
        """Show what was found of what is to leave."""
        _, _, tried, goals = self.lines
        has_goals = leaving.has_goals
        tried.show_line(self._say(_TRIED if is_tried else _NOT_TRIED), is_good=is_tried)
        goals.show_line(self._say(_GOALS if has_goals else _NO_GOALS), is_good=has_goals)


class _Line(QWidget):
    """A tick, or a sign of warning, and words."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._icon = IconLabel(theme, Icon.GOOD, "good", 16)
        self.words = label(words)
        self.setLayout(row(self._icon, self.words, None))

    def show_line(self, words: str, *, is_good: bool) -> None:
        self.words.setText(words)
        self._icon.show_icon(*((Icon.GOOD, "good") if is_good else (Icon.WARN, "warn")))

"""ProblemBar: what happened, what it means, what to do; at the top of a page."""

from PySide6.QtWidgets import QFrame

from studio.errors import StudioError
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.icon_label import IconLabel
from ui.widget.layout import column, row
from ui.widget.text import label


class ProblemBar(QFrame):
    """An error in its three sentences; hidden while there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("soft", "bad")
        self._happened = label("", "strong", wrap=True)
        self._meaning = label("", "body2", wrap=True)
        self._remedy = label("", wrap=True)
        texts = column(self._happened, self._meaning, self._remedy, spacing=3)
        line = row(IconLabel(theme, Icon.PROBLEM, "bad", 18), spacing=10)
        line.addLayout(texts, 1)
        line.setContentsMargins(14, 10, 14, 10)
        self.setLayout(line)
        self.hide()

    def show_error(self, error: StudioError, say: Say) -> None:
        """Show an error."""
        for widget, phrase in (
            (self._happened, error.happened),
            (self._meaning, error.meaning),
            (self._remedy, error.remedy),
        ):
            widget.setText(say(phrase) if phrase.text else "")
            widget.setVisible(bool(phrase.text))
        self.setAccessibleName(self._happened.text())
        self.show()

"""TopBar: which project, which place in it, and how it looks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.icon_label import IconLabel
from ui.widget.layout import row
from ui.widget.text import ElidedLabel, label

HEIGHT_PX = 52


class TopBar(QFrame):
    """Above every page.

    Signals:
        new_project: A new project is wanted.
        open_project: Another project is wanted.
    """

    new_project = Signal()
    open_project = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self.setObjectName("topbar")
        self.setFixedHeight(HEIGHT_PX)
        self.project_button = Button(
            theme,
            say(Phrase("top bar", "No project yet")),
            Icon.DOWN,
            "quiet",
            say(Phrase("top bar", "Open another project, or make one (Ctrl+O)")),
        )
        self.project_button.setMenu(self._menu())
        self.project_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # its caret last
        self._place = ElidedLabel("", "strong")
        self.look_only_pill = label(
            say(Phrase("top bar", "Look only: open elsewhere, or newer")), pill="warn"
        )
        self.look_only_pill.hide()
        self.theme_button = Button(theme, "", Icon.MOON, "quiet", say(_LIGHT_OR_DARK))
        self.theme_button.clicked.connect(theme.toggle)
        theme.changed.connect(self._show_theme)
        self._lay_out()
        self._show_theme()

    def show_project(self, title: str, *, look_only: bool) -> None:
        """Show which project is open."""
        self.project_button.setText(title)
        self.look_only_pill.setVisible(look_only)

    def show_place(self, *crumbs: str) -> None:
        """Show where in it one is."""
        self._place.setText("  /  ".join(crumbs))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        new = menu.addAction(self._say(Phrase("top bar", "New project…")))
        new.setShortcut("Ctrl+Shift+N")
        new.triggered.connect(self.new_project)
        other = menu.addAction(self._say(Phrase("top bar", "Open a project…")))
        other.setShortcut("Ctrl+O")
        other.triggered.connect(self.open_project)
        self.addActions([new, other])
        return menu

    def _lay_out(self) -> None:
        line = row(
            IconLabel(self._theme, Icon.LOGO, "accent", 24),
            self.project_button,
            label("/", "muted"),
        )
        line.addWidget(self._place, 1)
        line.addWidget(self.look_only_pill)
        line.addWidget(self.theme_button)
        line.setContentsMargins(14, 0, 14, 0)
        self.setLayout(line)

    def _show_theme(self) -> None:
        self.theme_button.show_icon(Icon.MOON if self._theme.name == "light" else Icon.SUN)


_LIGHT_OR_DARK = Phrase("top bar", "Light or dark")

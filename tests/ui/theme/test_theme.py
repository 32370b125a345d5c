"""Light and dark change while everything is on the screen."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.theme import Theme
from ui.theme.tokens import DARK, LIGHT


def test_a_theme_is_changed_for_the_whole_application(qapp: QApplication, theme: Theme) -> None:
    told: list[str] = []

    def note() -> None:
        told.append(theme.name)

    theme.changed.connect(note)
    assert theme.tokens is LIGHT
    theme.toggle()
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.bg)
    assert DARK.accent in qapp.styleSheet()
    theme.use("light")
    assert told == ["dark", "light"]

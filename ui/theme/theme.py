"""Theme: light or dark, changed while everything is on the screen."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import load_fonts, ui_font
from ui.theme.stylesheet import qt_palette, style_sheet
from ui.theme.tokens import THEMES, Palette


class Theme(QObject):
    """How the whole application looks.

    What is painted by hand reads `tokens` each time it paints, and repaints on `changed`.

    Signals:
        changed: There are other tokens from now on.
    """

    changed = Signal()

    def __init__(self, application: QApplication, name: str = "light") -> None:
        super().__init__()
        self._application = application
        self._tokens = THEMES[name]
        load_fonts()
        application.setStyle("Fusion")
        application.setFont(ui_font())
        self._dress()

    @property
    def tokens(self) -> Palette:
        """Colours and sizes as they are now."""
        return self._tokens

    @property
    def name(self) -> str:
        """`light` or `dark`."""
        return self._tokens.name

    def use(self, name: str) -> None:
        """Look so from now on."""
        self._tokens = THEMES[name]
        self._dress()
        self.changed.emit()

    def toggle(self) -> None:
        """Change from light to dark, or back."""
        self.use("dark" if self.name == "light" else "light")

    def _dress(self) -> None:
        self._application.setPalette(qt_palette(self._tokens))
        self._application.setStyleSheet(style_sheet(self._tokens))

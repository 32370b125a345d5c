"""The two fonts that come with the studio, so that it looks the same on each computer."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from ui.theme.tokens import FONT_MONO, FONT_UI, TYPE

FOLDER = Path(__file__).parents[2] / "resources" / "fonts"


@cache
def load_fonts() -> tuple[int, ...]:
    """Load every bundled font file, once; return Qt's numbers for them, -1 where it failed."""
    files = sorted([*FOLDER.glob("*.otf"), *FOLDER.glob("*.ttf")])
    return tuple(QFontDatabase.addApplicationFont(str(file)) for file in files)


def ui_font(px: int = TYPE["body"], weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface font, with figures of equal width: they do not dance."""
    font = _font(FONT_UI, px, weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def mono_font(px: int = TYPE["small"], weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the font of paths, code and recorded values."""
    font = _font(FONT_MONO, px, weight)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def _font(family: str, px: int, weight: QFont.Weight) -> QFont:
    font = QFont(family)
    font.setPixelSize(px)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font

"""The fonts that come with the studio load, and look the same everywhere."""

import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics

from ui.theme.fonts import FOLDER, load_fonts, mono_font, ui_font
from ui.theme.tokens import FONT_MONO, FONT_UI


@pytest.mark.usefixtures("qapp")
def test_every_bundled_font_loads() -> None:
    assert len(load_fonts()) == len([*FOLDER.glob("*.otf"), *FOLDER.glob("*.ttf")])
    assert -1 not in load_fonts()


@pytest.mark.usefixtures("theme")
def test_the_bundled_fonts_are_the_ones_that_are_used() -> None:
    assert QFontInfo(ui_font()).family() == FONT_UI
    assert QFontInfo(mono_font()).family() == FONT_MONO


@pytest.mark.usefixtures("theme")
def test_figures_do_not_dance() -> None:
    metrics = QFontMetrics(ui_font(24))
    assert len({metrics.horizontalAdvance(digit * 4) for digit in "0123456789"}) == 1


def test_each_font_brings_its_licence() -> None:
    assert len(list(FOLDER.glob("*-LICENSE.txt"))) == 2

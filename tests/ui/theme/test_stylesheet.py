"""Colours are written in one place."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.theme.stylesheet import qt_palette, style_sheet
from ui.theme.tokens import THEMES

UI = Path(__file__).parents[3] / "ui"


@pytest.mark.parametrize("name", THEMES)
def test_every_placeholder_has_its_token(name: str) -> None:
    sheet = style_sheet(THEMES[name])
    assert "$" not in sheet
    assert THEMES[name].accent in sheet


def test_the_palette_is_made_of_tokens() -> None:
    light = qt_palette(THEMES["light"])
    assert light.color(QPalette.ColorRole.Window) == QColor(THEMES["light"].bg)


def test_no_colour_is_written_anywhere_but_among_the_tokens() -> None:
    for path in UI.rglob("*.py"):
        if path.name != "tokens.py":
            assert not re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text("utf-8")), path

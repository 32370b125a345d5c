"""The moment below a plot."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ui.chart.chip import chip_place, draw_chip
from ui.theme.tokens import LIGHT

INNER = QRectF(52, 0, 400, 100)


@pytest.mark.parametrize(("x", "left"), [(200, 180), (52, 52), (452, 412)])
def test_a_chip_never_leaves_its_plot(x: float, left: float) -> None:
    assert chip_place(INNER, x, 40).left() == left


@pytest.mark.usefixtures("qapp")
def test_it_is_drawn_below_the_plot() -> None:
    image = QImage(500, 130, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_chip(painter, LIGHT, INNER, 200, "0:25")
    painter.end()
    assert image.pixelColor(200, 105).name().upper() == LIGHT.text
    assert image.pixelColor(200, 95) == Qt.GlobalColor.white

"""A number's course is drawn when there is one."""

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widget.spark import Spark


def drawn(spark: Spark, colour: str) -> int:
    image: QImage = spark.grab().toImage()
    wanted = QColor(colour)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_course_is_drawn_and_a_single_value_is_not(theme: Theme, qtbot: QtBot) -> None:
    spark = Spark(theme)
    qtbot.addWidget(spark)
    spark.resize(spark.sizeHint())
    spark.show_values((5.0,), "s_p95")
    assert drawn(spark, theme.tokens.s_p95) == 0
    spark.show_values((0.0, 5.0, 2.0), "s_p95")
    assert drawn(spark, theme.tokens.s_p95) > 0
    theme.use("dark")
    assert drawn(spark, theme.tokens.s_p95) > 0

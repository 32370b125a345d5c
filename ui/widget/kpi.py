"""Kpi: one number, its goal in words, its shape over time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme.fonts import ui_font
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE
from ui.widget.icon_label import IconLabel
from ui.widget.layout import column, restyle
from ui.widget.spark import Spark
from ui.widget.text import ElidedLabel, label, set_role

_ICONS = {"good": Icon.GOOD, "warn": Icon.WARN, "bad": Icon.BAD}


class Kpi(QFrame):
    """A card with one number; whether it is good is said by a symbol and a sentence."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._title = title
        self._value = label("", "metric")
        self._value.setFont(ui_font(TYPE["metric"], QFont.Weight.DemiBold))
        self._unit = label("", "muted")
        self._unit.setContentsMargins(0, 0, 0, 4)
        self._spark = Spark(theme)
        self._icon = IconLabel(theme, Icon.GOOD, "good", 14)
        self._note = ElidedLabel("", "muted")
        box = column(label(title, "label"), self._number_line(), self._note_line(), spacing=1)
        box.setContentsMargins(12, 9, 12, 9)
        self.setLayout(box)

    def show_number(
        self,
        value: str,
        unit: str,
        note: str,
        state: str | None,
        spark: Sequence[float],
        colour_token: str,
    ) -> None:
        """Show a number.

        Args:
            value: As it is written.
            unit: Beside it.
            note: What it is held against, in words.
            state: good, warn or bad; None where nothing is to be judged.
            spark: Its course over time.
            colour_token: The token of its colour in the charts.
        """
        self._value.setText(value)
        self._unit.setText(unit)
        self._note.setText(note)
        set_role(self._note, state or "muted")
        self._icon.setVisible(state is not None)
        if state is not None:
            self._icon.show_icon(_ICONS[state], state)
        self._spark.show_values(spark, colour_token)
        restyle(self, "state", "bad" if state == "bad" else "")
        self.setAccessibleName(f"{self._title}: {value} {unit}. {note}")

    def _number_line(self) -> QHBoxLayout:
        bottom = Qt.AlignmentFlag.AlignBottom
        line = QHBoxLayout()
        line.setSpacing(5)
        line.addWidget(self._value, 0, bottom)
        line.addWidget(self._unit, 0, bottom)
        line.addStretch(1)
        line.addWidget(self._spark, 0, bottom)
        return line

    def _note_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(5)
        line.addWidget(self._icon)
        line.addWidget(self._note, 1)
        return line

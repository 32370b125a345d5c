"""DecimalField: a number with one decimal, typed or moved by the arrow keys."""

from PySide6.QtWidgets import QDoubleSpinBox

_LEAST_PX = 96
_INSET_PX = 6


class DecimalField(QDoubleSpinBox):
    """A number between two others, to one decimal."""

    def __init__(self, minimum: float, maximum: float, value: float) -> None:
        super().__init__()
        self.setDecimals(1)
        self.setRange(minimum, maximum)
        self.setValue(value)
        self.setGroupSeparatorShown(True)
        self.setMinimumWidth(_LEAST_PX)
        self.lineEdit().setTextMargins(_INSET_PX, 0, _INSET_PX, 0)

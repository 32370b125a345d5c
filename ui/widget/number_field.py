"""NumberField: a whole number, typed or moved by the arrow keys."""

from PySide6.QtWidgets import QSpinBox

_LEAST_PX = 96
_INSET_PX = 6


class NumberField(QSpinBox):
    """A whole number between two others."""

    def __init__(self, minimum: int, maximum: int, value: int, suffix: str = "") -> None:
        super().__init__()
        self.setRange(minimum, maximum)
        self.setValue(value)
        self.setSuffix(f" {suffix}" if suffix else "")
        self.setGroupSeparatorShown(True)
        self.setMinimumWidth(_LEAST_PX)
        self.lineEdit().setTextMargins(_INSET_PX, 0, _INSET_PX, 0)

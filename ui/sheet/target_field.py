"""TargetField: what is put under load, the practice shop or an address."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from studio.phrase import Phrase
from studio.scenario.scenario import PRACTICE_SHOP
from ui.bridge.language import Say
from ui.widget.segment import Segment

_PRACTICE, _ADDRESS = 0, 1
_LONGEST = 2000


class TargetField(QWidget):
    """The practice shop, or an address that is typed.

    Signals:
        changed: Another target was chosen or typed.
    """

    changed = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__()
        choices = (say(Phrase("run", "Practice shop")), say(Phrase("run", "An address")))
        self.target_box = Segment(choices, _PRACTICE, say(Phrase("run", "Target")))
        self.address_edit = QLineEdit()
        self.address_edit.setMaxLength(_LONGEST)
        self.address_edit.setPlaceholderText("https://staging.shop.test")
        self.address_edit.setAccessibleName(say(Phrase("run", "Address of the target")))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.target_box)
        box.addWidget(self.address_edit, 1)
        box.addStretch(0)
        self.target_box.chosen_changed.connect(self._choose)
        self.address_edit.textChanged.connect(self._type)

    def show_target(self, target: str) -> None:
        """Begin with a target."""
        is_practice = target == PRACTICE_SHOP
        self.address_edit.setText("" if is_practice else target)
        self.target_box.choose(_PRACTICE if is_practice else _ADDRESS)
        self.address_edit.setVisible(not is_practice)

    def target(self) -> str:
        """Return the target as it stands; empty where no address has been typed."""
        if self.target_box.chosen == _PRACTICE:
            return PRACTICE_SHOP
        return self.address_edit.text().strip().rstrip("/")

    def _choose(self, place: int) -> None:
        self.address_edit.setVisible(place == _ADDRESS)
        self.changed.emit()

    def _type(self, _text: str) -> None:
        self.changed.emit()

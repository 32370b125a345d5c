"""Becomes: the first line of the Python a step becomes, and a link to all of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.widget.button import Button
from ui.widget.layout import frame, row
from ui.widget.text import ElidedLabel, label

_LEFT_TO_RIGHT = "\u2066{}\u2069"


class Becomes(QWidget):
    """One line of code, and how many there are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._node_id, self._request_id = desk, "", ""
        self.code_label = ElidedLabel("", "mono2")
        self.code_link = Button(desk.theme, "", None, "link")
        self.code_link.setObjectName("code_link")
        self._plate = frame(sunken=True)
        line = row(self.code_label, self.code_link, spacing=8)
        line.setContentsMargins(10, 2, 8, 2)
        self._plate.setLayout(line)
        self._none = label(desk.say(Phrase("journey", "Nothing yet.")), "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._plate)
        box.addWidget(self._none)
        self.code_link.clicked.connect(self._ask)

    def show_node(self, node_id: str, request_id: str = "") -> None:
        """Show what a node becomes; of a request, its own lines, where they are known."""
        self._node_id, self._request_id = node_id, request_id
        code = self._desk.around.code
        lines = code.get(request_id, code.get(node_id, "")).strip().splitlines()
        self._plate.setVisible(bool(lines))
        self._none.setVisible(not lines)
        if lines:
            whole = " ".join(line.strip() for line in lines)
            self.code_label.setText(_LEFT_TO_RIGHT.format(whole[:200]))
            words = Phrase("journey", "%n line(s)", "", 1).of(n=len(lines))
            self.code_link.setText(self._desk.say(words))
            tip = self._desk.say(Phrase("journey", "Show the code (Ctrl+E)"))
            self.code_link.setToolTip(tip)
            self.code_link.setAccessibleName(f"{tip}: {self.code_link.text()}")

    def _ask(self) -> None:
        self._desk.code_asked.emit(self._node_id)

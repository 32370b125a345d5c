"""AddressEdit: path and query of a request in one line, and what is wrong with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.address_line import address_of, is_address, with_address, without_site
from studio.journey.request import Request
from studio.journey.template import Text, put_together, take_apart
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.template_edit import TemplateEdit
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.layout import restyle, row
from ui.widget.text import label

_NO_SLASH = Phrase("journey", "An address begins with /. The site itself belongs to the target.")
_REPAIR = Phrase("journey", "Keep what follows the site")


class AddressEdit(QWidget):
    """The address of a request, variables and all.

    Signals:
        edited: The request with another path and query.
    """

    edited = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._request = Request("", "GET", "/")
        self.edit = TemplateEdit(desk, desk.say(Phrase("journey", "Address")))
        self.edit.setObjectName("address_edit")
        self.problem = QWidget()
        self.repair_link = Button(desk.theme, desk.say(_REPAIR), Icon.REPAIR, "link")
        words = label(desk.say(_NO_SLASH), "bad", wrap=True)
        line = row(words, self.repair_link, spacing=8)
        line.setStretch(0, 1)
        self.problem.setLayout(line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        box.addWidget(self.edit)
        box.addWidget(self.problem)
        self.problem.hide()
        self.setFocusProxy(self.edit)
        self.edit.text_changed.connect(self._take)
        self.repair_link.clicked.connect(self._repair)

    def show_request(self, request: Request) -> None:
        """Show the address of a request; nothing is told of it."""
        self._request = request
        self.edit.show_text(address_of(request))
        self._judge(address_of(request))

    def _take(self, address: Text) -> None:
        if self._judge(address):
            # From the request as it was shown: on the way a query may be no list of fields.
            self.edited.emit(with_address(self._request, address))

    def _judge(self, address: Text) -> bool:
        is_good = is_address(address)
        self.problem.setVisible(not is_good)
        restyle(self.edit, "wrong", value=not is_good)
        return is_good

    def _repair(self) -> None:
        address = without_site(take_apart(self.edit.shown))
        self.edit.show_shown(put_together(address))
        self._take(address)
        self.edit.setFocus()

"""RequestChooser: which of a step's requests is shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from studio.journey.address_line import address_of
from studio.journey.request import Request
from studio.journey.template import put_together
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.text import label

_LONGEST = 60


class RequestChooser(QWidget):
    """A menu of requests, and buttons for the one before and after; hidden where there is one.

    Signals:
        chosen_changed: The id of the request that was chosen by hand.
        request_asked: Another request is to be added.
        request_dropped: The id of the request that is to go.
    """

    chosen_changed = Signal(str)
    request_asked = Signal()
    request_dropped = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._requests: Sequence[Request] = ()
        self._chosen = ""
        say, theme = desk.say, desk.theme
        self.menu_button = Button(theme, "", Icon.DOWN, "field")
        self._menu = QMenu(self.menu_button)
        self._menu.aboutToShow.connect(self._offer)
        self.menu_button.setMenu(self._menu)
        self._place = label("", "muted")
        previous, following = (
            Phrase("journey", "Request before"),
            Phrase("journey", "Request after"),
        )
        self.previous_button = Button(theme, "", Icon.PREVIOUS, "quiet", say(previous))
        self.next_button = Button(theme, "", Icon.NEXT, "quiet", say(following))
        add, drop = Phrase("journey", "Add a request"), Phrase("journey", "Remove this request")
        self.add_button = Button(theme, "", Icon.ADD, "quiet", say(add))
        self.drop_button = Button(theme, "", Icon.CLOSE, "quiet", say(drop))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.menu_button, 1)
        box.addWidget(self._place)
        for button in (self.previous_button, self.next_button, self.add_button, self.drop_button):
            box.addWidget(button)
        self.previous_button.clicked.connect(lambda: self._step(-1))
        self.next_button.clicked.connect(lambda: self._step(1))
        self.add_button.clicked.connect(self.request_asked)
        self.drop_button.clicked.connect(lambda: self.request_dropped.emit(self._chosen))

    @property
    def chosen(self) -> Request | None:
        """The request that is chosen; None where the step has none."""
        return next((it for it in self._requests if it.id == self._chosen), None)

    def show_requests(self, requests: Sequence[Request], *, is_another: bool = False) -> None:
        """Show the requests of a step; the chosen one stays so unless it is another step."""
        self._requests = requests
        if is_another or self.chosen is None:
            self._chosen = requests[0].id if requests else ""
        self._show()

    def choose(self, request_id: str) -> None:
        """Choose one; nothing is told of it."""
        self._chosen = request_id
        self._show()

    def _show(self) -> None:
        chosen, count = self.chosen, len(self._requests)
        place = self._requests.index(chosen) if chosen else 0
        self.menu_button.setText(_words(chosen) if chosen else "")
        self.menu_button.setAccessibleName(
            self._desk.say(
                Phrase("journey", "Request: {request}").of(request=self.menu_button.text())
            )
        )
        words = Phrase("journey", "{place} of {count}").of(place=place + 1, count=count)
        self._place.setText(self._desk.say(words))
        self.previous_button.setEnabled(place > 0)
        self.next_button.setEnabled(place + 1 < count)
        several = count > 1
        for part in (self.menu_button, self._place, self.previous_button, self.next_button):
            part.setVisible(several)
        self.drop_button.setVisible(several)
        self.setVisible(several or not count)

    def _offer(self) -> None:
        self._menu.clear()
        for request in self._requests:
            action = self._menu.addAction(_words(request))
            action.triggered.connect(lambda _checked=False, it=request.id: self._take(it))

    def _step(self, by: int) -> None:
        place = next(i for i, it in enumerate(self._requests) if it.id == self._chosen)
        self._take(self._requests[place + by].id)

    def _take(self, request_id: str) -> None:
        self.choose(request_id)
        self.chosen_changed.emit(request_id)


def _words(request: Request) -> str:
    address = put_together(address_of(request))
    shown = address if len(address) <= _LONGEST else f"{address[:_LONGEST]}…"
    return f"{request.method} {shown}".replace("&", "&&")

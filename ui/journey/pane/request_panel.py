"""RequestPanel: one request as a sentence: where it goes, what it sends, takes and checks."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.journey.auth import Auth
from studio.journey.body import Body
from studio.journey.check import Check
from studio.journey.request import QueryField, Request
from studio.journey.take import Take
from studio.phrase import Phrase
from ui.journey.pane.address_edit import AddressEdit
from ui.journey.pane.auth_kinds import OF_REQUEST, AsJourney
from ui.journey.pane.body_edit import BodyEdit
from ui.journey.pane.checks_list import ChecksList
from ui.journey.pane.desk import Desk
from ui.journey.pane.folds import Folds
from ui.journey.pane.method_box import MethodBox
from ui.journey.pane.pair_row import Pair
from ui.journey.pane.pairs_table import HEADERS, PairsTable, as_pairs, from_pairs
from ui.journey.pane.query_table import QueryTable
from ui.journey.pane.record_form import RecordForm
from ui.journey.pane.request_options import OPTIONS
from ui.journey.pane.section import Section
from ui.journey.pane.takes_list import TakesList
from ui.journey.pane.union_form import UnionForm
from ui.theme.icons import Icon
from ui.widget.layout import hairline

_NONE_YET = Request("", "GET", "/")


class RequestPanel(QWidget):
    """Everything about one request.

    Signals:
        edited: The request after a change by hand, and the key by which such changes merge.
    """

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._request = desk, _NONE_YET
        self.method_box = MethodBox(desk)
        self.address = AddressEdit(desk)
        self.body = BodyEdit(desk)
        self.address_folds, self.body_folds = Folds(desk), Folds(desk)
        self.takes_list = TakesList(desk)
        self.checks_list = ChecksList(desk)
        self._query, self._headers = QueryTable(desk), PairsTable(desk, HEADERS)
        self._auth = UnionForm(desk, desk.say(Phrase("journey", "Signs in")), OF_REQUEST)
        self._options = RecordForm(desk, OPTIONS)
        self._add_folds()
        self._lay_out()
        self._connect()

    @property
    def request(self) -> Request:
        """The request as it stands."""
        return self._request

    def show_request(self, request: Request) -> None:
        """Show a request; nothing is told of it."""
        is_another = request.id != self._request.id
        if request == self._request and not is_another:
            return
        self._request = request
        self.method_box.show_method(request.method)
        self.address.show_request(request)
        self.body.show_body(request.body, is_another=is_another)
        self.takes_list.show_request(request)
        self.checks_list.show_request(request)
        self.address_folds.show_value(request)
        self.body_folds.show_value(request)
        self._show_words()

    def _show_words(self) -> None:
        """Say on the links how many there are."""
        request, say = self._request, self._desk.say
        query = Phrase("journey", "%n parameter(s)", "", 1).of(n=len(request.query))
        none = Phrase("journey", "Parameters")
        self.address_folds.say_of("query", say(query if request.query else none))
        headers = Phrase("journey", "%n header(s)", "", 1).of(n=len(request.headers))
        none = Phrase("journey", "Headers")
        self.body_folds.say_of("headers", say(headers if request.headers else none))
        self.body_folds.say_of("auth", _auth_words(self._desk, request.auth))

    def _add_folds(self) -> None:
        say = self._desk.say
        self.address_folds.add(
            "query", "", lambda: self._query, lambda it: self._query.show_query(it.query)
        )
        options = say(Phrase("journey", "Options"))
        self.address_folds.add("options", options, lambda: self._options, self._options.show_record)
        self.body_folds.add(
            "headers",
            "",
            lambda: self._headers,
            lambda it: self._headers.show_pairs(as_pairs(it.headers)),
        )
        self.body_folds.add(
            "auth",
            "",
            lambda: self._auth,
            lambda it: self._auth.show_record(it.auth or AsJourney()),
        )

    def _lay_out(self) -> None:
        theme, say = self._desk.theme, self._desk.say
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.method_box)
        line.addWidget(self.address, 1)
        sends = QWidget()
        inside = QVBoxLayout(sends)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.body)
        inside.addWidget(self.body_folds)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(line)
        box.addWidget(self.address_folds)
        for icon, title, content in (
            (Icon.UP, Phrase("journey", "Sends"), sends),
            (Icon.LINK, Phrase("journey", "Takes"), self.takes_list),
            (Icon.CHECK, Phrase("journey", "Checks"), self.checks_list),
        ):
            box.addWidget(hairline())
            box.addWidget(Section(theme, icon, say(title), content))

    def _connect(self) -> None:
        self.method_box.edited.connect(self._take_method)
        self.address.edited.connect(self._take_address)
        self.body.edited.connect(self._take_body)
        self.takes_list.edited.connect(self._take_takes)
        self.checks_list.edited.connect(self._take_checks)
        self._query.edited.connect(self._take_query)
        self._headers.edited.connect(self._take_headers)
        self._auth.edited.connect(self._take_auth)
        self._options.edited.connect(self._tell)

    def _take_method(self, method: str) -> None:
        self._tell(replace(self._request, method=method), "method")

    def _take_address(self, found: Request) -> None:
        self._tell(replace(self._request, path=found.path, query=found.query), "address")

    def _take_body(self, body: Body, key: str) -> None:
        self._tell(replace(self._request, body=body), key)

    def _take_takes(self, takes: tuple[Take, ...], key: str) -> None:
        self._tell(replace(self._request, takes=takes), key)

    def _take_checks(self, checks: tuple[Check, ...], key: str) -> None:
        self._tell(replace(self._request, checks=checks), key)

    def _take_query(self, query: tuple[QueryField, ...], key: str) -> None:
        self._tell(replace(self._request, query=query), key)
        self.address.show_request(self._request)

    def _take_headers(self, pairs: tuple[Pair, ...], key: str) -> None:
        self._tell(replace(self._request, headers=from_pairs(pairs)), key)

    def _take_auth(self, auth: Auth | AsJourney, attribute: str) -> None:
        wanted = None if isinstance(auth, AsJourney) else auth
        self._tell(replace(self._request, auth=wanted), f"auth.{attribute}")

    def _tell(self, request: Request, key: str) -> None:
        self._request = request
        self._options.take_over(request)
        self.address_folds.keep(request)
        self.body_folds.keep(request)
        self._show_words()
        if key == "address":
            self.address_folds.show_value(request)
        self.edited.emit(request, f"{request.id}.{key}")


def _auth_words(desk: Desk, auth: Auth | None) -> str:
    if auth is None:
        return desk.say(Phrase("journey", "Sign-in"))
    words = desk.say(OF_REQUEST[type(auth)].words)
    return desk.say(Phrase("journey", "Sign-in: {way}").of(way=words))

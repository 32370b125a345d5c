"""JourneyListPage: all journeys of a project."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from studio.phrase import Phrase
from studio.project.journey_list import JourneyLine
from ui.bridge.language import Say
from ui.table.column_table import ColumnTable
from ui.table.data_table import DataTable
from ui.table.journey_table import journey_columns
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.empty_state import EmptyState
from ui.widget.figures import count
from ui.widget.layout import card, row
from ui.widget.text import label

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class JourneyListPage(QWidget):
    """All journeys, a field that filters them, and what can be done with the chosen one.

    Signals:
        opened: The id of the journey to be shown.
        new_asked: An empty journey is to be made.
        practice_asked: The practice shop's journey is to be taken into the project.
        run_asked: The id of the journey a run is to be set up with.
        duplicate_asked: The id of the journey that is to be copied.
        rename_asked: The id of a journey that is to be called otherwise.
        delete_asked: The id of the journey that is to go.
        export_asked: The id of the journey that is to leave for CI.
        import_asked: Journeys are to be brought in.
    """

    opened = Signal(str)
    new_asked = Signal()
    practice_asked = Signal()
    run_asked = Signal(str)
    duplicate_asked = Signal(str)
    rename_asked = Signal(str)
    delete_asked = Signal(str)
    export_asked = Signal(str)
    import_asked = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._is_fixed, self._can_export = True, False
        self.setObjectName("page")
        self._model = ColumnTable(journey_columns(say), say, _key, self)
        self.journey_table = DataTable(theme, self._model, say(Phrase("journey", "Journeys")))
        self.journey_table.setObjectName("journey_table")
        self.filter_edit = self._make_filter()
        self.match_label = label("", "muted")
        self.import_menu = self._make_later(
            "import_menu", Phrase("journey", "Import…"), Icon.IMPORT, _NO_IMPORT
        )
        self.record_button = self._make_later(
            "record_button", Phrase("journey", "Record"), Icon.RECORDER, _NO_RECORDER
        )
        self.new_button = Button(
            theme, say(Phrase("journey", "New journey")), Icon.ADD, "primary", say(_NEW_TIP)
        )
        self.new_button.setObjectName("new_button")
        self.run_button = Button(theme, say(Phrase("journey", "Run…")), Icon.PLAY)
        self.more_button = Button(theme, "", Icon.MORE, "quiet", say(Phrase("journey", "More")))
        self.practice_button = Button(theme, say(_PRACTICE), Icon.SHOP)
        self.first_button = Button(
            theme, say(Phrase("journey", "New journey")), Icon.ADD, "primary"
        )
        self.clear_button = Button(theme, say(Phrase("journey", "Clear filter")))
        self._actions = self._make_actions()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.journey_table)
        self.show_journeys((), look_only=True)

    def show_journeys(self, lines: Sequence[JourneyLine], *, look_only: bool) -> None:
        """Show these journeys; `look_only`: nothing can be made, changed or run."""
        self._is_fixed = look_only
        self._model.show(lines)
        self._show_matches()
        index = self._model.index(0, 0)
        if lines and index.isValid() and not self.journey_table.currentIndex().isValid():
            self.journey_table.setCurrentIndex(index)
        self._allow()

    def allow_import(self) -> None:
        """Offer to bring journeys in."""
        self.import_menu.setEnabled(True)
        self.import_menu.setToolTip(self._say(Phrase("journey", "Bring in journeys from a file")))

    def allow_export(self) -> None:
        """Offer to let journeys leave for CI."""
        self._can_export = True
        self._allow()

    def action(self, name: str) -> QAction:
        """Return what can be done with the chosen journey, by its name, such as `delete`."""
        return self._actions[name]

    @property
    def chosen(self) -> str:
        """The id of the journey that is chosen; empty: none is."""
        line = self._model.row_at(self.journey_table.currentIndex())
        return line.id if isinstance(line, JourneyLine) else ""

    def _allow(self) -> None:
        for button in (self.new_button, self.first_button, self.practice_button):
            button.setEnabled(not self._is_fixed)
            button.setToolTip(self._say(_LOOK_ONLY if self._is_fixed else _NEW_TIP))
        can_change = bool(self.chosen) and not self._is_fixed
        self.run_button.setEnabled(can_change)
        self.more_button.setEnabled(bool(self.chosen))
        for name, action in self._actions.items():
            action.setEnabled(bool(self.chosen) if name == "open" else can_change)
        self._actions["export"].setEnabled(bool(self.chosen) and self._can_export)

    def _make_later(self, name: str, words: Phrase, icon: Icon, why: Phrase) -> Button:
        button = Button(self._theme, self._say(words), icon, tip=self._say(why))
        button.setObjectName(name)
        button.setEnabled(False)
        return button

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        text = self._say(Phrase("journey", "Filter journeys"))
        field.setObjectName("filter_edit")
        field.setPlaceholderText(text)
        field.setAccessibleName(text)
        field.setFixedWidth(230)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._filter)
        field.returnPressed.connect(self._leave_filter)
        return field

    def _make_actions(self) -> dict[str, QAction]:
        found: dict[str, QAction] = {}
        for name, words, keys, signal in (
            ("open", Phrase("journey", "Open"), "", self.opened),
            ("run", Phrase("journey", "Run…"), "Ctrl+R", self.run_asked),
            ("duplicate", Phrase("journey", "Duplicate"), "Ctrl+D", self.duplicate_asked),
            ("rename", Phrase("journey", "Rename…"), "F2", self.rename_asked),
            ("export", Phrase("journey", "Export for CI…"), "", self.export_asked),
            ("delete", Phrase("journey", "Delete"), "Del", self.delete_asked),
        ):
            action = QAction(self._say(words), self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(_HERE)
            action.triggered.connect(lambda _=False, told=signal: told.emit(self.chosen))
            self.addAction(action)
            found[name] = action
        return found

    def _lay_out(self) -> None:
        title = label(self._say(Phrase("journey", "Journeys")), "h1")
        holder = card()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 6, 0, 6)
        inside.addWidget(self.journey_table)
        for page in (holder, self._no_match(), self._empty()):
            self._pages.addWidget(page)
        self._pages.setFrameShape(QFrame.Shape.NoFrame)
        self.more_button.setMenu(self._menu())
        line = row(title, 12, self.filter_edit, self.match_label, None)
        for part in (self.run_button, self.more_button, self.import_menu, self.record_button):
            line.addWidget(part)
        line.addWidget(self.new_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 14, 20, 12)
        box.setSpacing(12)
        box.addLayout(line)
        box.addWidget(self._pages, 1)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addActions(list(self._actions.values()))
        return menu

    def _empty(self) -> QWidget:
        self.empty_state = EmptyState(
            self._theme,
            Icon.JOURNEYS,
            self._say(Phrase("journey", "No journey yet")),
            self._say(Phrase("journey", "A journey is what one visitor does, step by step.")),
            self.first_button,
            self.practice_button,
        )
        return self.empty_state

    def _no_match(self) -> QWidget:
        self.no_match = EmptyState(
            self._theme,
            Icon.SEARCH,
            self._say(Phrase("journey", "No journey matches")),
            self._say(Phrase("journey", "Journeys are searched by every word in their line.")),
            self.clear_button,
        )
        return self.no_match

    def _connect(self) -> None:
        table = self.journey_table
        table.row_opened.connect(self._open)
        table.selectionModel().currentChanged.connect(self._allow)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        self.clear_button.clicked.connect(self.filter_edit.clear)
        for button in (self.new_button, self.first_button):
            button.clicked.connect(self.new_asked)
        self.practice_button.clicked.connect(self.practice_asked)
        self.import_menu.clicked.connect(self.import_asked)
        self.run_button.clicked.connect(self._actions["run"].trigger)
        for keys, slot in (
            ("Ctrl+N", self.new_button.click),
            ("Ctrl+F", self.filter_edit.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(_HERE)
            shortcut.activated.connect(slot)

    def _open(self, line: JourneyLine) -> None:
        self.opened.emit(line.id)

    def _open_menu(self, at: QPoint) -> None:
        if self.journey_table.indexAt(at).isValid():
            menu = self._menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.journey_table.viewport().mapToGlobal(at))

    def _show_matches(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        self._pages.setCurrentIndex(2 if not total else 1 if not shown else 0)
        for part in (self.filter_edit, self.run_button, self.more_button, self.new_button):
            part.setVisible(total > 0)
        text = ""
        if total and self.filter_edit.text().strip():
            words = Phrase("journey", "{shown} of {total} match")
            text = self._say(words.of(shown=count(shown), total=count(total)))
        self.match_label.setText(text)

    def _filter(self, words: str) -> None:
        self._model.filter(words)
        self._show_matches()

    def _leave_filter(self) -> None:
        self.journey_table.setFocus()
        self.journey_table.setCurrentIndex(self._model.index(0, 0))


def _key(line: JourneyLine) -> str:
    return line.id


_NEW_TIP = Phrase("journey", "Make a journey, step by step (Ctrl+N)")
_PRACTICE = Phrase("journey", "Use the practice shop’s")
_LOOK_ONLY = Phrase("journey", "This project is open to look only, or none is open.")
_NO_IMPORT = Phrase("journey", "Bringing in HAR, cURL, Postman and others comes with this version.")
_NO_RECORDER = Phrase("journey", "The recorder comes with a later version.")

"""StepActions: what can be done with the chosen lines, by keys, by menu and by buttons."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from studio.errors import StudioError
from studio.journey.clipboard import can_paste, copy, cut, paste, paste_requests
from studio.journey.edit import Edit
from studio.journey.editing import rename
from studio.journey.journey import Journey
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.journey.drop_place import DropPlace
from ui.journey.line import Line, LineKind
from ui.journey.step_commands import (
    Command,
    Commands,
    double,
    dropped,
    go_down,
    go_in,
    go_out,
    go_up,
    spot_at,
    take_apart,
    take_away,
    turn_on_or_off,
)
from ui.journey.step_tree import StepTree


class StepActions(QObject):
    """Turns what is done in the tree into edits.

    Signals:
        edited: An `Edit` of the journey that is shown.
        deleted: What was done can be undone, and is to be said: the words.
        refused: A `StudioError`.
        pasted: A text that is no part of a journey was pasted, such as a command of curl.
    """

    edited = Signal(object)
    deleted = Signal(str)
    refused = Signal(object)
    pasted = Signal(str)

    def __init__(self, say: Say, tree: StepTree) -> None:
        super().__init__(tree)
        self._say, self._tree = say, tree
        self._journey: Journey | None = None
        self._is_fixed = False
        self.commands = Commands(say)
        self._actions: dict[str, QAction] = {}
        self._add_actions()
        tree.moved.connect(self._drop)
        tree.named.connect(self._rename)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._open_menu)

    def show_journey(self, journey: Journey, *, is_fixed: bool) -> None:
        """Work on this journey; `is_fixed`: only to copy from."""
        self._journey, self._is_fixed = journey, is_fixed
        for name, action in self._actions.items():
            action.setEnabled(not is_fixed or name == "copy")

    def action(self, name: str) -> QAction:
        """Return an action by its name, such as `delete`."""
        return self._actions[name]

    def do(self, command: Command) -> bool:
        """Do something with what is chosen; return whether there was something to be done."""
        if self._journey is None or self._is_fixed:
            return False
        try:
            edit = command(self._journey, self._lines())
        except StudioError as error:
            self.refused.emit(error)
            return False
        if edit is None or edit.journey is self._journey:
            return False
        self.edited.emit(edit)
        return True

    def menu(self) -> QMenu:
        """Return the menu of all that can be done."""
        menu = QMenu(self._tree)
        for name in _MENU:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        return menu

    def _lines(self) -> tuple[Line, ...]:
        chosen, current = self._tree.chosen, self._tree.current
        if not chosen and current is not None and current.kind is LineKind.SECTION:
            return (current,)
        return chosen

    def _add_actions(self) -> None:
        run: dict[str, Callable[[], object]] = {
            "cut": self._cut,
            "copy": self._copy,
            "paste": self._paste,
            "rename": self._begin_rename,
            "delete": self._delete,
        }
        commands: dict[str, Command] = {
            "duplicate": double,
            "switch": turn_on_or_off,
            "up": go_up,
            "down": go_down,
            "in": go_in,
            "out": go_out,
            "apart": take_apart,
            "add_step": self.commands.add_step,
            "add_request": self.commands.add_request,
            "add_loop": self.commands.add_loop,
            "add_choice": self.commands.add_choice,
            "add_condition": self.commands.add_condition,
            "add_group": self.commands.add_group,
            "add_code": self.commands.add_code,
        }
        run |= {name: self._doing(command) for name, command in commands.items()}
        for name, words, keys in _ACTIONS:
            action = QAction(self._say(words), self)
            action.setShortcuts([QKeySequence(it) for it in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(run[name])
            self._actions[name] = action
            self._tree.addAction(action)

    def _doing(self, command: Command) -> Callable[[], object]:
        return lambda: self.do(command)

    def _begin_rename(self) -> None:
        if self._tree.current is not None and not self._is_fixed:
            self._tree.edit(self._tree.currentIndex())

    def _rename(self, node: str, name: str) -> None:
        self.do(lambda journey, _: rename(journey, node, name))

    def _delete(self) -> None:
        names = [self._tree.lines_model.title(it) or it.address for it in self._lines()]
        if not self.do(take_away):
            return
        words = Phrase("journey", "Deleted “{name}”").of(name=names[0][:60])
        if len(names) > 1:
            words = Phrase("journey", "Deleted %n line(s)", "", 1).of(n=len(names))
        self.deleted.emit(self._say(words))

    def _copy(self) -> None:
        if self._journey is not None:
            text = copy(self._journey, [it.whole for it in self._lines()])
            if text:
                QGuiApplication.clipboard().setText(text)

    def _cut(self) -> None:
        def take_out(journey: Journey, lines: object) -> Edit | None:  # noqa: ARG001
            text, edit = cut(journey, [it.whole for it in self._lines()])
            if text:
                QGuiApplication.clipboard().setText(text)
            return edit

        self.do(take_out)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if can_paste(text):
            self.do(lambda journey, lines: _pasted(journey, list(lines), text))
        elif text.strip() and not self._is_fixed:
            self.pasted.emit(text)

    def _drop(self, ids: tuple[str, ...], place: DropPlace) -> None:
        lines, rows = self._tree.lines_model.lines, self._tree.lines_model.rows
        are_requests = all(lines[rows[it]].kind is LineKind.REQUEST for it in ids if it in rows)
        self.do(lambda journey, _: dropped(journey, ids, place, are_requests=are_requests))

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._tree.viewport().mapToGlobal(at))


def _pasted(journey: Journey, lines: list[Line], text: str) -> Edit:
    match lines:
        case [*_, Line(kind=LineKind.REQUEST) as line]:
            return paste_requests(journey, text, line.owner, line.index + 1)
        case _:
            return paste(journey, text, spot_at(journey, lines))


_ACTIONS = (
    ("add_step", Phrase("journey", "Add a step"), ("Ctrl+N",)),
    ("add_request", Phrase("journey", "Add a request to this step"), ("Ctrl+Shift+R",)),
    ("add_loop", Phrase("journey", "Repeat"), ("Ctrl+L",)),
    ("add_choice", Phrase("journey", "Let a share of the passes go here"), ("Ctrl+Shift+C",)),
    ("add_condition", Phrase("journey", "Add a condition"), ()),
    ("add_group", Phrase("journey", "Group"), ("Ctrl+G",)),
    ("add_code", Phrase("journey", "Add a block of code"), ()),
    ("cut", Phrase("journey", "Cut"), ("Ctrl+X",)),
    ("copy", Phrase("journey", "Copy"), ("Ctrl+C",)),
    ("paste", Phrase("journey", "Paste"), ("Ctrl+V",)),
    ("duplicate", Phrase("journey", "Duplicate"), ("Ctrl+D",)),
    ("rename", Phrase("journey", "Rename"), ("F2",)),
    ("switch", Phrase("journey", "Switch on or off"), ("Space",)),
    ("up", Phrase("journey", "Move up"), ("Alt+Up",)),
    ("down", Phrase("journey", "Move down"), ("Alt+Down",)),
    ("in", Phrase("journey", "Move into the block above"), ("Alt+Right",)),
    ("out", Phrase("journey", "Move out of the block"), ("Alt+Left",)),
    ("apart", Phrase("journey", "Take the block apart"), ()),
    ("delete", Phrase("journey", "Delete"), ("Del", "Backspace")),
)
_MENU = (
    *("add_step", "add_request", "add_loop", "add_choice", "add_condition", "add_group"),
    *("add_code", "", "cut", "copy", "paste", "duplicate", "", "rename", "switch", "", "up"),
    *("down", "in", "out", "apart", "", "delete"),
)

"""The ways to put right a variable that has no value, as entries of a menu."""

from collections.abc import Callable
from difflib import get_close_matches

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studio.phrase import Phrase
from ui.journey.pane.desk import Desk

_MOST_ALIKE = 3


def add_repairs(menu: QMenu, desk: Desk, name: str, rename: Callable[[str], None]) -> None:
    """Put the repairs of an undefined variable at the top of a menu.

    Args:
        menu: The menu.
        desk: Knows the variables there are, and takes the repair that is chosen.
        name: The variable without a value.
        rename: Called with the name of another variable that is to stand in its place.
    """
    first = menu.actions()[0] if menu.actions() else None
    actions = [*_others(menu, desk, name, rename), *_repairs(menu, desk, name)]
    if not actions:
        nothing = QAction(desk.say(Phrase("journey", "No value here")), menu)
        nothing.setEnabled(False)
        actions = [nothing]
    if first is None:
        menu.addActions(actions)
    else:
        menu.insertActions(first, actions)
        menu.insertSeparator(first)


def _others(menu: QMenu, desk: Desk, name: str, rename: Callable[[str], None]) -> list[QAction]:
    names = [it.name for it in desk.around.completions]
    found: list[QAction] = []
    for other in get_close_matches(name, names, _MOST_ALIKE):
        words = desk.say(Phrase("journey", "Use {variable}").of(variable=other))
        action = QAction(words, menu)
        action.triggered.connect(lambda _checked=False, other=other: rename(other))
        found.append(action)
    return found


def _repairs(menu: QMenu, desk: Desk, name: str) -> list[QAction]:
    found: list[QAction] = []
    for repair in desk.around.repairs.get(name, ()):
        action = QAction(repair.words, menu)
        act = repair.act
        action.triggered.connect(lambda _checked=False, act=act: desk.repair_asked.emit(act))
        found.append(action)
    return found

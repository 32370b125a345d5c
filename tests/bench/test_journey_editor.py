"""What a journey of a thousand steps costs the window's main thread; figures, no verdict.

`make bench` prints them. The bars they are held against by eye: open below 1 s, any edit below
50 ms on the main thread.
"""

import time
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from studio.journey.clipboard import duplicate
from studio.journey.edit import Edit
from studio.journey.editing import delete, rename, switch
from studio.journey.journey import Journey
from studio.journey.moving import move_down, move_up
from studio.journey.undo import History
from studio.journey.wires import wires_of
from tests.rich_journeys import long_journey
from ui.journey.editor_page import JourneyEditorPage
from ui.journey.facts import Facts
from ui.journey.journey_controller import JourneyController
from ui.journey.reading_words import drawn_wires
from ui.journey.step_model import Beside
from ui.theme.theme import Theme

STEPS = 1000
ROUNDS = 5


def spent_ms(work: Callable[[], object]) -> float:
    began_s = time.thread_time()
    work()
    QCoreApplication.processEvents()
    return 1000 * (time.thread_time() - began_s)


def edit_by(controller: JourneyController, make: Callable[[Journey], Edit]) -> None:
    assert controller.history is not None
    controller.apply(make(controller.history.journey))


def test_a_journey_of_a_thousand_steps(
    qtbot: QtBot, theme: Theme, capsys: pytest.CaptureFixture[str]
) -> None:
    journey = long_journey(STEPS)
    page, controller = JourneyEditorPage(theme, str), JourneyController()
    qtbot.addWidget(page)
    page.resize(1360, 820)
    page.show()

    def show(history: History, ids: tuple[str, ...]) -> None:
        page.show_history(history, Facts(1), ids)

    controller.shown.connect(show)
    page.edited.connect(controller.apply)
    opened = spent_ms(lambda: controller.open(History(journey), is_fixed=False))
    beside = Beside(wires=drawn_wires(wires_of(journey)))
    figures = {"open": [opened], "wires": [spent_ms(lambda: page.show_beside(beside))]}
    edits: dict[str, Callable[[Journey], Edit]] = {
        "rename": lambda it: rename(it, "n500", it.name + "x"),
        "move up": lambda it: move_up(it, ["n500"]),
        "move down": lambda it: move_down(it, ["n500"]),
        "switch": lambda it: switch(it, ["n501"], is_on=False),
        "duplicate": lambda it: duplicate(it, ["n502"]),
        "delete": lambda it: delete(it, ["n503"]),
    }
    for name, make in edits.items():
        for _ in range(ROUNDS):
            work = partial(edit_by, controller, make)
            figures.setdefault(name, []).append(spent_ms(work))
            figures.setdefault("undo", []).append(spent_ms(controller.undo))
    with capsys.disabled():
        print(
            f"\n  A journey of {STEPS} steps on the main thread, in ms of CPU, the longest of each:"
        )
        for name, found in figures.items():
            print(f"  {name:<12}{max(found):8.1f}")
    assert controller.history is not None
    assert controller.history.journey == journey

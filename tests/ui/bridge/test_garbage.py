"""Cycles are collected where widgets may die, and nowhere else."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.bridge.garbage import Garbage


class Cycle(QWidget):
    """A widget that holds itself, and tells on which thread it died."""

    def __init__(self, died_on: list[str]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: died_on.append(threading.current_thread().name))


def test_a_widget_dies_on_the_gui_thread_whoever_allocates(qtbot: QtBot) -> None:
    gc.enable()  # as in the application; tests collect by themselves
    died_on: list[str] = []
    owner = QObject()
    garbage = Garbage(owner)
    try:
        Cycle(died_on)
        allocator = threading.Thread(target=lambda: [[n] for n in range(200_000)])
        allocator.start()
        allocator.join()
        assert died_on == []
        keep = [[n] for n in range(200_000)]
        qtbot.waitUntil(lambda: died_on == ["MainThread"], timeout=60_000)
        assert keep
    finally:
        garbage.leave()
        left_as_found = gc.isenabled()
        gc.disable()
    assert left_as_found

"""The journey that is open."""

import pytest
from pytestqt.qtbot import QtBot

from studio.journey.editing import delete, rename
from studio.journey.undo import History
from tests.ui.journey.sample_journey import CHECKOUT
from tests.ui.run.heard import all_heard, heard
from ui.journey.journey_controller import KEPT_AT_LAST_MS, JourneyController


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def controller(qtbot: QtBot, clock: Clock) -> JourneyController:
    assert qtbot
    controller = JourneyController(now_s=clock)
    controller.open(History(CHECKOUT), is_fixed=False)
    return controller


def test_an_edit_is_shown_at_once_and_kept_soon(
    controller: JourneyController, qtbot: QtBot
) -> None:
    shown = all_heard(controller.shown)
    kept, dirty = heard(controller.to_keep, History), heard(controller.is_dirty, bool)
    controller.apply(rename(CHECKOUT, "n7", "Pay now"))
    assert shown[0][1] == ("n7",)
    assert not kept
    qtbot.waitUntil(lambda: len(kept) == 1)
    assert kept[0] is controller.history
    assert dirty == [True, False]


def test_typing_is_kept_once_but_not_for_ever_later(
    controller: JourneyController, clock: Clock, qtbot: QtBot
) -> None:
    kept = heard(controller.to_keep, History)
    for letters in ("P", "Pa", "Pay n"):
        assert controller.history is not None
        controller.apply(rename(controller.history.journey, "n7", letters))
    clock.now_s += KEPT_AT_LAST_MS / 1000
    assert controller.history is not None
    controller.apply(rename(controller.history.journey, "n7", "Pay now"))
    qtbot.waitUntil(lambda: len(kept) == 1)


def test_undo_and_redo_choose_what_comes_back(controller: JourneyController) -> None:
    controller.apply(delete(CHECKOUT, ["n7"]))
    shown = all_heard(controller.shown)
    controller.undo()
    controller.redo()
    controller.undo()
    controller.undo()
    assert [chosen for _, chosen in shown] == [("n7",), (), ("n7",)]
    assert controller.history is not None
    assert controller.history.journey is CHECKOUT


def test_what_is_open_is_kept_before_it_is_left(controller: JourneyController) -> None:
    kept = heard(controller.to_keep, History)
    controller.apply(delete(CHECKOUT, ["n7"]))
    controller.leave()
    assert len(kept) == 1
    assert controller.history is None
    controller.apply(delete(CHECKOUT, ["n5"]))
    controller.undo()
    assert len(kept) == 1


def test_what_is_only_looked_at_is_not_changed(controller: JourneyController) -> None:
    controller.open(History(CHECKOUT), is_fixed=True)
    controller.apply(delete(CHECKOUT, ["n7"]))
    assert controller.history == History(CHECKOUT)

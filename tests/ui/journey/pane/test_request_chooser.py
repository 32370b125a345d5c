"""Which of a step's requests is shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import OPEN, PAY
from ui.journey.pane.desk import Desk
from ui.journey.pane.request_chooser import RequestChooser


@pytest.fixture
def chooser(desk: Desk, qtbot: QtBot) -> Iterator[RequestChooser]:
    chooser = RequestChooser(desk)
    qtbot.addWidget(chooser)
    chooser.show_requests(OPEN.requests, is_another=True)
    yield chooser
    chooser.close()


def test_one_goes_from_request_to_request(chooser: RequestChooser) -> None:
    told = heard(chooser.chosen_changed)
    assert not chooser.previous_button.isEnabled()
    QTest.mouseClick(chooser.next_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(chooser.next_button, Qt.MouseButton.LeftButton)
    assert told == ["r2", "r3"]
    assert chooser.menu_button.text() == "PURGE /c"
    assert not chooser.next_button.isEnabled()


def test_the_chosen_one_stays_so_until_it_is_gone(chooser: RequestChooser) -> None:
    chooser.choose("r2")
    chooser.show_requests(OPEN.requests[1:])
    assert chooser.chosen == OPEN.requests[1]
    chooser.show_requests(OPEN.requests[:1])
    assert chooser.chosen == OPEN.requests[0]
    chooser.show_requests(())
    assert chooser.chosen is None


def test_requests_are_added_and_removed_by_others(chooser: RequestChooser) -> None:
    asked, dropped = heard(chooser.request_asked), heard(chooser.request_dropped)
    QTest.mouseClick(chooser.add_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(chooser.drop_button, Qt.MouseButton.LeftButton)
    assert (len(asked), dropped) == (1, ["r1"])


def test_a_single_request_needs_no_choice(chooser: RequestChooser) -> None:
    chooser.show_requests(PAY.requests, is_another=True)
    assert chooser.isHidden()

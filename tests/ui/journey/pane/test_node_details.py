"""What every node has besides its work."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.node import CodeBlock, Step
from studio.journey.order import Order
from tests.ui.journey.pane.heard import heard, parts_of
from tests.ui.journey.pane.sample import BLOCKS, PAY
from ui.journey.pane.desk import Desk
from ui.journey.pane.node_details import NodeDetails


def links(details: NodeDetails) -> list[str]:
    keys = ("weight", "next", "labels", "note", "counted")
    return [it for it in keys if not details.folds.link(it).isHidden()]


def test_only_what_means_something_here_is_offered(desk: Desk, qtbot: QtBot) -> None:
    details = NodeDetails(desk, Step)
    qtbot.addWidget(details)
    details.show_node(PAY)
    assert links(details) == ["note", "counted"]
    desk.show_around(replace(desk.around, order=Order.WEIGHTED))
    assert links(details) == ["weight", "labels", "note", "counted"]
    assert details.folds.link("weight").text() == "How often: 1"
    desk.show_around(replace(desk.around, order=Order.CHAIN))
    assert links(details) == ["next", "note", "counted"]


def test_weight_labels_note_and_statistics_are_changed(desk: Desk, qtbot: QtBot) -> None:
    details = NodeDetails(desk, Step)
    qtbot.addWidget(details)
    told = heard(details.edited)
    details.show_node(PAY)

    def opened(key: str, attribute: str) -> Any:  # noqa: ANN401
        details.folds.link(key).setChecked(True)
        return parts_of(details.folds.content(key)).fields[attribute]

    QTest.keyClick(opened("weight", "weight").number, Qt.Key.Key_Up)
    QTest.keyClicks(opened("labels", "labels").edit, "slow")
    QTest.keyClicks(opened("note", "note").edit, "why")
    QTest.keyClick(opened("counted", "is_counted").box, Qt.Key.Key_Space)
    wanted = replace(PAY, weight=2, labels=("slow",), note="why", is_counted=True)
    assert told[-1] == (wanted, "is_counted")
    assert details.folds.link("labels").text() == "Labels: slow"


def test_a_block_of_code_has_no_row_of_its_own(desk: Desk, qtbot: QtBot) -> None:
    details = NodeDetails(desk, CodeBlock)
    qtbot.addWidget(details)
    details.show_node(BLOCKS[-1])
    assert not details.folds.link("note").isHidden()

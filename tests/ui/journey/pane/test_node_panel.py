"""The pane of whatever is chosen."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from studio.journey.journey import Journey
from studio.journey.node import Node
from studio.journey.order import Order
from tests.ui.journey.pane.heard import heard
from tests.ui.journey.pane.sample import BLOCKS, JOURNEY, OPEN, PAY
from ui.journey.pane.desk import Desk
from ui.journey.pane.node_panel import NodePanel

EVERYTHING: tuple[Node | Journey, ...] = (PAY, OPEN, *BLOCKS, JOURNEY)
NARROW_PX = 480
"""As wide as the pane is in the smallest window."""


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[NodePanel]:
    panel = NodePanel(desk)
    qtbot.addWidget(panel)
    panel.resize(560, 800)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.close()


def show(panel: NodePanel, thing: Node | Journey) -> Any:  # noqa: ANN401
    if isinstance(thing, Journey):
        panel.show_journey(thing)
    else:
        panel.show_node(thing)
    return panel.pane


def focusable(pane: QWidget) -> list[QWidget]:
    everything = (it for it in pane.findChildren(QWidget) if it.isVisible() and it.isEnabled())
    return [it for it in everything if it.focusPolicy() & Qt.FocusPolicy.TabFocus]


@pytest.mark.parametrize("thing", EVERYTHING, ids=lambda it: it.name)
def test_every_part_has_a_name_and_can_be_hit(panel: NodePanel, thing: Node | Journey) -> None:
    pane = show(panel, thing)
    QTest.qWait(0)
    for widget in focusable(pane):
        is_named = widget.accessibleName() or (
            isinstance(widget, QAbstractButton) and widget.text()
        )
        assert is_named or widget.objectName() == "qt_spinbox_lineedit", widget
        assert min(widget.width(), widget.height()) >= 24, widget
        assert not isinstance(widget, QPlainTextEdit) or widget.tabChangesFocus()


@pytest.mark.parametrize("thing", EVERYTHING, ids=lambda it: it.name)
def test_no_pane_is_wider_than_its_room(panel: NodePanel, thing: Node | Journey) -> None:
    pane = show(panel, thing)
    assert pane.minimumSizeHint().width() <= NARROW_PX


def test_tab_walks_through_a_step_and_comes_back(panel: NodePanel, qtbot: QtBot) -> None:
    pane = show(panel, PAY)
    panel.activateWindow()
    pane.head.edit_button.setFocus()
    qtbot.waitUntil(pane.head.edit_button.hasFocus)
    met: list[QWidget] = []
    for _ in range(80):
        focused = panel.focusWidget()
        if focused in met:
            break
        met.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    parts = (pane.request.address.edit, pane.wait_editor.bar, pane.becomes.code_link)
    assert all(part in met for part in parts if part.isVisible())
    assert panel.focusWidget() is met[0]


def test_changes_are_told_with_the_node(panel: NodePanel) -> None:
    nodes, journeys = heard(panel.node_edited), heard(panel.journey_edited)
    show(panel, PAY).head.renamed.emit("Buy")
    show(panel, JOURNEY).head.renamed.emit("Buying")
    assert nodes == [(replace(PAY, name="Buy"), "n6.name")]
    assert journeys == [(replace(JOURNEY, name="Buying"), "J3.name")]


def test_acts_stand_alone_and_typing_merges(panel: NodePanel) -> None:
    nodes = heard(panel.node_edited)
    pane = show(panel, PAY)
    QTest.keyClicks(pane.request.address.edit, "/a")
    pane.request.checks_list.add_menu.actions()[0].trigger()
    QTest.mouseClick(pane.head.on_button, Qt.MouseButton.LeftButton)
    assert [key for _, key in nodes] == ["n6.r6.address", "n6.r6.address", "", ""]


def test_the_head_asks_for_the_node_that_is_shown(panel: NodePanel) -> None:
    copies, deletions = heard(panel.copy_asked), heard(panel.delete_asked)
    asked = heard(panel.request_asked)
    for node in (BLOCKS[0], BLOCKS[1]):
        QTest.mouseClick(show(panel, node).head.copy_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(show(panel, OPEN).head.delete_button, Qt.MouseButton.LeftButton)
    panel.pane.chooser.add_button.click()
    assert (copies, deletions, asked) == (["n10", "n11"], ["n2"], ["n2"])
    panel.choose_request("r2")
    assert panel.pane.request.request.id == "r2"


def test_the_name_can_be_typed_from_outside(panel: NodePanel) -> None:
    show(panel, PAY)
    panel.rename()
    assert panel.pane.head.name_edit.isVisible()


def test_another_node_is_shown_from_its_top(panel: NodePanel) -> None:
    panel.resize(560, 200)
    show(panel, PAY)
    bar = panel.findChildren(QWidget, "qt_scrollarea_vcontainer")[0]
    assert bar is not None
    show(panel, OPEN)
    assert panel.pane.mapTo(panel, panel.pane.rect().topLeft()).y() >= 0


def test_order_comes_from_what_is_around(panel: NodePanel, desk: Desk) -> None:
    pane = show(panel, PAY)
    desk.show_around(replace(desk.around, order=Order.WEIGHTED))
    assert not pane.details.folds.link("weight").isHidden()

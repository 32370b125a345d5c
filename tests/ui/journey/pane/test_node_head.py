"""Number and name of a node."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.node_head import NodeHead


@pytest.fixture
def head(desk: Desk, qtbot: QtBot) -> Iterator[NodeHead]:
    head = NodeHead(desk)
    qtbot.addWidget(head)
    head.show_head("Pay")
    head.show()
    yield head
    head.close()


def test_the_number_stands_before_the_name(head: NodeHead) -> None:
    assert (head.number_label.text(), head.name_label.text()) == ("6", "Pay")


def test_it_is_renamed_in_place(head: NodeHead) -> None:
    names = heard(head.renamed)
    QTest.mouseClick(head.edit_button, Qt.MouseButton.LeftButton)
    assert head.name_edit.isVisible()
    QTest.keyClicks(head.name_edit, "Buy")
    QTest.keyClick(head.name_edit, Qt.Key.Key_Return)
    assert names == ["Buy"]
    assert head.name_label.isVisible()


def test_escape_and_an_empty_name_change_nothing(head: NodeHead) -> None:
    names = heard(head.renamed)
    head.rename()
    QTest.keyClicks(head.name_edit, "Buy")
    QTest.keyClick(head.name_edit, Qt.Key.Key_Escape)
    head.rename()
    QTest.keyClick(head.name_edit, Qt.Key.Key_Delete)
    QTest.keyClick(head.name_edit, Qt.Key.Key_Return)
    assert names == []
    assert head.name_label.text() == "Pay"


def test_each_button_says_what_it_does_and_asks_for_it(head: NodeHead) -> None:
    told = (heard(head.switched), heard(head.copy_asked), heard(head.delete_asked))
    for button in (head.on_button, head.copy_button, head.delete_button):
        assert button.accessibleName() == button.toolTip()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [len(it) for it in told] == [1, 1, 1]
    assert told[0] == [False]


def test_what_is_off_says_so_in_words(head: NodeHead) -> None:
    head.show_head("Pay", is_on=False)
    assert head.off_label.text() == "off"
    assert head.on_button.toolTip() == "Switch on (Space)"

"""The panes of blocks."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.node import Loop, Node, Times
from tests.ui.journey.pane.heard import heard, parts_of
from tests.ui.journey.pane.sample import BLOCKS
from ui.journey.pane.block_panel import BlockPanel
from ui.journey.pane.desk import Desk

LOOP, CODE = BLOCKS[0], BLOCKS[-1]


def panel_of(desk: Desk, qtbot: QtBot, node: Node) -> BlockPanel:
    panel = BlockPanel(desk, type(node))
    qtbot.addWidget(panel)
    panel.show_node(node)
    panel.show()
    return panel


@pytest.mark.parametrize("node", BLOCKS, ids=lambda it: it.name)
def test_showing_tells_nothing(desk: Desk, qtbot: QtBot, node: Node) -> None:
    panel = panel_of(desk, qtbot, node)
    told = heard(panel.edited)
    panel.show_node(replace(node, name="other"))
    assert panel.head.name_label.text() == "other"
    assert told == []


@pytest.mark.parametrize("node", BLOCKS, ids=lambda it: it.name)
def test_each_can_be_renamed_and_switched(desk: Desk, qtbot: QtBot, node: Node) -> None:
    panel = panel_of(desk, qtbot, node)
    told = heard(panel.edited)
    panel.head.renamed.emit("other")
    QTest.mouseClick(panel.head.on_button, Qt.MouseButton.LeftButton)
    switched = replace(node, name="other", is_on=not node.is_on)
    assert told[-1] == (switched, f"{node.id}.on")


def test_what_one_part_changes_the_others_keep(desk: Desk, qtbot: QtBot) -> None:
    panel = panel_of(desk, qtbot, LOOP)
    told = heard(panel.edited)
    panel.details.folds.link("note").setChecked(True)
    repeat = parts_of(panel.form.fields["repeat"]).union.form
    QTest.keyClick(repeat.fields["high"].number, Qt.Key.Key_Up)
    note = parts_of(panel.details.folds.content("note")).fields["note"]
    QTest.keyClicks(note.edit, "x")
    assert isinstance(LOOP, Loop)
    assert told[-1][0] == replace(LOOP, repeat=Times(1, 5), note="x")


def test_code_says_where_it_does_not_run(desk: Desk, qtbot: QtBot) -> None:
    panel = panel_of(desk, qtbot, CODE)
    assert not panel.untrusted.isVisible()
    desk.show_around(replace(desk.around, may_run_code=False))
    assert panel.untrusted.isVisible()
    told = heard(panel.edited)
    edit = parts_of(panel.form.fields["text"]).edit
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit, "#")
    assert told[-1][0].text.endswith("pass\n#")

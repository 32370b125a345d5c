"""The tree of steps, by mouse and keys."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from studio.journey.moving import move_down
from tests.ui.journey.sample_beside import wires_of
from tests.ui.journey.sample_journey import CHECKOUT
from tests.ui.run.heard import all_heard, heard
from ui.journey.drop_place import DropPlace
from ui.journey.step_delegate import EDGE_PX, LANE_PX
from ui.journey.step_model import Beside
from ui.journey.step_tree import StepTree
from ui.theme.theme import Theme


@pytest.fixture
def tree(theme: Theme, qtbot: QtBot) -> StepTree:
    tree = StepTree(theme, str)
    qtbot.addWidget(tree)
    tree.resize(420, 900)
    tree.show_journey(CHECKOUT)
    tree.show_beside(Beside(wires=wires_of(CHECKOUT)))
    tree.show()
    qtbot.waitExposed(tree)
    return tree


def point(tree: StepTree, key: str, x: int = 80, share: float = 0.5) -> QPoint:
    rect = tree.visualRect(tree.lines_model.index(tree.lines_model.rows[key]))
    return QPoint(x, rect.top() + round(share * (rect.height() - 1)))


def chosen(tree: StepTree) -> list[str]:
    return [it.node for it in tree.chosen]


def drop(tree: StepTree, ids: Sequence[str], at: QPoint) -> DropPlace | None:
    model = tree.lines_model
    data = model.mimeData([model.index(model.rows[it]) for it in ids])
    told = all_heard(tree.moved)
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dropEvent(event)
    place = told[-1][1] if told else None
    assert place is None or isinstance(place, DropPlace)
    return place


def test_a_click_chooses_and_ctrl_chooses_more(tree: StepTree) -> None:
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point(tree, "n7"))
    assert chosen(tree) == ["n7"]
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, ctrl, point(tree, "n2"))
    assert chosen(tree) == ["n2", "n7"]


def test_the_arrows_walk_open_and_fold(tree: StepTree) -> None:
    tree.choose(["n2"])
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert "r4" in {it.key for it in tree.lines_model.lines}
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert chosen(tree) == ["r3"]
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert chosen(tree) == ["r4"]
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert chosen(tree) == ["n2"]
    QTest.keyClick(tree, Qt.Key.Key_Left)
    assert "r4" not in {it.key for it in tree.lines_model.lines}


def test_a_block_is_folded_by_a_click_on_its_icon(tree: StepTree) -> None:
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point(tree, "n31", 36))
    assert "n7" not in {it.key for it in tree.lines_model.lines}
    tree.choose(["n7"], opens=True)
    assert chosen(tree) == ["n7"]


def test_going_to_a_request_opens_its_step(tree: StepTree) -> None:
    tree.choose(["r5"], opens=True)
    assert chosen(tree) == ["r5"]


def test_what_is_chosen_stays_so_when_it_moves(tree: StepTree) -> None:
    tree.choose(["n5"])
    tree.show_journey(move_down(CHECKOUT, ["n5"]).journey)
    assert chosen(tree) == ["n5"]


def test_a_click_on_the_mark_of_a_wire_goes_to_its_other_end(tree: StepTree) -> None:
    strand = next(
        it for it in tree.lines_model.strands(tree.lines_model.rows["n1"]) if it.variable == "token"
    )
    lanes = tree.lines_model.lanes
    x = tree.viewport().width() - EDGE_PX - (lanes - 1 - strand.lane) * LANE_PX
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point(tree, "n1", x))
    assert chosen(tree) == ["n5"]
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point(tree, "n5", x))
    assert chosen(tree) == ["n7"]


def test_enter_and_a_double_click_open_a_step(tree: StepTree) -> None:
    opened = heard(tree.opened, str)
    tree.choose(["n7"])
    QTest.keyClick(tree, Qt.Key.Key_Return)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point(tree, "n3"))
    assert opened == ["n7", "n3"]


def test_f2_types_a_name_where_it_stands(tree: StepTree, qtbot: QtBot) -> None:
    named = all_heard(tree.named)
    tree.choose(["n7"])
    tree.edit(tree.currentIndex())
    field = tree.findChild(QLineEdit, "rename_edit")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Pay"
    field.selectAll()
    QTest.keyClicks(field, "Pay now")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: named == [("n7", "Pay now")])


@pytest.mark.parametrize(
    ("over", "share", "x", "where"),
    [
        ("n2", 0.9, 80, ("again", 1, 0)),
        ("n2", 0.1, 80, ("again", 0, 0)),
        ("n31", 0.5, 80, ("n31", 3, 0)),
        ("n31", 0.9, 80, ("n31", 0, 0)),
        ("n9", 0.9, 90, ("n32", 2, 0)),
        ("n9", 0.9, 60, ("n31", 3, 0)),
        ("n13", 0.9, 60, ("again", 8, 0)),
        ("once", 0.9, 60, ("once", 0, 0)),
    ],
)
def test_a_dropped_step_stands_where_the_line_was_shown(
    tree: StepTree, over: str, share: float, x: int, where: tuple[str, int, int]
) -> None:
    place = drop(tree, ["n3"], point(tree, over, x, share))
    assert place is not None
    assert (place.owner, place.index, place.way) == where


def test_a_block_is_not_dropped_into_itself(tree: StepTree) -> None:
    assert drop(tree, ["n31"], point(tree, "n7", share=0.9)) is None


def test_requests_are_dropped_into_steps_alone(tree: StepTree) -> None:
    tree.choose(["r4"], opens=True)
    place = drop(tree, ["r4"], point(tree, "n3"))
    assert place is not None
    assert (place.owner, place.inside) == ("n3", True)
    assert drop(tree, ["r4"], point(tree, "again")) is None


def test_it_is_drawn_in_light_and_dark_with_the_line_of_a_drop(
    tree: StepTree, theme: Theme
) -> None:
    tree.choose(["n7"])
    light = tree.grab().toImage()
    theme.use("dark")
    assert tree.grab().toImage() != light
    theme.use("light")
    light = tree.grab().toImage()
    tree.show_drop(tree.drop_place(point(tree, "n2", share=0.9), ["n3"]))
    assert tree.grab().toImage() != light


def test_letters_are_left_to_the_page(tree: StepTree) -> None:
    tree.choose(["n7"])
    QTest.keyClicks(tree, "s")
    assert chosen(tree) == ["n7"]

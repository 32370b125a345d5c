"""What is done with the chosen lines, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.errors import StudioError
from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.node import Choice, Loop, Step
from studio.journey.spot import Spot, find_node, spot_of
from studio.journey.walk import nodes_of
from tests.ui.journey.sample_journey import CHECKOUT
from tests.ui.run.heard import heard
from ui.journey.drop_place import DropPlace
from ui.journey.step_actions import StepActions
from ui.journey.step_tree import StepTree
from ui.theme.theme import Theme

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """A tree whose edits are shown at once."""

    def __init__(self, theme: Theme, journey: Journey = CHECKOUT) -> None:
        self.tree = StepTree(theme, str)
        self.actions = StepActions(str, self.tree)
        self.journey = journey
        self.edits: list[Edit] = []
        self.actions.edited.connect(self._take)
        self.show(journey)

    def show(self, journey: Journey, *, is_fixed: bool = False) -> None:
        self.journey = journey
        self.tree.lines_model.fix(is_fixed=is_fixed)
        self.actions.show_journey(journey, is_fixed=is_fixed)
        self.tree.show_journey(journey)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.tree, key, modifiers)

    def _take(self, edit: Edit) -> None:
        self.edits.append(edit)
        self.show(edit.journey)
        if edit.chosen:
            self.tree.choose(edit.chosen, opens=True)


@pytest.fixture
def hands(theme: Theme, qtbot: QtBot) -> Hands:
    hands = Hands(theme)
    qtbot.addWidget(hands.tree)
    hands.tree.resize(420, 900)
    hands.tree.show()
    qtbot.waitExposed(hands.tree)
    hands.tree.setFocus()
    return hands


def ids(journey: Journey) -> list[str]:
    return [it.id for it in nodes_of(journey)]


def test_alt_and_arrows_move_nest_and_take_out(hands: Hands) -> None:
    hands.tree.choose(["n5"])
    hands.press(Qt.Key.Key_Up, ALT)
    assert spot_of(hands.journey, "n5") == Spot("again", 2)
    hands.press(Qt.Key.Key_Right, ALT)
    assert find_node(hands.journey, "n5").name == "Add to basket"
    hands.press(Qt.Key.Key_Down, ALT)
    hands.tree.choose(["n12"])
    hands.press(Qt.Key.Key_Right, ALT)
    assert spot_of(hands.journey, "n12").owner == "n33"
    hands.press(Qt.Key.Key_Left, ALT)
    assert spot_of(hands.journey, "n12").owner == "again"
    assert str(hands.edits[0].sentence) == "Move “Add to basket” up"


def test_alt_left_takes_the_badge_of_a_loop_away(hands: Hands) -> None:
    hands.tree.choose(["n4"])
    hands.press(Qt.Key.Key_Left, ALT)
    assert "n30" not in ids(hands.journey)
    assert "n4" in ids(hands.journey)


def test_space_switches_off_and_on(hands: Hands) -> None:
    hands.tree.choose(["n5", "n7"])
    hands.press(Qt.Key.Key_Space)
    assert not find_node(hands.journey, "n5").is_on
    assert not find_node(hands.journey, "n7").is_on
    hands.press(Qt.Key.Key_Space)
    assert find_node(hands.journey, "n5").is_on


def test_delete_takes_all_that_is_chosen_and_says_so(hands: Hands) -> None:
    said = heard(hands.actions.deleted, str)
    hands.tree.choose(["n5"])
    hands.press(Qt.Key.Key_Delete)
    assert "n5" not in ids(hands.journey)
    hands.tree.choose(["n2", "n3"])
    hands.press(Qt.Key.Key_Delete)
    assert said == ["Deleted “Add to basket”", "Deleted 2 lines"]
    assert [it.node for it in hands.tree.chosen] == ["n4"], "the next one"


def test_copy_paste_cut_and_duplicate(hands: Hands) -> None:
    hands.tree.choose(["n5"])
    hands.press(Qt.Key.Key_C, CTRL)
    assert not hands.edits
    hands.tree.choose(["n31"])
    hands.press(Qt.Key.Key_V, CTRL)
    copy = hands.edits[-1].chosen[0]
    assert spot_of(hands.journey, copy).owner == "n31"
    assert find_node(hands.journey, copy).name == "Add to basket"
    hands.press(Qt.Key.Key_D, CTRL)
    assert sum(it.name.startswith("Add to basket") for it in nodes_of(hands.journey)) == 3
    hands.tree.choose(["n5"])
    hands.press(Qt.Key.Key_X, CTRL)
    assert "n5" not in ids(hands.journey)
    assert '"swarmbook-journey"' in QGuiApplication.clipboard().text()


def test_what_is_no_journey_is_handed_on(hands: Hands) -> None:
    told = heard(hands.actions.pasted, str)
    QGuiApplication.clipboard().setText("curl https://shop.test/")
    hands.press(Qt.Key.Key_V, CTRL)
    assert told == ["curl https://shop.test/"]
    QGuiApplication.clipboard().setText('{"format": "swarmbook-journey"')
    refused = heard(hands.actions.refused, StudioError)
    hands.press(Qt.Key.Key_V, CTRL)
    assert len(refused) == 1


def test_requests_are_moved_copied_and_deleted_on_their_own(hands: Hands) -> None:
    hands.tree.choose(["r4"], opens=True)
    hands.press(Qt.Key.Key_Up, ALT)
    home = find_node(hands.journey, "n2")
    assert isinstance(home, Step)
    assert [it.id for it in home.requests] == ["r4", "r3", "r5"]
    hands.press(Qt.Key.Key_C, CTRL)
    hands.press(Qt.Key.Key_V, CTRL)
    home = find_node(hands.journey, "n2")
    assert isinstance(home, Step)
    assert [it.path for it in home.requests] == ["/api/teasers", "/api/teasers", "/", "/api/me"]
    hands.press(Qt.Key.Key_Delete)
    home = find_node(hands.journey, "n2")
    assert isinstance(home, Step)
    assert len(home.requests) == 3


def test_new_steps_stand_behind_what_is_chosen(hands: Hands) -> None:
    hands.tree.choose(["n6"])
    hands.press(Qt.Key.Key_N, CTRL)
    new = hands.edits[-1].chosen[0]
    assert spot_of(hands.journey, new) == Spot("n31", 1)
    assert [it.node for it in hands.tree.chosen] == [new]


def test_a_loop_and_a_choice_come_around_what_is_chosen(hands: Hands) -> None:
    hands.tree.choose(["n2", "n3"])
    hands.actions.action("add_loop").trigger()
    loop = find_node(hands.journey, hands.edits[-1].chosen[0])
    assert isinstance(loop, Loop)
    assert [it.id for it in loop.nodes] == ["n2", "n3"]
    hands.tree.choose(["n5"])
    hands.actions.action("add_choice").trigger()
    choice = find_node(hands.journey, hands.edits[-1].chosen[0])
    assert isinstance(choice, Choice)
    hands.actions.action("apart").trigger()
    assert choice.id not in ids(hands.journey)


@pytest.mark.parametrize(
    "name", ["add_loop", "add_choice", "add_condition", "add_group", "add_code"]
)
def test_blocks_are_added_empty_where_nothing_is_chosen(hands: Hands, name: str) -> None:
    hands.tree.choose([])
    hands.show(Journey("J1", "Empty", ()))
    hands.actions.action(name).trigger()
    assert len(hands.journey.again) == 1


def test_a_request_is_added_to_the_step(hands: Hands) -> None:
    hands.tree.choose(["n7"])
    hands.actions.action("add_request").trigger()
    step = find_node(hands.journey, "n7")
    assert isinstance(step, Step)
    assert len(step.requests) == 2


def test_a_name_typed_in_the_tree_is_an_edit(hands: Hands) -> None:
    hands.tree.named.emit("n7", "Pay now")
    assert find_node(hands.journey, "n7").name == "Pay now"


def test_what_is_dropped_is_moved(hands: Hands) -> None:
    hands.tree.moved.emit(("n2",), DropPlace("n31", 0, 1, 0, 1))
    assert spot_of(hands.journey, "n2") == Spot("n31", 0, 1)
    hands.tree.moved.emit(("n3",), DropPlace("n34", 0, 0, 0, 1, inside=True))
    assert spot_of(hands.journey, "n3") == Spot("n34", 6)


def test_where_nothing_can_be_changed_one_can_still_copy(hands: Hands) -> None:
    hands.show(CHECKOUT, is_fixed=True)
    hands.tree.choose(["n7"])
    for key, modifiers in (
        (Qt.Key.Key_Delete, NONE),
        (Qt.Key.Key_Space, NONE),
        (Qt.Key.Key_V, CTRL),
    ):
        hands.press(key, modifiers)
    assert not hands.edits
    QGuiApplication.clipboard().clear()
    hands.press(Qt.Key.Key_C, CTRL)
    assert "Pay" in QGuiApplication.clipboard().text()


def test_the_menu_has_everything_with_its_keys(hands: Hands) -> None:
    actions = [it for it in hands.actions.menu().actions() if not it.isSeparator()]
    assert len(actions) == 19
    assert all(it.text() for it in actions)

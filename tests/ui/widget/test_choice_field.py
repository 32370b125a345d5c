"""One of several, of which only the chosen one is seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widget.choice_field import ChoiceField

WORDS = ("Red", "Green & blue", "A colour whose name is longer than any field is ever wide")


def field_of(theme: Theme, qtbot: QtBot) -> ChoiceField:
    field = ChoiceField(theme, WORDS, 0, "Colour")
    qtbot.addWidget(field)
    field.resize(200, 30)
    field.show()
    return field


def test_keys_choose_and_begin_again_at_the_end(theme: Theme, qtbot: QtBot) -> None:
    field = field_of(theme, qtbot)
    chosen: list[int] = []
    field.chosen_changed.connect(chosen.append)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert chosen == [1, 0, 2]


def test_the_menu_chooses(theme: Theme, qtbot: QtBot) -> None:
    field = field_of(theme, qtbot)
    chosen: list[int] = []
    field.chosen_changed.connect(chosen.append)
    (menu,) = field.findChildren(QMenu)
    menu.actions()[1].trigger()
    menu.actions()[1].trigger()
    assert chosen == [1]
    assert field.text() == "Green && blue"
    assert field.accessibleName() == "Colour: Green & blue"


def test_choosing_by_the_program_tells_nothing_and_long_words_are_cut(
    theme: Theme, qtbot: QtBot
) -> None:
    field = field_of(theme, qtbot)
    chosen: list[int] = []
    field.chosen_changed.connect(chosen.append)
    field.choose(2)
    assert field.text().endswith("…")
    assert field.toolTip() == WORDS[2]
    field.resize(900, 30)
    qtbot.waitUntil(lambda: field.text() == WORDS[2])
    assert chosen == []
    assert not field.grab().isNull()

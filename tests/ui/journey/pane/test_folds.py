"""Links that open what is seldom needed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.journey.pane.desk import Desk
from ui.journey.pane.folds import Folds


def test_one_is_open_at_most_and_shows_what_is_now(desk: Desk, qtbot: QtBot) -> None:
    folds = Folds(desk)
    qtbot.addWidget(folds)
    made: dict[str, QLabel] = {"a": QLabel(), "b": QLabel()}
    for key, words in made.items():
        folds.add(key, key, lambda words=words: words, words.setText)
    folds.show_value("first")
    folds.show()
    QTest.mouseClick(folds.link("a"), Qt.MouseButton.LeftButton)
    assert (made["a"].text(), made["a"].isVisible()) == ("first", True)
    folds.keep("second")
    QTest.mouseClick(folds.link("b"), Qt.MouseButton.LeftButton)
    assert (made["a"].isVisible(), made["b"].text()) == (False, "second")
    folds.show_value("third")
    assert (made["a"].text(), made["b"].text()) == ("first", "third")
    assert folds.content("b") is made["b"]


def test_a_link_says_how_many_there_are(desk: Desk, qtbot: QtBot) -> None:
    folds = Folds(desk)
    qtbot.addWidget(folds)
    folds.add("headers", "Headers", QLabel, lambda _: None)
    folds.say_of("headers", "2 headers")
    assert folds.link("headers").accessibleName() == "2 headers"
    assert folds.link("headers").objectName() == "headers_link"

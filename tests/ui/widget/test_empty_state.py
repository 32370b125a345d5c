"""An empty place says what it is for, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.empty_state import EmptyState


def test_it_has_words_and_an_action(theme: Theme, qtbot: QtBot) -> None:
    button, pressed = Button(theme, "Practice run"), list[str]()

    def note() -> None:
        pressed.append(button.text())

    button.clicked.connect(note)
    state = EmptyState(theme, Icon.RUNS, "Runs", "No run yet.", button)
    qtbot.addWidget(state)
    state.show()
    texts = [it.text() for it in state.findChildren(QLabel)]
    assert {"Runs", "No run yet."} <= set(texts)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == ["Practice run"]

"""Kept exchanges, one at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from tests.ui.run.sample_run import make_example
from ui.run.example_view import ExampleView
from ui.theme.theme import Theme

EXAMPLES = tuple(
    make_example(Endpoint("GET", "/search"), "status 503", Outcome.STATUS_5XX, at_s)
    for at_s in (1.0, 2.0, 3.0)
)


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> ExampleView:
    view = ExampleView(theme, str)
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    return view


def test_where_nothing_was_kept_it_says_so(view: ExampleView) -> None:
    view.show_examples(())
    assert view.headline.text().startswith("No exchange of this cause was kept")
    assert not view.copy_button.isVisible()


def test_buttons_go_through_them(view: ExampleView) -> None:
    view.show_examples(EXAMPLES)
    assert view.place_label.text() == "1 of 3 kept"
    assert not view.previous_button.isEnabled()
    QTest.mouseClick(view.next_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.next_button, Qt.MouseButton.LeftButton)
    assert view.place_label.text() == "3 of 3 kept"
    assert not view.next_button.isEnabled()
    assert '"order": 3.0' in view.answer_text.toPlainText()
    QTest.mouseClick(view.previous_button, Qt.MouseButton.LeftButton)
    assert view.place_label.text() == "2 of 3 kept"


def test_the_one_that_is_looked_at_stays_with_its_selection(view: ExampleView) -> None:
    view.show_examples(EXAMPLES[:2])
    QTest.mouseClick(view.next_button, Qt.MouseButton.LeftButton)
    view.answer_text.selectAll()
    view.show_examples(EXAMPLES)
    assert view.place_label.text() == "2 of 3 kept"
    assert view.answer_text.textCursor().hasSelection()
    view.show_examples(EXAMPLES[2:])
    assert view.place_label.text() == "1 of 1 kept"


def test_copy_takes_request_and_answer(view: ExampleView) -> None:
    view.show_examples(EXAMPLES)
    QTest.mouseClick(view.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("GET http://")
    assert "HTTP 503" in text


def test_a_page_is_shown_as_text_and_never_as_markup(view: ExampleView) -> None:
    assert view.request_text.isReadOnly()
    example = make_example(Endpoint("GET", "<img src=x>"), "<b>x</b>", Outcome.RESET, 1.0)
    view.show_examples((example,))
    assert view.headline.textFormat() is Qt.TextFormat.PlainText

"""A panel over the page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.sheet.sheet import Sheet
from ui.theme.theme import Theme


class Page(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        panel = QWidget()
        box = QVBoxLayout(panel)
        self.inside = [QLineEdit() for _ in range(3)]
        for field in self.inside:
            box.addWidget(field)
        self.sheet = Sheet(theme, panel, 300)


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> Page:
    page = Page(theme)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    qtbot.waitExposed(page)
    page.field.setFocus()
    page.sheet.open_over(page)
    return page


def test_it_covers_the_page_and_grows_with_it(page: Page) -> None:
    assert page.sheet.is_open
    page.resize(700, 500)
    assert page.sheet.geometry() == page.rect()


def test_the_focus_begins_and_stays_inside(page: Page) -> None:
    seen: list[object] = [page.focusWidget()]
    for _ in range(3):
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
        seen.append(page.focusWidget())
    assert seen == [*page.inside, page.inside[0]]
    QTest.keyClick(page.inside[0], Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert page.focusWidget() is page.inside[2]


def test_a_panel_that_is_too_high_scrolls(page: Page) -> None:
    page.inside[0].setMinimumHeight(900)
    page.resize(500, 300)
    assert page.sheet.rect().contains(page.inside[0].mapTo(page.sheet, QPoint(0, 0)))
    card = page.sheet.findChildren(QScrollArea)[0]
    assert card.height() < 300
    assert card.verticalScrollBar().maximum() > 0


def test_esc_closes_and_gives_the_focus_back(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sheet.closed):
        QTest.keyClick(page.inside[1], Qt.Key.Key_Escape)
    assert not page.sheet.is_open
    assert page.focusWidget() is page.field


def test_closing_twice_is_told_once(page: Page, qtbot: QtBot) -> None:
    page.sheet.close_sheet()
    with qtbot.assertNotEmitted(page.sheet.closed):
        page.sheet.close_sheet()


def test_it_can_be_opened_again(page: Page) -> None:
    page.sheet.close_sheet()
    page.sheet.open_over(page)
    assert page.sheet.is_open
    assert page.focusWidget() is page.inside[0]

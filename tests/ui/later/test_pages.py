"""Every place that is empty says what it will be for."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.bridge.place import Place
from ui.later.pages import later_pages
from ui.theme.theme import Theme


def test_each_has_a_title_and_an_honest_sentence(theme: Theme, qtbot: QtBot) -> None:
    pages = later_pages(theme, str)
    assert set(pages) == set(Place) - {Place.HOME, Place.JOURNEYS, Place.RUNS}
    for page in pages.values():
        qtbot.addWidget(page)
        texts = " ".join(it.text() for it in page.findChildren(QLabel))
        assert "comes with a later version" in texts

"""The list of journeys, or one of them."""

from pytestqt.qtbot import QtBot

from ui.journey.journeys_place import JourneysPlace
from ui.theme.theme import Theme


def test_it_shows_the_list_or_one_journey(theme: Theme, qtbot: QtBot) -> None:
    place = JourneysPlace(theme, str)
    qtbot.addWidget(place)
    assert not place.shows_journey
    place.show_journey()
    assert place.shows_journey
    place.show_list()
    assert not place.shows_journey

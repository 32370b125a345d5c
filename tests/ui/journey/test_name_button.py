"""A name that leads somewhere."""

from pytestqt.qtbot import QtBot

from tests.ui.run.heard import heard
from ui.journey.name_button import NameButton


def test_it_tells_where_it_leads(qtbot: QtBot) -> None:
    button = NameButton("token", "r2")
    qtbot.addWidget(button)
    opened = heard(button.opened, str)
    button.click()
    assert opened == ["r2"]
    assert button.accessibleName() == "token"

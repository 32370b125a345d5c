"""Fields that offer what the project has."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.menu_field import (
    AttachmentField,
    AuthorityField,
    HostField,
    MenuField,
    SecretField,
)

FIELDS: list[tuple[Callable[[Desk, str], MenuField], list[str]]] = [
    (AttachmentField, ["scan.png", "", "A file of this computer…"]),
    (AuthorityField, ["scan.png", "", "A file of this computer…", "Nobody else"]),
    (HostField, ["main", "api", "The journey’s"]),
    (SecretField, ["card", "password", "None"]),
]


@pytest.mark.parametrize(("kind", "offers"), FIELDS)
def test_what_there_is_now_is_offered(
    desk: Desk, qtbot: QtBot, kind: Callable[[Desk, str], MenuField], offers: list[str]
) -> None:
    field = kind(desk, "Name")
    qtbot.addWidget(field)
    told = heard(field.edited)
    field.offer()
    assert [it.text() for it in field.menu.actions()] == offers
    field.menu.actions()[0].trigger()
    assert told == [offers[0]]
    assert field.button.text() == offers[0]


def test_another_file_is_asked_for_and_taken_when_it_is_there(desk: Desk, qtbot: QtBot) -> None:
    field = AttachmentField(desk, "File")
    qtbot.addWidget(field)
    asked, told = heard(desk.file_asked), heard(field.edited)
    field.offer()
    field.menu.actions()[-1].trigger()
    asked[0]("photo.jpg")
    assert told == ["photo.jpg"]
    field.show_value("")
    assert field.button.text() == "Choose a file…"

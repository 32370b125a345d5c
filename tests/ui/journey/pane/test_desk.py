"""What all fields share."""

from dataclasses import replace

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import NOWHERE, Desk
from ui.theme.theme import Theme


def test_only_something_else_is_told(theme: Theme) -> None:
    desk = Desk(theme, str)
    told: list[object] = []
    desk.changed.connect(lambda: told.append(desk.around.number))
    desk.show_around(replace(NOWHERE))
    desk.show_around(replace(NOWHERE, number="6"))
    assert told == ["6"]
    assert heard(desk.changed) == []

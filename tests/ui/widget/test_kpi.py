"""Every number says if it is good."""

from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.widget.kpi import Kpi


def test_a_missed_goal_is_said_by_a_word_and_an_edge(theme: Theme, qtbot: QtBot) -> None:
    kpi = Kpi(theme, "Slow response")
    qtbot.addWidget(kpi)
    kpi.show_number("618", "ms p95", "goal: 500 ms or less", "bad", (1, 2), "s_p95")
    assert kpi.property("state") == "bad"
    assert kpi.accessibleName() == "Slow response: 618 ms p95. goal: 500 ms or less"
    kpi.show_number("418", "ms p95", "goal: 500 ms or less", "good", (1, 2), "s_p95")
    assert kpi.property("state") == ""
    kpi.show_number("60", "", "planned: 60", None, (), "s_users")
    assert "60" in kpi.accessibleName()

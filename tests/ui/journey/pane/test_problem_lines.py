"""What is wrong with a node."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk, Problem, Repair
from ui.journey.pane.problem_lines import ProblemLines
from ui.widget.button import Button


def test_each_has_its_repairs(desk: Desk, qtbot: QtBot) -> None:
    problem = Problem("r1", "oder_id has no value here.", (Repair("Use order_id", "act"),))
    desk.show_around(replace(desk.around, problems=(problem, Problem("n9", "other"))))
    lines = ProblemLines(desk)
    qtbot.addWidget(lines)
    acts = heard(desk.repair_asked)
    lines.show_places(("n1", "r1"))
    assert len(lines.lines) == 1
    (button,) = lines.lines[0].findChildren(Button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert acts == ["act"]
    lines.show_places(("n1",))
    assert lines.isHidden()

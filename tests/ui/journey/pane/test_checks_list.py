"""Checks as sentences, with what the last trial saw."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.sample import PAID
from ui.journey.pane.checks_list import ChecksList
from ui.journey.pane.desk import Desk, Seen


def words(checks: ChecksList, row: int) -> list[str]:
    return [it.text() for it in checks.rows[row].findChildren(QLabel) if it.text()]


def test_a_trial_is_told_beside_each_check(desk: Desk, qtbot: QtBot) -> None:
    checks = ChecksList(desk)
    qtbot.addWidget(checks)
    checks.show_request(PAID)
    assert words(checks, 0) == ["Status is", "201"]
    seen = {("r6", 0): Seen("was 201"), ("r6", 3): Seen("was “open”", is_good=False)}
    desk.show_around(replace(desk.around, checked=seen))
    qtbot.waitUntil(lambda: words(checks, 0)[-1] == "was 201")
    assert words(checks, 3)[-2:] == ["Go on", "was “open”"]

"""Each tick says what was found."""

from pytestqt.qtbot import QtBot

from studio.export.bundle import Bundle
from studio.export.ci_bundle import Leaving
from ui.sheet.export_checks import ExportChecks
from ui.theme.theme import Theme


def test_what_was_not_tried_and_has_no_goals_is_a_warning(theme: Theme, qtbot: QtBot) -> None:
    checks = ExportChecks(theme, str)
    qtbot.addWidget(checks)
    checks.show_checks(Leaving("x", Bundle("", {}), ()), is_tried=False)
    assert [it.words.text() for it in checks.lines][2:] == [
        "not tried since it was changed",
        "no goals: the job fails when a request does",
    ]
    judged = Bundle('os.environ.get("GOALS_JUNIT")', {})
    checks.show_checks(Leaving("x", judged, ()), is_tried=True)
    assert [it.words.text() for it in checks.lines][2:] == [
        "one user, one pass",
        "goals decide the exit code",
    ]

from pytestqt.qtbot import QtBot

from tests.ui.journey.sample_trial import trial
from ui.journey.trial_head import TrialHead
from ui.theme.theme import Theme


def test_a_trial_that_goes_on_can_be_cancelled_and_one_that_is_over_cannot(
    theme: Theme, qtbot: QtBot
) -> None:
    head = TrialHead(theme, str)
    qtbot.addWidget(head)
    head.show()
    head.show_record(trial(until=1))
    assert head.cancel_button.isVisible()
    assert not head.try_button.isVisible()
    head.show_record(trial())
    assert not head.cancel_button.isVisible()
    assert not head.progress.is_on
    assert head.accessibleName().startswith("Last trial: 5 of 5 steps passed")
    head.show_nothing()
    assert head.try_button.isVisible()

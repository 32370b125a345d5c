"""A trial is asked how it stands until it has ended, and tells what stands beside the tree."""

from pytestqt.qtbot import QtBot

from studio.trial.record import TrialRecord
from tests.ui.journey.sample_trial import trial
from ui.journey.step_model import Told
from ui.journey.trial_controller import TrialController, told_of


class Live:
    def __init__(self) -> None:
        self.records = [trial(until=1), trial(until=3), trial()]
        self.is_cancelled = False

    def snapshot(self) -> TrialRecord:
        return self.records.pop(0)

    def cancel(self) -> None:
        self.is_cancelled = True


def test_it_is_followed_to_its_end_and_no_further(qtbot: QtBot) -> None:
    controller, live = TrialController(), Live()
    seen: list[TrialRecord] = []
    controller.refreshed.connect(seen.append)
    with qtbot.waitSignal(controller.ended, timeout=5000):
        controller.follow(live)
        assert controller.live is live
    assert [len(it.requests) for it in seen] == [1, 3, 6]
    assert controller.live is None
    controller.cancel()
    assert not live.is_cancelled


def test_what_is_followed_can_be_cancelled() -> None:
    controller, live = TrialController(), Live()
    controller.follow(live)
    controller.cancel()
    assert live.is_cancelled


def test_steps_and_requests_know_what_came_of_them() -> None:
    told = told_of(trial(status=500))
    assert told["n6"] == told["r6"] == Told(has_passed=False, ms=384.0)
    assert told["n2"].ms == 24.0
    assert "" not in told

"""How a live run is followed."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from studio.measurement.measurement import Endpoint
from studio.run.run import RunEnding, RunSnapshot, RunState
from studio.run.setup import RunSetup
from tests.ui.run.sample_run import HOST, STARTED_AT, make_setup, make_snapshot
from ui.run.controller import EVERY_MS, RunController


class FakeRun:
    """A run that ends at its third look, or when it is stopped at once."""

    def __init__(self, looks: int = 3) -> None:
        self.run = "R1"
        self.setup: RunSetup = make_setup()
        self.host = HOST
        self.started_at = STARTED_AT
        self.looks = looks
        self.users: list[int] = []
        self.orders: list[str] = []
        self.state = RunState.RUNNING
        self.kept: list[Endpoint] = []

    def snapshot(self) -> RunSnapshot:
        self.looks -= 1
        running = make_snapshot(5, state=self.state)
        if self.looks > 0 and "stop now" not in self.orders:
            return running
        return replace(running, state=RunState.CLOSING, ending=RunEnding.COMPLETED)

    def change_users(self, users: int) -> None:
        self.users.append(users)

    def change_rate(self, per_s: float) -> None:
        self.orders.append(f"rate {per_s:g}")

    def hold(self) -> None:
        self.orders.append("hold")

    def resume(self) -> None:
        self.orders.append("resume")

    def skip_stage(self) -> None:
        self.orders.append("skip")

    def reset_statistics(self) -> None:
        self.orders.append("reset")

    def keep_next(self, endpoint: Endpoint) -> None:
        self.kept.append(endpoint)

    def stop(self) -> None:
        self.orders.append("stop")
        self.state = RunState.STOPPING

    def stop_now(self) -> None:
        self.orders.append("stop now")


def test_a_run_is_looked_at_at_once_and_then_by_the_clock(qtbot: QtBot) -> None:
    controller, run = RunController(), FakeRun(1000)
    with qtbot.waitSignal(controller.refreshed, timeout=EVERY_MS // 2):
        controller.follow(run)
    with qtbot.waitSignals([controller.refreshed] * 2, timeout=EVERY_MS * 6):
        pass
    controller.leave()
    with qtbot.assertNotEmitted(controller.refreshed, wait=EVERY_MS * 2):
        pass


def test_the_end_comes_once_and_after_the_last_numbers(qtbot: QtBot) -> None:
    controller = RunController()
    told: list[str] = []

    def note(snapshot: RunSnapshot) -> None:
        told.append(str(snapshot.ending))

    controller.refreshed.connect(note)
    controller.ended.connect(lambda: told.append("ended"))
    with qtbot.waitSignal(controller.ended, timeout=EVERY_MS * 12):
        controller.follow(FakeRun())
    assert told == ["None", "None", "completed", "ended"]
    assert controller.live is None
    with qtbot.assertNotEmitted(controller.ended, wait=EVERY_MS * 2):
        pass


def test_commands_reach_the_run_that_is_followed(qtbot: QtBot) -> None:
    controller, run = RunController(), FakeRun(1000)
    controller.stop()
    controller.change_users(5)
    controller.keep_next(Endpoint("GET", "/never"))
    controller.follow(run)
    controller.change_users(80)
    controller.change_rate(2.5)
    for order in (controller.hold, controller.resume, controller.skip_stage):
        order()
    controller.reset_statistics()
    controller.keep_next(Endpoint("GET", "/"))
    controller.stop()
    with qtbot.waitSignal(controller.ended):
        controller.stop()
    controller.stop()
    assert run.users == [80]
    assert run.kept == [Endpoint("GET", "/")]
    assert run.orders == ["rate 2.5", "hold", "resume", "skip", "reset", "stop", "stop now"]


def test_a_run_that_is_over_is_told_once(qtbot: QtBot) -> None:
    controller = RunController()
    with qtbot.waitSignal(controller.ended):
        controller.follow(FakeRun(0))

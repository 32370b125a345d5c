"""Start and Stop, twice and at any moment: one run a project, and every press is harmless."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from studio.errors import StudioError
from studio.project.opening import open_project
from studio.run.run import RunEnding, RunState
from studio.run.setup import RunSetup
from studio.run.starting import LiveRun
from studio.scenario.load_profile import constant
from tests.faults.promises import promised
from tests.faults.studio import SCENARIO, USERS, assert_nothing_is_beside, make_project
from tests.leftovers import marked, nothing_left_over
from tests.whole.counting_server import counting_server

pytestmark = pytest.mark.whole

PRESSES: dict[str, Callable[[LiveRun], None]] = {
    "stop": LiveRun.stop,
    "stop now": LiveRun.stop_now,
    "users": lambda live: live.change_users(3),
    "hold": LiveRun.hold,
    "resume": LiveRun.resume,
    "reset": LiveRun.reset_statistics,
}


class Presses(RuleBasedStateMachine):
    """A project whose buttons are pressed in any order."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._left = nothing_left_over(within_s=8)
        self._serving = counting_server()
        self.mark = self._left.__enter__()
        self.server = self._serving.__enter__()
        path = make_project(Path(self._folder.name), constant(USERS, 5))
        self.project = open_project(path, path.parent / "home")
        scenario = replace(self.project.scenario(SCENARIO), target=self.server.host)
        self.setup = RunSetup(scenario, "", 1)
        self.live: LiveRun | None = None
        self.started = 0

    @rule()
    def start(self) -> None:
        """Start a run, or be refused because one is on."""
        if self.live is not None and not self.live.wait(0):
            with promised("P5"), pytest.raises(StudioError, match="is on"):
                self.project.start(self.setup)
        else:
            self.finish_if_any()
            self.live = self.project.start(self.setup)
            self.started += 1

    @precondition(lambda self: self.live is not None)
    @rule(press=st.sampled_from(sorted(PRESSES)), twice=st.booleans())
    def press(self, press: str, *, twice: bool) -> None:
        assert self.live is not None
        for _ in range(1 + twice):
            PRESSES[press](self.live)
        self.project.tend(self.live)

    @precondition(lambda self: self.live is not None)
    @rule(wait_s=st.sampled_from([0.05, 0.5, 3.0]))
    def wait(self, wait_s: float) -> None:
        """Let time pass, so that presses come in every state."""
        assert self.live is not None
        self.live.wait(wait_s)
        self.project.tend(self.live)

    def finish_if_any(self) -> None:
        if self.live is not None:
            record = self.project.finish(self.live)
            with promised("P4"):
                assert record.summary.ending in (RunEnding.COMPLETED, RunEnding.STOPPED)
                assert record.snapshot.error is None
            self.live = None

    def teardown(self) -> None:
        """Bring everything home, and see that nothing is left."""
        try:
            if self.live is not None:
                self.live.stop_now()
            self.finish_if_any()
            assert len(self.project.runs()) == self.started
            assert all(it.state is RunState.CLOSED for it in self.project.runs())
            assert marked(self.mark) == []
        finally:
            self.project.close()
            self._serving.__exit__(None, None, None)
            self._left.__exit__(None, None, None)
        assert_nothing_is_beside(self.project.path)
        self._folder.cleanup()


def test_a_second_start_and_a_second_stop_are_harmless() -> None:
    machine = Presses()
    machine.start()
    machine.start()
    machine.press(press="stop", twice=True)
    machine.start()
    machine.wait(wait_s=0.05)
    machine.press(press="stop now", twice=True)
    machine.teardown()


@pytest.mark.sweep
@pytest.mark.timeout(900)
def test_buttons_may_be_pressed_in_any_order() -> None:
    run_state_machine_as_test(
        Presses,
        settings=settings(max_examples=25, stateful_step_count=12, deadline=None, database=None),
    )

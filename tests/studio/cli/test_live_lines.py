"""A run in a terminal is a bar that moves; elsewhere it is a line now and then."""

import io
from dataclasses import replace
from typing import cast

from studio.cli.live_lines import follow
from studio.run.run import RunSnapshot
from studio.run.setup import RunSetup
from studio.run.starting import LiveRun
from tests.builders import make_setup
from tests.studio.cli.records import make_record


class FakeRun:
    """Ends when it has been waited for three times; Ctrl-C comes at the first."""

    def __init__(self, silent_s: float = 0.0) -> None:
        self.silent_s = silent_s
        self.waited = 0
        self.stopped = 0

    @property
    def setup(self) -> RunSetup:
        return make_setup(duration_s=10)

    def snapshot(self) -> RunSnapshot:
        return replace(make_record().snapshot, silent_s=self.silent_s)

    def wait(self, _timeout_s: float) -> bool:
        self.waited += 1
        if self.waited == 1:
            raise KeyboardInterrupt
        return self.waited == 3

    def stop(self) -> None:
        self.stopped += 1


def test_ctrl_c_stops_gently_and_the_run_is_followed_to_its_end() -> None:
    run, out = FakeRun(), io.StringIO()
    tended: list[int] = []
    follow(cast("LiveRun", run), out, lambda: tended.append(run.waited))
    assert run.stopped == 1
    assert tended == [0, 1, 2]
    lines = out.getvalue().splitlines()
    assert sum("of 10 s" in line for line in lines) == 1
    assert any("Ctrl-C again ends at once" in line for line in lines)
    assert "\x1b" not in out.getvalue()


def test_an_engine_that_does_not_answer_is_told_of() -> None:
    run, out = FakeRun(silent_s=7.2), io.StringIO()
    follow(cast("LiveRun", run), out, lambda: None)
    assert "not answering: the load engine has said nothing for 7 s" in out.getvalue()

"""Processes die or stand still: whichever it is, the load ends, little is lost, the run says so."""

import os
import re
import signal
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from studio.engine.load_commands import Stop
from studio.engine.own_messages import WorkerExplained
from studio.run.event import EventKind
from studio.run.run import RunEnding
from studio.run.verdict import Doubt
from studio.scenario.load_profile import constant, rise_and_hold
from tests.faults.engines import MASTER, WORKER, engines
from tests.faults.promises import promised
from tests.faults.studio import (
    USERS,
    Studio,
    assert_little_is_lost,
    assert_load_is_over,
    found_again,
    is_marked,
    make_project,
)
from tests.leftovers import beyond_this_computer, listeners
from tests.whole.counting_server import CountingServer
from tests.whole.trial import Trial

pytestmark = [
    pytest.mark.whole,
    pytest.mark.usefixtures("mark"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals differ"),
]


def test_a_studio_killed_while_running_leaves_no_load_and_loses_two_seconds_at_most(
    server: CountingServer, project: Path, mark: str
) -> None:
    with closing(Studio(project, server)) as studio:
        studio.wait_until(lambda: server.total > 300)
        assert beyond_this_computer(listeners(mark)) == []
        died_s = studio.kill()
        assert studio.problem == ""
    with promised("P3"):
        assert_load_is_over(server, died_s, mark)
    found = found_again(project)
    (recovered,) = found.recovered
    assert (recovered.ending, recovered.is_whole) == (RunEnding.INTERRUPTED, True)
    with promised("P2"):
        assert_little_is_lost(found.runs[0], server, died_s)
    with promised("P4"):
        assert is_marked(found.runs[0])


def wait_for_stage(studio: Studio, server: CountingServer, stage: str) -> None:
    """Wait until a run is starting, rising, holding or stopping."""
    studio.wait_until(lambda: bool(engines(studio, MASTER)))
    if stage != "starting":
        studio.wait_until(lambda: server.total > (20 if stage == "rising" else 300))
    if stage == "stopping":
        studio.interrupt()
        studio.wait_until(lambda: "Users finish" in studio.said)


@pytest.mark.parametrize(
    "stage",
    [
        "starting",
        pytest.param("rising", marks=pytest.mark.sweep),
        "holding",
        pytest.param("stopping", marks=pytest.mark.sweep),
    ],
)
def test_a_killed_master_is_told_of_and_its_load_ends(
    server: CountingServer, tmp_path: Path, mark: str, stage: str
) -> None:
    load = rise_and_hold(60, 600, 60) if stage == "rising" else constant(USERS, 3600)
    project = make_project(tmp_path, load)
    with closing(Studio(project, server)) as studio:
        wait_for_stage(studio, server, stage)
        (master,) = engines(studio, MASTER)
        master.kill()
        died_s = time.monotonic()
        studio.wait()
        with promised("P5"):
            assert "exit code -9" in studio.told_problem
            assert "Traceback" not in studio.problem
    with promised("P3"):
        assert_load_is_over(server, died_s, mark)
    found = found_again(project)
    assert found.recovered == ()
    with promised("P2"):
        assert_little_is_lost(found.runs[0], server, died_s)
    with promised("P4"):
        assert found.runs[0].summary.ending is RunEnding.FAILED


@pytest.mark.sweep
def test_a_master_that_is_stopped_is_told_of_and_ended(
    server: CountingServer, project: Path, mark: str
) -> None:
    with closing(Studio(project, server)) as studio:
        studio.wait_until(lambda: server.total > 100)
        (master,) = engines(studio, MASTER)
        master.suspend()
        studio.wait_until(lambda: "not answering" in studio.said, within_s=15)
        studio.wait(40)
        ended_s = time.monotonic()
        with promised("P5"):
            assert re.search("said nothing for (18|19|2.) s and was ended", studio.told_problem)
    with promised("P3"):
        assert_load_is_over(server, ended_s, mark)
    (record,) = found_again(project).runs
    with promised("P4"):
        assert record.summary.ending is RunEnding.FAILED
        assert EventKind.NOT_ANSWERING in {it.kind for it in record.snapshot.events}


BLOCKS = """
import re, threading
from locust import FastHttpUser, constant, task

class Visitor(FastHttpUser):
    wait_time = constant(0.1)

    def on_start(self):
        self.asked = 0

    @task
    def home(self):
        self.client.get("/")
        self.asked += 1
        if self.asked == 20:
            {block}
"""
LOOP = "while True: pass"
EXPRESSION = "re.match('(a+)+$', 'a' * 60 + 'b')"


@pytest.mark.sweep
@pytest.mark.parametrize("block", [EXPRESSION, LOOP])
def test_a_step_that_never_waits_ends_its_worker_and_is_named(
    server: CountingServer, tmp_path: Path, block: str
) -> None:
    trial = Trial(tmp_path, server, constant(1, 3600), BLOCKS.format(block=block))
    trial.wait_for_message(WorkerExplained)
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    events = {it.kind: it.text for it in trial.snapshot.events}
    verdict = trial.snapshot.verdict
    assert verdict is not None
    with promised("P4"):
        assert EventKind.WORKER_LOST in events
        assert Doubt.WORKER_LOST in verdict.doubts
    with promised("P5"):
        told = events[EventKind.WORKER_EXPLAINED]
        assert told.startswith(f"{events[EventKind.WORKER_LOST]}: The engine stood still for 15 s")
        assert "It was held up by" in told


@pytest.mark.sweep
def test_a_studio_that_stands_still_loses_its_run_to_nobody_else(
    server: CountingServer, project: Path, mark: str
) -> None:
    """Without a beat for 30 s an engine lets go; the studio finds that out when it wakes."""
    with closing(Studio(project, server)) as studio:
        studio.wait_until(lambda: server.total > 100)
        os.kill(studio.process.pid, signal.SIGSTOP)
        stopped_s = time.monotonic()
        while engines(studio, WORKER) and time.monotonic() < stopped_s + 60:
            time.sleep(0.2)
        assert server.last_asked_s < stopped_s + 45
        os.kill(studio.process.pid, signal.SIGCONT)
        studio.wait()
        assert "Traceback" not in studio.problem
    assert_load_is_over(server, time.monotonic(), mark)
    (record,) = found_again(project).runs
    with promised("P4"):
        assert record.summary.ending is RunEnding.INTERRUPTED

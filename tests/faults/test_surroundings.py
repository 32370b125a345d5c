"""What surrounds a run fails: its shop, its ports, its limits, its target."""

import json
import os
import re
import socket
import subprocess
import sys
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import psutil
import pytest

from studio.engine.load_messages import Listening
from studio.project.opening import open_project
from studio.run.event import EventKind
from studio.run.run import RunEnding
from studio.run.verdict import Doubt
from studio.scenario.load_profile import constant
from tests.faults.engines import MASTER, SHOP, engines
from tests.faults.promises import promised
from tests.faults.studio import MAIN, USERS, Studio, found_again, make_project
from tests.whole.counting_server import CountingServer
from tests.whole.trial import Trial, visitor

pytestmark = [
    pytest.mark.whole,
    pytest.mark.usefixtures("mark"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits differ"),
]

USUAL_PORTS = (5557, 5558, 8080, 8089)


def test_a_practice_shop_that_dies_is_told_of_and_the_run_goes_on(tmp_path: Path) -> None:
    project = tmp_path / "shop.swarmbook"
    environment = os.environ | {"SWARMBOOK_HOME": str(tmp_path / "home")}
    command = [sys.executable, str(MAIN), "practice", "--project", str(project)]
    options = ["--users", "4", "--duration", "10s", "--workers", "1", "--json"]
    with subprocess.Popen(
        [*command, *options],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as studio:
        assert studio.stderr is not None
        for line in studio.stderr:
            if re.search(r"running .* [1-9]\d* requests/s", line):
                break
        (shop,) = [it for it in psutil.Process(studio.pid).children() if it.cmdline()[-1] == SHOP]
        shop.kill()
        told, said = studio.communicate(timeout=90)
    with promised("P5"):
        assert "Traceback" not in said
    run = json.loads(told)
    assert run["state"] in ("done", "stopped by a rule")
    assert run["totals"]["failures"] > 0
    assert "shop_requests" not in run
    with closing(open_project(project, tmp_path / "home")) as kept, promised("P4"):
        events = kept.run(run["run"]).snapshot.events
        assert [it.kind for it in events].count(EventKind.SHOP_LOST) == 1


def test_ports_that_are_taken_never_matter(server: CountingServer, tmp_path: Path) -> None:
    with ExitStack() as taken:
        for port in USUAL_PORTS:
            with suppress(OSError):  # taken by somebody else: as good
                taken.enter_context(socket.create_server(("127.0.0.1", port)))
        trial = Trial(tmp_path, server, constant(2, 2), visitor())
        trial.wait_for_end()
    assert trial.error is None, trial.log
    assert trial.snapshot.total.requests == server.total > 0
    (listening,) = trial.heard(Listening)
    assert listening.port not in USUAL_PORTS


FEW_FILES = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (60, 60))\n"


def test_an_engine_that_runs_out_of_files_blames_itself(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(200, 8), FEW_FILES + visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    verdict = trial.snapshot.verdict
    assert verdict is not None
    with promised("P4"):
        assert Doubt.GENERATOR_BUSY in verdict.doubts


LITTLE_MEMORY = """
import resource
from locust import FastHttpUser, constant, task

class Visitor(FastHttpUser):
    wait_time = constant(0.1)
    kept = []

    @task
    def home(self):
        self.client.get("/")
        if len(self.kept) == 0:
            resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        self.kept.append(bytearray(64 << 20))
"""


@pytest.mark.sweep
def test_an_engine_that_runs_out_of_memory_says_what_went_wrong(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(2, 12), LITTLE_MEMORY)
    trial.wait_for_end()
    snapshot = trial.snapshot
    kinds = {it.kind for it in snapshot.events}
    with promised("P4"):
        assert trial.error is not None or kinds & {EventKind.TASK_FAILED, EventKind.WORKER_LOST}
    assert server.total > 0


def test_a_target_that_is_down_is_told_of_before_the_run(
    server: CountingServer, project: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        server.host = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with closing(Studio(project, server)) as studio:
        assert studio.wait() == 5
        with promised("P5"):
            first, *rest = studio.problem.splitlines()
            assert first.startswith(f"{server.host} does not answer: Connection refused")
            assert rest[0] == "The run was not started."
    assert found_again(project).runs == ()


@pytest.mark.sweep
@pytest.mark.timeout(400)
def test_a_long_run_holds_its_memory_and_misses_no_second(
    server: CountingServer, tmp_path: Path
) -> None:
    project = make_project(tmp_path, constant(USERS, 240))
    sizes: dict[str, list[int]] = {"studio": [], MASTER: []}
    with closing(Studio(project, server)) as studio:
        studio.wait_until(lambda: server.total > 100)
        (master,) = engines(studio, MASTER)
        watched = {"studio": psutil.Process(studio.process.pid), MASTER: master}
        while master.is_running() and studio.process.poll() is None:
            for name, process in watched.items():
                with suppress(psutil.Error):
                    sizes[name].append(process.memory_info().rss)
            with suppress(subprocess.TimeoutExpired):
                studio.process.wait(2)
        assert studio.wait() in (0, 4)
    (record,) = found_again(project).runs
    assert record.summary.ending is RunEnding.COMPLETED
    assert record.summary.requests == server.total
    assert not [it for it in record.snapshot.timeline if it.is_gap]
    assert len(record.snapshot.timeline) >= 240
    for name, seen in sizes.items():
        steady = [it for it in seen[30:-5] if it]
        assert max(steady) < 1.05 * steady[0] + (2 << 20), (name, steady)

"""A generator that could not measure well says so, loudly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studio.engine.health_reading import read_health
from studio.engine.load_messages import Hello, SecondMeasured
from studio.measurement.generator_health import Signal
from studio.measurement.outcome import Outcome
from studio.run.verdict import Doubt, VerdictKind
from studio.scenario.load_profile import constant
from tests.whole.busy_loop import busy_loops
from tests.whole.counting_server import CountingServer
from tests.whole.held_up import held_up_now_and_then
from tests.whole.trial import Trial, visitor

pytestmark = pytest.mark.whole

MAIN = Path(__file__).parents[2] / "main.py"


def test_a_run_beside_a_busy_loop_is_untrusted(server: CountingServer, tmp_path: Path) -> None:
    trial = Trial(tmp_path, server, constant(20, 8), visitor())
    trial.wait_for_users(20)
    with busy_loops():
        trial.wait_for_end()
    assert trial.error is None, trial.log
    snapshot = trial.snapshot
    assert snapshot.total.requests == server.total
    assert len(snapshot.bad_seconds) >= 3
    assert snapshot.verdict is not None
    assert snapshot.verdict.kind is VerdictKind.UNTRUSTED
    assert Doubt.GENERATOR_BUSY in snapshot.verdict.doubts
    told = [it for second in trial.heard(SecondMeasured) for it in read_health(second)]
    assert any(Signal.RUN_DELAY in it.doubtful for it in told) or sys.platform != "linux"


def test_the_command_line_says_so_and_ends_with_4(tmp_path: Path) -> None:
    command = [sys.executable, str(MAIN), "practice", "--users", "20", "--duration", "12s"]
    command += ["--project", str(tmp_path / "shop.swarmbook")]
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        lines = iter(process.stderr.readline, "")
        assert any("running" in line for line in lines)
        with held_up_now_and_then(process.pid):
            told, _ = process.communicate(timeout=90)
    assert process.returncode == 4, told
    assert "These numbers are not to be trusted" in told.splitlines()[0]
    assert "too busy to measure well" in told


def test_each_second_tells_how_the_generator_was(server: CountingServer, tmp_path: Path) -> None:
    trial = Trial(tmp_path, server, constant(4, 4), visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    told = [it for second in trial.heard(SecondMeasured) for it in read_health(second)]
    assert len(told) >= 6
    for health in told:
        assert 0 <= health.lag_p95_ms <= health.lag_max_ms
        assert 0 <= health.run_delay_share <= 1.5
        assert 0 <= health.steal_share <= 1
        assert 0 <= health.gc_pause_ms < 1000
    if sys.platform == "linux":
        assert all(0 < health.files_share < 0.5 for health in told)
        assert any(0 < health.ports_share < 0.5 for health in told)
        assert any(health.run_delay_share > 0 for health in told)


FEW_FILES = "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (80, 80))\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_what_this_computer_refuses_itself_is_not_the_servers_failure(
    server: CountingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(FEW_FILES)
    before = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(site), before])))
    trial = Trial(tmp_path, server, constant(160, 5), visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log[-3000:]
    assert {it.most_files for it in trial.heard(Hello)} == {80}
    outcomes = {row.outcome for it in trial.heard(SecondMeasured) for row in it.rows}
    assert Outcome.OWN_LIMIT in outcomes
    assert Outcome.OK in outcomes
    verdict = trial.snapshot.verdict
    assert verdict is not None
    assert Doubt.GENERATOR_BUSY in verdict.doubts

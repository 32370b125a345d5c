"""An engine that stays when its studio is gone is ended, and nobody else is."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from studio.engine.leftover_engines import end_engines

SLEEPER = [sys.executable, "-c", "import time; print(flush=True); time.sleep({:f})"]


@contextmanager
def process_in(folder: Path, sleeps_s: float = 60) -> Generator[subprocess.Popen[str]]:
    folder.mkdir(parents=True, exist_ok=True)
    command = [*SLEEPER[:-1], SLEEPER[-1].format(sleeps_s)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            process.stdout.readline()
            yield process
        finally:
            process.kill()


def test_one_that_ends_by_itself_is_waited_for(tmp_path: Path) -> None:
    with process_in(tmp_path / "R1.engine" / "locust-master-0", sleeps_s=0.3) as engine:
        end_engines(tmp_path / "R1.engine", patience_s=20)
        assert not psutil.pid_exists(engine.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")
def test_one_that_stands_still_is_killed_and_others_go_on(tmp_path: Path) -> None:
    with (
        process_in(tmp_path / "R1.engine" / "locust-worker-1") as stopped,
        process_in(tmp_path / "R2.engine" / "locust-worker-1") as another,
    ):
        os.kill(stopped.pid, signal.SIGSTOP)
        began_s = time.monotonic()
        end_engines(tmp_path / "R1.engine", patience_s=0.2)
        assert not psutil.pid_exists(stopped.pid)
        assert time.monotonic() - began_s < 10
        assert another.poll() is None


def test_where_no_run_ever_was_nobody_is_ended(tmp_path: Path) -> None:
    end_engines(tmp_path / "none", patience_s=0)

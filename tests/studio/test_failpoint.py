"""A failpoint does nothing until it is asked for, and then exactly what it was asked."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from studio.failpoint import VARIABLE, failpoint, parse, plan_of

PROGRAM = """
from studio.failpoint import failpoint
for step in range(3):
    try:
        failpoint("step")
    except OSError as error:
        print(error.strerror)
    print(step, flush=True)
"""
PATCHED = "from gevent import monkey; monkey.patch_all()\n"
ROOT = Path(__file__).parents[2]


def run(plan: str, program: str = PROGRAM) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {VARIABLE: plan},
        text=True,
        timeout=30,
    )


def test_nothing_happens_when_nothing_was_asked_for() -> None:
    failpoint("anywhere")
    assert run("").stdout.split() == ["0", "1", "2"]


@pytest.mark.skipif(sys.platform == "win32", reason="exit codes of a kill differ")
@pytest.mark.parametrize(("act", "number"), [("kill", signal.SIGKILL), ("abort", signal.SIGABRT)])
def test_the_process_ends_at_the_visit_asked_for(act: str, number: int) -> None:
    ended = run(f"step@2={act}")
    assert ended.returncode == -number
    assert ended.stdout.split() == ["0"]


def test_a_full_disk_is_raised_once() -> None:
    assert run("step@1=full; elsewhere=kill").stdout.splitlines() == [
        "No space left on device",
        "0",
        "1",
        "2",
    ]


@pytest.mark.parametrize("before", ["", PATCHED], ids=["plain", "under gevent"])
def test_a_hang_holds_the_whole_process(before: str) -> None:
    command = [sys.executable, "-c", before + PROGRAM]
    plan = os.environ | {VARIABLE: "step@2=hang"}
    with subprocess.Popen(
        command, cwd=ROOT, env=plan, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    ) as held:
        assert held.stdout
        assert held.stdout.readline() == "0\n"
        with pytest.raises(subprocess.TimeoutExpired):
            held.wait(0.5)
        held.kill()
        assert held.stdout.read() == ""


@pytest.mark.parametrize("text", ["step", "step=explode", "step@second=kill", "=kill@"])
def test_a_misspelt_plan_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a failpoint"):
        parse(text)


def test_a_packaged_program_never_looks() -> None:
    assert plan_of("step=kill", frozen=True) == {}
    assert set(plan_of("step=kill", frozen=False)) == {("step", 1)}

"""Whatever a child is doing, it ends soon after the process that started it."""

import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

import psutil
import pytest

SOON_S = 4.0
ROOT = Path(__file__).parents[3]

CHILD = """
import os, sys, threading
sys.path.insert(0, {folder!r})
from studio.child.leash import Leash
woken = threading.Event()
leash = Leash(log=sys.stderr, grace_s=1, silence_s=1)
leash.wake_by(lambda: leash.is_let_go and woken.set())
print(os.getpid(), flush=True)
{body}
"""

POLITE = "woken.wait(); os._exit(0)"
DEAF = "threading.Event().wait()"
BUSY = "while True: pass"
UNDER_GEVENT = "from gevent import monkey, sleep; monkey.patch_all()\nwhile True: sleep(0.01)"
HOLDING_THE_LOCK = "leash.pulse(); import re; re.match(r'(a+)+$', 'a' * 60 + 'b')"

PARENT = """
import subprocess, sys, time
children = [
    subprocess.Popen([sys.executable, "-c", {child!r}], stdin=-1, stdout=-1, text=True)
    for _ in range({children})
]
print(*(child.stdout.readline().strip() for child in children), flush=True)
time.sleep(60)
"""


def child_code(body: str) -> str:
    return CHILD.format(folder=str(ROOT), body=body)


def start_family(body: str, *, children: int) -> tuple[subprocess.Popen[str], list[int]]:
    """Start a parent that starts children of its own; return it and their process numbers."""
    code = PARENT.format(child=child_code(body), children=children)
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert parent.stdout
    return parent, [int(number) for number in parent.stdout.readline().split()]


def are_gone(numbers: list[int], *, within_s: float) -> bool:
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        if not any(map(is_alive, numbers)):
            return True
        time.sleep(0.01)
    return False


def is_alive(number: int) -> bool:
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize("body", [POLITE, DEAF, BUSY, UNDER_GEVENT])
def test_killing_the_parent_ends_all_its_children(body: str) -> None:
    if body == UNDER_GEVENT and not find_spec("gevent"):
        pytest.skip("needs gevent")
    parent, children = start_family(body, children=3)
    assert len(children) == 3
    with parent:
        parent.kill()
    assert are_gone(children, within_s=SOON_S)


def test_a_child_that_holds_the_interpreter_lock_is_ended_by_its_missing_pulse() -> None:
    parent, children = start_family(HOLDING_THE_LOCK, children=1)
    try:
        assert are_gone(children, within_s=SOON_S)
        assert parent.poll() is None
    finally:
        with parent:
            parent.kill()


def test_the_stacks_tell_what_the_child_was_doing() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", child_code(HOLDING_THE_LOCK)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        _, stacks = child.communicate(timeout=10)
    assert child.returncode == 1
    assert "in match" in stacks


BEATEN = """
import time
while not leash.is_let_go:
    leash.pulse()
    time.sleep(0.02)
print(*leash.lines(), flush=True)
os._exit(0)
"""


def test_a_studio_that_beats_no_more_is_gone_though_its_pipe_is_open() -> None:
    code = child_code(BEATEN).replace("silence_s=1", "silence_s=9, unheard_s=0.5")
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    ) as child:
        assert child.stdin
        assert child.stdout
        child.stdout.readline()
        child.stdin.write(b"first\nsecond\n")
        time.sleep(0.8)  # it has not beaten yet, so nothing is missed
        assert child.poll() is None
        for _ in range(8):
            child.stdin.write(b"\n")
            time.sleep(0.1)
        assert child.poll() is None
        assert child.wait(10) == 0
        assert child.stdout.read() == b"second\n"


def test_lines_are_heard_one_by_one_and_the_end_is_noticed() -> None:
    body = """
print(leash.first_line(), flush=True)
woken.wait()
print(leash.lines(), leash.is_let_go, flush=True)
os._exit(0)
"""
    with subprocess.Popen(
        [sys.executable, "-c", child_code(body)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        told, _ = child.communicate("first\nsecond\nthird\nunfinished", timeout=10)
    assert told.splitlines()[1:] == ["first", "['second', 'third'] True"]


def test_a_child_in_which_nobody_listens_yet_ends_at_once() -> None:
    code = child_code(DEAF).replace("grace_s=1", "grace_s=60").replace("leash.wake_by", "print")
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        child.communicate(b"first\n", timeout=10)
    assert child.returncode == 1


def test_a_stdin_that_never_spoke_has_no_first_line() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", child_code("print(leash.first_line(), flush=True); os._exit(0)")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        told, _ = child.communicate("", timeout=10)
    assert child.returncode == 0
    assert told.splitlines()[1:] == ["None"]


def test_what_must_not_go_on_ends_at_once_though_nothing_turns() -> None:
    body = """
leash.when_let_go(lambda: print("closed", flush=True))
while not leash.is_let_go: pass
leash.when_let_go(lambda: print("closed at once", flush=True))
os._exit(0)
"""
    with subprocess.Popen(
        [sys.executable, "-c", child_code(body)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        told, _ = child.communicate("", timeout=10)
    assert {"closed", "closed at once"} <= set(told.splitlines())

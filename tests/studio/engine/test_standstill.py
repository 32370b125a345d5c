"""An engine that stood still says where."""

import subprocess
import sys
from pathlib import Path

import pytest

from studio.engine.standstill import Standstill, read_standstill

BUSY = """
import faulthandler, sys
faulthandler.dump_traceback_later(1, exit=True, file=sys.stderr)
print("as ever", file=sys.stderr)
def home():
    while True:
        pass
home()
"""


@pytest.mark.parametrize("name", ["journey_0a1b.py", "other.py"])
def test_the_line_that_was_busy_is_named(tmp_path: Path, name: str) -> None:
    program = tmp_path / name
    program.write_text(BUSY)
    ended = subprocess.run(
        [sys.executable, str(program)], capture_output=True, text=True, check=False, timeout=30
    )
    assert ended.returncode == 1
    standstill = read_standstill(ended.stderr)
    assert standstill is not None
    assert standstill.after_s == 1
    assert standstill.place in {f"home, {name}:6", f"home, {name}:7"}


STACKS = """as ever
Timeout (0:01:15)!
Thread 0x00007f0000000001 (most recent call first):
  File "/lib/leash.py", line 83 in _watch

Thread 0x00007f0000000002 (most recent call first):
  File "/lib/re/__init__.py", line 166 in match
  File "/runs/R1/journey_0a1b.py", line 12 in check
  File "/runs/R1/journey_0a1b.py", line 20 in home
"""


def test_a_users_own_line_stands_before_a_librarys() -> None:
    assert read_standstill(STACKS) == Standstill(75, "check, journey_0a1b.py:12")


def test_without_such_a_line_it_is_what_the_main_thread_was_doing() -> None:
    stacks = STACKS.replace("journey_", "exported_")
    assert read_standstill(stacks) == Standstill(75, "match, __init__.py:166")


@pytest.mark.parametrize("log", ["", "Timeout (0:00:15)", "as ever\nTimeoutError: 15 s\n"])
def test_an_engine_that_ended_otherwise_did_not_stand_still(log: str) -> None:
    assert read_standstill(log) is None
    assert read_standstill("Timeout (0:00:15)!\n") == Standstill(15, "?")

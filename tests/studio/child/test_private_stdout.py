"""Only messages reach the studio; whatever else prints goes to the log."""

import subprocess
import sys
from pathlib import Path

CHILD = """
from studio.child.private_stdout import take_stdout
wire = take_stdout()
print("from a locustfile", flush=True)
print("a message", file=wire)
import os
os.write(1, b"from a library")
"""


def test_prints_and_messages_go_different_ways() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "a message\n"
    assert "from a locustfile" in done.stderr
    assert "from a library" in done.stderr

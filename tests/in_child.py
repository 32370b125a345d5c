"""Python in a child, for code that must not run in the process of the tests: gevent patches it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

_BEGIN = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"


def in_child(code: str, *arguments: str, within_s: float = 60) -> str:
    """Run Python code in a child, and return what it printed."""
    child = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _BEGIN + code, *arguments],
        capture_output=True,
        check=False,
        text=True,
        timeout=within_s,
    )
    assert child.returncode == 0, child.stderr[-4000:]
    return child.stdout

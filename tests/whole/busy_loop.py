"""Processes that want every core there is, for as long as a block takes."""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager

LOOP = "import time\nends_s = time.monotonic() + 60\nwhile time.monotonic() < ends_s: pass"


@contextmanager
def busy_loops(per_core: int = 12) -> Generator[None]:
    """Keep all cores busy; each loop ends by itself after a minute, should nobody end it.

    There are many, for a scheduler is kind to a process that seldom wants a core.
    """
    with ExitStack() as stack:
        for _ in range(per_core * (os.cpu_count() or 2)):
            process = stack.enter_context(subprocess.Popen([sys.executable, "-c", LOOP]))
            stack.callback(process.kill)
        yield

"""Engines that have outlived their studio: waited for, and ended if they stay."""

from collections.abc import Iterator
from pathlib import Path

import psutil

PATIENCE_S = 8.0
"""An engine whose studio is gone ends within 5 s; its journal is whole only then."""


def end_engines(folder: Path, patience_s: float = PATIENCE_S) -> None:
    """Wait until no engine works in a run's private folder any more; kill those that stay.

    An engine is known by the folder it works in, which is its run's alone. One that stands still,
    because the system has stopped it, cannot hear that its studio is gone.
    """
    if not folder.exists():
        return
    _, alive = psutil.wait_procs(list(_engines(folder)), timeout=patience_s)
    for engine in alive:
        engine.kill()
    psutil.wait_procs(alive, timeout=patience_s)


def _engines(folder: Path) -> Iterator[psutil.Process]:
    place = folder.resolve()
    for process in psutil.process_iter():
        try:
            works_here = place in Path(process.cwd()).parents
        except (psutil.Error, OSError):
            continue  # somebody else's, or gone
        if works_here:
            yield process

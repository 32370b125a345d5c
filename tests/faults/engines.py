"""The engines of a studio, found from outside as anybody who kills them would."""

import psutil

from tests.faults.studio import Studio

MASTER, WORKER, SHOP = "locust-master", "locust-worker", "shop"


def engines(studio: Studio, kind: str) -> list[psutil.Process]:
    """Return the living engines of a kind, the eldest first."""
    found: list[psutil.Process] = []
    for process in psutil.Process(studio.process.pid).children():
        try:
            if process.cmdline()[-2:] == ["--engine", kind]:
                found.append(process)
        except psutil.NoSuchProcess:
            continue
    return sorted(found, key=lambda it: (it.create_time(), it.pid))

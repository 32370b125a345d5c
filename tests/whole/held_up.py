"""Worker processes that are held up again and again, for as long as a block takes."""

import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress

import psutil

HELD_S, FREE_S = 0.3, 0.3


@contextmanager
def held_up_now_and_then(pid: int) -> Generator[None]:
    """Stop the worker processes below a process for 0.3 s of every 0.6 s.

    Busy loops do not do on every computer: a scheduler is kind to a process that seldom wants a
    core, and on many cores a light run is not disturbed at all.
    """
    is_over = threading.Event()
    below = psutil.Process(pid).children(recursive=True)
    workers = [it for it in below if "locust-worker" in it.cmdline()]
    assert workers
    thread = threading.Thread(target=_hold_up, args=(workers, is_over))
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def _hold_up(workers: list[psutil.Process], is_over: threading.Event) -> None:
    while not is_over.wait(FREE_S):
        for worker in workers:
            with suppress(psutil.NoSuchProcess):
                worker.suspend()
        is_over.wait(HELD_S)
        for worker in workers:
            with suppress(psutil.NoSuchProcess):
                worker.resume()

"""RUNS IN A CHILD PROCESS. A function that does its work once, however often it is called."""

from collections.abc import Callable


def once(end: Callable[[], None]) -> Callable[[], None]:
    """Return a function that does its work once: Locust quits three times, half a second each."""
    is_done = False

    def end_once() -> None:
        nonlocal is_done
        if not is_done:
            is_done = True
            end()

    return end_once

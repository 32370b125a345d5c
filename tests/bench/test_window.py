"""What a live run of 500 endpoints costs the window's main thread; figures, no verdict.

`make bench` prints them. The bars they are held against by eye: no stall above 100 ms, and charts
below 30 ms of main-thread time a second.
"""

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from studio.engine.load_messages import EndpointSeen, LoadBegan, LoadMessage, UsersChanged
from studio.measurement.measurement import Endpoint
from studio.run.run import RunSnapshot
from studio.run.session import RunSession
from studio.run.setup import RunSetup
from tests.builders import make_row, make_second, make_setup
from ui.run.controller import RunController
from ui.run.run_page import RunPage
from ui.theme.theme import Theme

ENDPOINTS = 500
SECONDS = 20
BEAT_MS = 5


class FedRun:
    """A run whose engine is a thread that tells of a second each second."""

    run, host, started_at = "R1", "http://127.0.0.1:9", "2026-01-01T00:00:00+00:00"

    def __init__(self) -> None:
        self._session = RunSession(())
        self._thread = threading.Thread(target=self._feed)

    @property
    def setup(self) -> RunSetup:
        return make_setup(users=50, duration_s=60)

    def start(self) -> None:
        self._thread.start()

    def join(self) -> None:
        self._thread.join()

    def snapshot(self) -> RunSnapshot:
        return self._session.snapshot()

    def change_users(self, users: int) -> None:
        """Nobody asks for it here."""

    def change_rate(self, per_s: float) -> None:
        """Do nothing: its numbers are what they are."""

    def hold(self) -> None:
        """Do nothing: its numbers are what they are."""

    def resume(self) -> None:
        """Do nothing: its numbers are what they are."""

    def skip_stage(self) -> None:
        """Do nothing: its numbers are what they are."""

    def reset_statistics(self) -> None:
        """Do nothing: its numbers are what they are."""

    def stop_now(self) -> None:
        """Stop, as ever."""
        self.stop()

    def keep_next(self, endpoint: Endpoint) -> None:
        """Nobody asks for it here."""

    def stop(self) -> None:
        """Nobody asks for it here."""

    def _feed(self) -> None:
        first: list[LoadMessage] = [LoadBegan("2026-01-01"), UsersChanged(0, 50, 50)]
        first += [EndpointSeen(n, "GET", f"/page/{n}") for n in range(ENDPOINTS)]
        for message in first:
            self._session.receive(message)
        for second in range(SECONDS):
            rows = [make_row(n, *(n % 90 + 5 * k for k in range(1, 9))) for n in range(ENDPOINTS)]
            self._session.receive(make_second(second, *rows, users=50))
            time.sleep(0.9)


class Stalls:
    """How late a timer of the main thread comes: what a hand on the mouse would feel."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._due_s = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now_s = time.perf_counter()
        self.late_ms.append((now_s - self._due_s) * 1000 - BEAT_MS)
        self._due_s = now_s


def timed(work: Callable[..., None], spent_ms: list[float]) -> Callable[..., None]:
    def run(*arguments: object) -> None:
        began_s = time.thread_time()
        work(*arguments)
        spent_ms.append((time.thread_time() - began_s) * 1000)

    return run


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> RunPage:
    page = RunPage(theme, str)
    qtbot.addWidget(page)
    page.resize(1356, 820)
    page.show()
    return page


def test_a_live_run_of_five_hundred_endpoints(
    qtbot: QtBot, page: RunPage, capsys: pytest.CaptureFixture[str]
) -> None:
    run, controller, shown_ms = FedRun(), RunController(), list[float]()
    page.show_setup(run.setup, run.run, run.host, run.started_at)
    controller.refreshed.connect(timed(page.show_snapshot, shown_ms))
    run.start()
    stalls = Stalls()
    cpu_s = time.thread_time()
    controller.follow(run)
    qtbot.wait(SECONDS * 1000)
    cpu_s = time.thread_time() - cpu_s
    controller.leave()
    stalls.stop()
    run.join()
    late_ms = sorted(stalls.late_ms)
    with capsys.disabled():
        print(f"\n  {ENDPOINTS} endpoints, {SECONDS} s, offscreen:")
        print(f"  main thread late: p99 {late_ms[int(0.99 * len(late_ms))]:.1f} ms,", end=" ")
        print(f"longest {late_ms[-1]:.1f} ms")
        print(f"  snapshots shown: {len(shown_ms)}, longest {max(shown_ms):.1f} ms,", end=" ")
        print(f"together {sum(shown_ms) / SECONDS:.1f} ms a second")
        print(f"  main thread in all: {1000 * cpu_s / SECONDS:.1f} ms of CPU a second")
    assert page.run_time_s > 0

"""RUNS IN A CHILD PROCESS. The real window, offscreen, with one long run that is watched live.

    window_program.py HOME PROJECT SCENARIO

Presses Start on the real run sheet and prints a line of JSON each second: how late the main thread
came at the latest, and how many requests the page has been told of.
"""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from studio.project.opening import open_project
from studio.project.project import default_worker_processes
from studio.run.setup import RunSetup
from studio.run.starting import LiveRun
from ui.app import assemble
from ui.sheet.run_sheet import RunSheet
from ui.theme.theme import Theme

BEAT_MS = 10


class Watch:
    """Tells of the window each second, until its run has ended."""

    def __init__(self) -> None:
        self.live: LiveRun | None = None
        self._latest_ms = 0.0
        self._due_s = self._told_s = time.perf_counter()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now_s = time.perf_counter()
        self._latest_ms = max(self._latest_ms, (now_s - self._due_s) * 1000 - BEAT_MS)
        self._due_s = now_s
        if now_s - self._told_s >= 1:
            requests = self.live.snapshot().total.requests if self.live else 0
            print(json.dumps({"late_ms": self._latest_ms, "requests": requests}), flush=True)
            self._latest_ms, self._told_s = 0.0, now_s


def main(home: Path, path: Path, scenario: str) -> int:
    """Show the window until its run has ended."""
    project = open_project(path, home)
    setup = RunSetup(project.scenario(scenario), "", default_worker_processes())
    project.close()
    application = QApplication([])
    assembled = assemble(Theme(application), home)
    assembled.window.show()
    watch = Watch()

    def begin(_: object) -> None:
        assembled.project.prepared.emit(setup)
        QTimer.singleShot(500, press)

    def press() -> None:
        sheet = assembled.window.findChild(RunSheet)
        if sheet is None:
            raise LookupError("the run sheet did not open")
        sheet.start_button.click()

    def follow(live: LiveRun) -> None:
        watch.live = live

    def end(_: object) -> None:
        assembled.window.close()

    def tell(error: object) -> None:
        sys.stderr.write(f"{error}\n")

    assembled.project.opened.connect(begin)
    assembled.project.started.connect(follow)
    assembled.project.finished.connect(end)
    assembled.project.failed.connect(tell)
    assembled.project.open(path)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))

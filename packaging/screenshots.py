"""Take the pictures of the README from the real window during a real practice run.

xvfb-run -s "-screen 0 1600x1000x24" .venv/bin/python packaging/screenshots.py
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from ui.app import Assembled, assemble  # noqa: E402
from ui.bridge.place import Place  # noqa: E402
from ui.home.page import HomePage  # noqa: E402
from ui.journey.editor_page import JourneyEditorPage  # noqa: E402
from ui.journey.list_page import JourneyListPage  # noqa: E402
from ui.run.run_page import RunPage  # noqa: E402
from ui.run.runs_place import RunsPlace  # noqa: E402
from ui.sheet.run_sheet import RunSheet  # noqa: E402
from ui.theme.theme import Theme  # noqa: E402

FOLDER = ROOT / "resources" / "screenshots"
LIVE_AT_S = 20.0
SOON_MS = 400
PATIENCE_MS = 90_000

Part = TypeVar("Part", bound=QObject)


class Photographer:
    """Works the window, and takes each of its pages in light and dark."""

    def __init__(self, assembled: Assembled) -> None:
        self._window, self._theme = assembled.window, assembled.theme

    def take(self, name: str) -> None:
        """Keep a picture of the window in each theme."""
        for theme in ("dark", "light"):
            self._theme.use(theme)
            pause(SOON_MS)
            self._window.grab().save(str(FOLDER / f"{name}_{theme}.png"))

    def walk(self) -> None:
        """Make practice runs, and take every page that has something to show."""
        self._practise(users=20)
        self._practise(users=60, pictures=True)
        self._window.go(Place.HOME)
        self.take("home")
        part(self._window, RunsPlace).show_list()
        self._window.go(Place.RUNS)
        self.take("runs")
        self._try_once()

    def _try_once(self) -> None:
        """Take the practice journey in its editor, tried once."""
        pages, editor = part(self._window, JourneyListPage), part(self._window, JourneyEditorPage)
        self._window.go(Place.JOURNEYS)
        wait_until(lambda: pages.journey_table.model().rowCount() > 0)
        pages.opened.emit("J1")
        wait_until(editor.isVisible)
        editor.header.try_button.click()
        wait_until(lambda: editor.header.state_pill.text() == "Ready to run")
        self.take("journey")

    def _practise(self, users: int, *, pictures: bool = False) -> None:
        page = part(self._window, RunPage)
        part(self._window, HomePage).practice_button.click()
        wait_until(lambda: self._window.findChild(RunSheet) is not None)
        sheet = part(self._window, RunSheet)
        wait_until(sheet.start_button.isVisible)
        sheet.load.users_spin.setValue(users)
        sheet.question_edit.setText("How many visitors does the shop carry?")
        if pictures:
            self.take("run_plan")
        sheet.start_button.click()
        wait_until(lambda: page.charts.isVisible() and not page.verdict_box.isVisible())
        wait_until(lambda: page.run_time_s >= LIVE_AT_S)
        if pictures:
            self.take("run_live")
        wait_until(page.verdict_box.isVisible)
        if pictures:
            self.take("run_finished")


def part(window: QWidget, kind: type[Part]) -> Part:
    """Return the part of a window that is of this kind."""
    found = window.findChild(kind)
    if found is None:
        raise LookupError(kind)
    return found


def pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    for _ in range(PATIENCE_MS // SOON_MS):
        if holds():
            return
        pause(SOON_MS)
    raise TimeoutError


def main() -> None:
    """Take all pictures anew."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as home:
        assembled = assemble(Theme(application), Path(home))
        assembled.window.show()
        pause(SOON_MS)
        Photographer(assembled).walk()
        assembled.window.close()


if __name__ == "__main__":
    main()

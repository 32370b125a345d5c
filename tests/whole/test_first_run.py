"""The first run in the real window: three clicks, under a minute, a verdict."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from studio.run.record import RunRecord, RunSummary
from studio.run.run import RunEnding, RunState
from studio.run.starting import LiveRun
from tests.leftovers import nothing_left_over
from ui.app import Assembled, assemble
from ui.bridge.place import Place
from ui.home.page import HomePage
from ui.run.list_page import RunListPage
from ui.run.run_page import RunPage
from ui.sheet.run_sheet import RunSheet
from ui.theme.theme import Theme

pytestmark = pytest.mark.whole

PATIENCE_MS = 60_000

Part = TypeVar("Part", bound=QObject)


class Visitor:
    """Somebody at the window, who counts clicks."""

    def __init__(self, qtbot: QtBot, assembled: Assembled) -> None:
        self.qtbot, self.window = qtbot, assembled.window
        self.clicks = 0
        self.errors: list[object] = []
        self.finished: list[RunRecord] = []
        self.live: list[LiveRun] = []
        assembled.project.failed.connect(self.errors.append)
        assembled.project.finished.connect(self.finished.append)
        assembled.project.started.connect(self.live.append)

    def click(self, button: QAbstractButton) -> None:
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.clicks += 1


@pytest.fixture
def tester(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Visitor]:
    assembled = assemble(theme, tmp_path / "home")
    qtbot.addWidget(assembled.window)
    assembled.window.show()
    yield Visitor(qtbot, assembled)
    assembled.window.close()


def part(tester: Visitor, kind: type[Part]) -> Part:
    found = tester.window.findChild(kind)
    assert found is not None
    return found


def test_three_clicks_and_a_minute_lead_to_a_verdict(tester: Visitor) -> None:
    began_s = time.monotonic()
    tester.click(part(tester, HomePage).practice_button)
    tester.qtbot.waitUntil(lambda: tester.window.findChild(RunSheet) is not None)
    tester.click(part(tester, RunSheet).start_button)
    page = part(tester, RunPage)
    tester.qtbot.waitUntil(page.isVisible, timeout=10_000)
    tester.qtbot.waitUntil(page.charts.isVisible, timeout=20_000)
    tester.qtbot.waitUntil(page.verdict_box.isVisible, timeout=PATIENCE_MS)
    assert time.monotonic() - began_s < 60
    assert tester.clicks <= 3
    assert not tester.errors

    runs = part(tester, RunListPage)
    tester.click(page.header.back_button)
    tester.qtbot.waitUntil(lambda: runs.isVisible() and runs.run_table.model().rowCount() == 1)


def test_a_run_is_changed_and_stopped_by_keys(tester: Visitor) -> None:
    tester.click(part(tester, HomePage).practice_button)
    tester.qtbot.waitUntil(lambda: tester.window.findChild(RunSheet) is not None)
    tester.click(part(tester, RunSheet).start_button)
    page = part(tester, RunPage)
    tester.qtbot.waitUntil(page.charts.isVisible, timeout=30_000)
    page.header.controls.users_button.click()
    page.users_sheet.users_spin.setValue(7)
    QTest.keyClick(page.users_sheet.users_spin, Qt.Key.Key_Return)
    live = tester.live[0]
    tester.qtbot.waitUntil(lambda: live.snapshot().users == 7, timeout=20_000)
    tester.window.go(Place.HOME)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(tester.window, Qt.Key.Key_Period, control)
    tester.qtbot.waitUntil(lambda: bool(tester.finished), timeout=PATIENCE_MS)
    record = tester.finished[0]
    assert record.summary.ending is RunEnding.STOPPED
    assert record.summary.state is RunState.CLOSED


def test_closing_the_window_ends_the_load(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    with nothing_left_over():
        assembled = assemble(theme, tmp_path / "home")
        qtbot.addWidget(assembled.window)
        assembled.window.show()
        tester = Visitor(qtbot, assembled)
        tester.click(part(tester, HomePage).practice_button)
        qtbot.waitUntil(lambda: assembled.window.findChild(RunSheet) is not None)
        tester.click(part(tester, RunSheet).start_button)
        qtbot.waitUntil(part(tester, RunPage).charts.isVisible, timeout=30_000)
        assembled.window.close()
    again = assemble(theme, tmp_path / "home")
    qtbot.addWidget(again.window)
    listed: list[tuple[RunSummary, ...]] = []
    again.project.listed.connect(listed.append)
    again.project.open_last()
    qtbot.waitUntil(lambda: bool(listed), timeout=10_000)
    ((run,),) = listed
    assert run.ending is not None
    again.window.close()


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.app import assemble
from ui.theme.theme import Theme
from ui.home.page import HomePage
from ui.sheet.run_sheet import RunSheet
application = QApplication([])
assembled = assemble(Theme(application), Path(sys.argv[1]))
assembled.window.show()
assembled.project.prepared.connect(assembled.project.start)
assembled.project.started.connect(lambda live: print(live.host, flush=True))
QTimer.singleShot(0, assembled.window.findChild(HomePage).practice_button.click)
application.exec()
"""


def test_a_killed_window_leaves_no_load_and_its_run_is_recovered(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with (
        nothing_left_over(within_s=6),
        subprocess.Popen(
            [sys.executable, "-c", WINDOW, str(home)],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
        ) as window,
    ):
        assert window.stdout
        assert window.stdout.readline().startswith("http://127.0.0.1:")
        time.sleep(12)
        window.kill()
    assembled = assemble(theme, home)
    qtbot.addWidget(assembled.window)
    listed: list[tuple[RunSummary, ...]] = []
    assembled.project.listed.connect(listed.append)
    assembled.window.show()
    assembled.project.open_last()
    qtbot.waitUntil(lambda: bool(listed), timeout=20_000)
    ((run,),) = listed
    assert run.ending is RunEnding.INTERRUPTED
    assert run.requests > 0
    assert assembled.window.toast.isVisible()
    assembled.window.close()

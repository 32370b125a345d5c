"""What leaves is made and written in the project's lane."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.export.ci_bundle import Leaving, plain_files
from studio.project.opening import add_practice, create_project
from tests.ui.run.heard import heard
from ui.bridge.open_exports import OpenExports, Written
from ui.bridge.open_project import OpenProject
from ui.bridge.tasks import Tasks


@pytest.fixture
def exports(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenExports]:
    path = tmp_path / "shop.swarmbook"
    project = create_project(path, tmp_path / "home")
    add_practice(project)
    project.close()
    opened = OpenProject(Tasks("project", threads=1), tmp_path / "home")
    with qtbot.waitSignal(opened.opened):
        opened.open(path)
    yield OpenExports(opened)
    opened.close()


def prepare(exports: OpenExports, qtbot: QtBot) -> Leaving:
    """Return what leaves of the practice journey, which nobody has tried."""
    prepared: list[tuple[Leaving, bool]] = []

    def take(leaving: Leaving, is_tried: bool) -> None:  # a slot
        prepared.append((leaving, is_tried))

    exports.prepared.connect(take)
    with qtbot.waitSignal(exports.prepared):
        exports.prepare("J1")
    ((leaving, is_tried),) = prepared
    assert not is_tried
    return leaving


def test_a_journey_is_made_ready_and_was_not_tried(exports: OpenExports, qtbot: QtBot) -> None:
    prepared = prepare(exports, qtbot)
    assert prepared.name == "Shop visitor"


def test_nothing_is_written_over_without_being_asked(
    exports: OpenExports, qtbot: QtBot, tmp_path: Path
) -> None:
    files = plain_files(prepare(exports, qtbot).bundle)
    folder = tmp_path / "ci"
    folder.mkdir()
    (folder / "locustfile.py").write_text("mine", "utf-8")
    written = heard(exports.written, Written)
    with qtbot.waitSignal(exports.written):
        exports.write(folder, files, is_over=False)
    assert written[-1].lost == ("locustfile.py",)
    assert (folder / "locustfile.py").read_text("utf-8") == "mine"
    with qtbot.waitSignal(exports.written):
        exports.write(folder, files, is_over=True)
    assert written[-1] == Written(folder, 1)
    assert (folder / "locustfile.py").read_bytes() == next(iter(files.values()))


def test_a_journey_that_is_not_there_is_told_of(exports: OpenExports, qtbot: QtBot) -> None:
    with qtbot.waitSignal(exports.failed):
        exports.prepare("J9")

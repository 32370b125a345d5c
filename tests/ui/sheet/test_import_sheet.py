"""What is brought in is looked at before it is made."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.errors import FileFormatError
from studio.importer.carried_over import CarryingOver
from studio.importer.imported import HiddenSecret, Imported
from studio.importer.source import Source
from studio.phrase import Phrase
from studio.progress import Progress
from tests.builders import make_journey
from ui.sheet.import_sheet import ImportSheet
from ui.theme.theme import Theme


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> ImportSheet:
    sheet = ImportSheet(theme, str)
    qtbot.addWidget(sheet)
    sheet.show()
    return sheet


def _imported() -> Imported:
    notes = CarryingOver()
    notes.left_out("ads.test", Phrase("x", "Request"), Phrase("x", "It is not under test."))
    secrets = (HiddenSecret("password", "POST /login: password", "hunter2"),)
    return Imported((make_journey(name="Visit"),), secrets=secrets, carried_over=notes.noted)


def _asked(sheet: ImportSheet) -> list[tuple[Any, Progress]]:
    found: list[tuple[Any, Progress]] = []

    def hear(what: object, progress: Progress) -> None:
        found.append((what, progress))

    sheet.read_asked.connect(hear)
    sheet.bring_asked.connect(hear)
    return found


def test_a_pasted_text_is_read(sheet: ImportSheet) -> None:
    asked = _asked(sheet)
    assert not sheet.choice.read_button.isEnabled()
    QTest.keyClicks(sheet.choice.paste_edit, "curl x")
    QTest.mouseClick(sheet.choice.read_button, Qt.MouseButton.LeftButton)
    ((sources, progress),) = asked
    assert sources == (Source("", pasted=b"curl x"),)
    assert sheet.progress_line.isVisible()
    QTest.mouseClick(sheet.cancel_button, Qt.MouseButton.LeftButton)
    with pytest.raises(Exception, match="cancelled"):
        progress.reach(0.5)


def test_chosen_files_know_of_each_other(sheet: ImportSheet, tmp_path: Path) -> None:
    asked = _asked(sheet)
    paths = [tmp_path / name for name in ("a.json", "b.json")]
    for path in paths:
        path.write_text("{}", "utf-8")
    sheet.choice.choose(paths)
    ((sources, _),) = asked
    assert [(it.name, [b.name for b in it.beside]) for it in sources] == [
        ("a.json", ["b.json"]),
        ("b.json", ["a.json"]),
    ]


def test_what_will_be_made_is_shown_and_then_made(sheet: ImportSheet) -> None:
    asked = _asked(sheet)
    imported = _imported()
    sheet.show_imported(imported)
    assert sheet.report.isVisible()
    assert "password (POST /login: password)" in sheet.report.secrets.text()
    assert "hunter2" not in sheet.report.secrets.text()
    QTest.mouseClick(sheet.bring_button, Qt.MouseButton.LeftButton)
    assert asked[0][0] is imported


def test_an_error_is_said_and_others_can_be_chosen(sheet: ImportSheet) -> None:
    sheet.show_error(FileFormatError(Phrase("x", "It is broken."), remedy=Phrase("x", "Again.")))
    assert sheet.problem.text() == "It is broken. Again."
    assert sheet.choice.isVisible()
    sheet.show_imported(_imported())
    assert not sheet.problem.isVisible()
    QTest.mouseClick(sheet.back_button, Qt.MouseButton.LeftButton)
    assert sheet.choice.isVisible()


def test_it_is_closed_where_nothing_goes_on(sheet: ImportSheet) -> None:
    closed: list[bool] = []
    sheet.cancelled.connect(lambda: closed.append(True))
    QTest.mouseClick(sheet.cancel_button, Qt.MouseButton.LeftButton)
    assert closed == [True]

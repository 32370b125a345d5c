"""What leaves is chosen, looked at and copied before it is written."""

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.export.bundle import Bundle, make_bundle
from studio.export.ci_bundle import Leaving, Pipeline, ci_files
from studio.journey.sample import PRACTICE
from ui.sheet.export_sheet import PIPELINES, ExportSheet
from ui.theme.theme import Theme

LEAVING = Leaving("Checkout", make_bundle([(PRACTICE, 1)], [], lambda _: ""), ("TOKEN", "CARD"))


@pytest.fixture
def copied() -> list[str]:
    return []


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot, copied: list[str]) -> ExportSheet:
    sheet = ExportSheet(theme, str, copied.append)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.show_leaving(LEAVING, is_tried=False)
    return sheet


def test_every_pipeline_has_a_name() -> None:
    assert PIPELINES.keys() == set(Pipeline)


def test_what_is_ticked_is_saved(sheet: ExportSheet) -> None:
    saved: list[object] = []
    sheet.save_asked.connect(saved.append)
    QTest.keyClick(sheet.what_group[1], Qt.Key.Key_Space)
    sheet.workers_spin.setValue(4)
    QTest.mouseClick(sheet.save_button, Qt.MouseButton.LeftButton)
    wanted = replace(LEAVING, pipelines=(Pipeline.GITHUB, Pipeline.GITLAB), workers=4)
    assert saved == [ci_files(wanted)]


def test_each_file_can_be_looked_at_and_copied(sheet: ExportSheet, copied: list[str]) -> None:
    sheet.preview_file.setCurrentText("requirements.txt")
    QTest.mouseClick(sheet.copy_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(sheet.copy_secrets_button, Qt.MouseButton.LeftButton)
    assert copied[0].startswith("locust==")
    assert copied[1] == "TOKEN\nCARD"
    assert "TOKEN, CARD" in sheet.secret_map.text()


def test_the_file_that_is_looked_at_stays_when_something_is_ticked(sheet: ExportSheet) -> None:
    sheet.preview_file.setCurrentText("locust.conf")
    QTest.keyClick(sheet.what_group[2], Qt.Key.Key_Space)
    assert sheet.preview_file.currentText() == "locust.conf"
    assert sheet.preview.toPlainText().startswith("locustfile = ")


def test_what_does_not_fit_is_said_and_not_saved(sheet: ExportSheet) -> None:
    large = Bundle(LEAVING.bundle.locustfile, {"a.csv": "x" * 2_000_000})
    sheet.show_leaving(replace(LEAVING, bundle=large), is_tried=True)
    QTest.keyClick(sheet.what_group[list(Pipeline).index(Pipeline.KUBERNETES)], Qt.Key.Key_Space)
    assert "ConfigMap" in sheet.problem.text()
    assert not sheet.save_button.isEnabled()


def test_a_journey_without_secrets_says_so(sheet: ExportSheet) -> None:
    sheet.show_leaving(replace(LEAVING, secrets=()), is_tried=True)
    assert sheet.secret_map.text() == "None is used."
    assert not sheet.copy_secrets_button.isVisible()


def test_files_are_named_by_their_place(sheet: ExportSheet) -> None:
    names = [sheet.preview_file.itemText(it) for it in range(sheet.preview_file.count())]
    assert names[0] == "locustfile.py"
    assert str(PurePosixPath(".github/workflows/load-test.yml")) in names

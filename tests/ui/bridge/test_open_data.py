"""Data files are read, added and removed in the project's lane."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from pytestqt.qtbot import QtBot

from studio.journey.data_file import RowUse, is_data_file_name
from studio.project.opening import create_project
from tests.strategies import texts
from ui.bridge.open_data import KeptTable, OpenData, table_name
from ui.bridge.open_project import OpenProject
from ui.bridge.tasks import Tasks


class Listed:
    """What was listed last."""

    def __init__(self, data: OpenData) -> None:
        self.tables: tuple[KeptTable, ...] = ()
        data.listed.connect(self._take)

    def _take(self, tables: tuple[KeptTable, ...]) -> None:
        self.tables = tables


@pytest.fixture
def data(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenData]:
    path = tmp_path / "shop.swarmbook"
    create_project(path, tmp_path / "home").close()
    opened = OpenProject(Tasks("project", threads=1), tmp_path / "home")
    with qtbot.waitSignal(opened.opened):
        opened.open(path)
    yield OpenData(opened)
    opened.close()


def test_a_table_is_added_changed_and_removed(data: OpenData, qtbot: QtBot, tmp_path: Path) -> None:
    listed = Listed(data)
    table = tmp_path / "My accounts.csv"
    table.write_text("name,age\nzoe,7\nida,9\n", "utf-8")
    with qtbot.waitSignal(data.listed):
        data.add(table)
    ((kept),) = listed.tables
    assert kept.data_file.name == "my_accounts"
    assert kept.rows == (("zoe", "7"), ("ida", "9"))
    with qtbot.waitSignal(data.listed):
        data.save(replace(kept.data_file, rows=RowUse.ANY))
    assert listed.tables[0].data_file.rows is RowUse.ANY
    with qtbot.waitSignal(data.listed):
        data.remove(kept.data_file.id)
    assert listed.tables == ()


def test_a_file_that_is_not_there_is_told_of(data: OpenData, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(data.failed):
        data.add(tmp_path / "none.csv")


@given(texts)
def test_whatever_a_file_is_called_its_table_has_a_name(stem: str) -> None:
    first = table_name(Path(f"{stem.replace('/', '')}.csv"), set())
    second = table_name(Path(f"{stem.replace('/', '')}.csv"), {first})
    assert is_data_file_name(first)
    assert is_data_file_name(second)
    assert first != second

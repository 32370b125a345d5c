"""Data files come as people have them, and changes reach the journeys that use them."""

from dataclasses import replace

import pytest

from studio.database.project_file import ProjectFile
from studio.journey.data_file import AtEnd, DataFileError, RowUse
from studio.project.data_shelf import DataShelf


def test_a_table_is_kept_as_plain_csv(project_file: ProjectFile) -> None:
    revised: list[str] = []
    shelf = DataShelf(project_file, revised.append)
    made = shelf.add("words", b"term;n\nt\xc3\xa9;1\ncaf\xc3\xa9;2\n", RowUse.NEXT, AtEnd.STOP_USER)
    assert (made.id, made.columns, made.row_count, made.is_used_up) == (
        *("D1", ("term", "n"), 2, True),
    )
    assert shelf.content(made) == "term,n\r\nté,1\r\ncafé,2\r\n"
    assert revised == ["words"]


def test_ids_go_on_and_a_change_is_told(project_file: ProjectFile) -> None:
    revised: list[str] = []
    shelf = DataShelf(project_file, revised.append)
    first, second = shelf.add("a", b"x\n1\n"), shelf.add("b", b'[{"x": 1}]')
    assert (first.id, second.id) == ("D1", "D2")
    changed = replace(first, rows=RowUse.ANY)
    shelf.save(changed)
    assert shelf.all() == (changed, second)
    assert revised == ["a", "b", "a"]


def test_a_data_file_is_removed_and_its_id_is_free_for_none(project_file: ProjectFile) -> None:
    shelf = DataShelf(project_file, lambda _: None)
    first, second = shelf.add("a", b"x\n1\n"), shelf.add("b", b"x\n2\n")
    shelf.remove(first)
    assert shelf.all() == (second,)
    assert shelf.content(first) == "x\r\n1\r\n"
    assert shelf.add("c", b"x\n3\n").id == "D3"


def test_what_is_no_table_is_not_kept(project_file: ProjectFile) -> None:
    shelf = DataShelf(project_file, lambda _: None)
    with pytest.raises(DataFileError):
        shelf.add("words", b"")
    with pytest.raises(DataFileError):
        shelf.add("No Name", b"x\n1\n")
    assert shelf.all() == ()

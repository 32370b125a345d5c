"""Data files are kept with what is in them, each content once."""

from dataclasses import replace

from studio.database.project_file import ProjectFile
from studio.journey.data_file import DataFile, RowUse
from studio.journey.data_store import DataStore

CONTENT = "username\r\nzoé\r\n"


def test_a_data_file_comes_back_with_its_content(project_file: ProjectFile) -> None:
    store = DataStore(project_file)
    first = DataFile("D1", "accounts", ("username",), 1, store.keep(CONTENT))
    other = replace(first, id="D2", name="words", rows=RowUse.ANY)
    store.save(first)
    store.save(other)
    assert store.all() == (first, other)
    assert store.content(other) == CONTENT


def test_a_data_file_may_be_renamed_and_filled_anew(project_file: ProjectFile) -> None:
    store = DataStore(project_file)
    first = DataFile("D1", "accounts", ("username",), 1, store.keep(CONTENT))
    changed = replace(first, name="people", sha256=store.keep("username\r\nmax\r\n"))
    store.save(first)
    store.save(changed)
    assert store.all() == (changed,)
    assert store.content(changed) == "username\r\nmax\r\n"
    assert store.content(first) == CONTENT
